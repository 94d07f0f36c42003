"""Nobody can work out what the public edition withholds."""

import copy
import json
from datetime import date

import pytest

from reporting.audience import Audience
from reporting.figures import as_json, figures
from reporting.report import compose
from reporting.withholding import edition, public
from reporting.withholding.hide import small
from tests.reporting.adversary import FEWER, Adversary, figures_add_up, tables_add_up
from tests.reporting.figures_sample import sample

TODAY = date(2017, 7, 20)
PERIODS = ("2016-17", "2016-17-H1", "2016-17-Q1")


def attack(true: dict) -> Adversary:
    """Somebody with the public figures and the public report in hand."""
    adversary = Adversary(public(true), true)
    figures_add_up(adversary)
    inside = [table for table in compose(true).tables if "caseload-by-iro" not in table.id]
    told = {table.id: table for table in compose(true, audience=Audience.PUBLIC).tables}
    inside = [table for table in inside if table.id in told]
    tables_add_up(adversary, [told[table.id] for table in inside], inside)
    assert adversary.lies() == []
    return adversary


@pytest.mark.parametrize("period", PERIODS)
def test_nothing_withheld_can_be_worked_out_of_the_demonstrations_reports(demonstration, period):
    adversary = attack(figures(period, on=TODAY))
    assert len(adversary.names) > 30
    assert adversary.found() == {}


def test_nor_of_a_council_with_a_dozen_children(council):
    adversary = attack(sample())
    assert adversary.names
    assert adversary.found() == {}


def test_figures_read_back_from_json_are_withheld_alike(demonstration):
    true = figures("2016-17", on=TODAY)
    kept = json.loads(as_json(true))
    before = copy.deepcopy(true)
    assert json.loads(as_json(public(kept))) == json.loads(as_json(public(true)))
    assert true == before


def test_small_counts_alone_can_be_subtracted(demonstration, monkeypatch):
    """The adversary is worth something: with small counts hidden and no others, it finds them."""
    monkeypatch.setattr(
        edition, "hidden", lambda _sums, _counts, few: {path for path in few if path[0] != "?"}
    )
    caught = attack(figures("2016-17", on=TODAY)).found()
    assert len(caught) >= 10
    assert any(low == high for low, high in caught.values())
    assert all(high < FEWER for _, high in caught.values())


def test_small_counts_are_those_of_one_to_four():
    assert small({("a",): 0, ("b",): 1, ("c",): 4, ("d",): 5}) == [("b",), ("c",)]
