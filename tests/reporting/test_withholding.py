"""What the public edition withholds, and that nothing small slips past."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reporting.figures import figures
from reporting.withheld import WITHHELD, by_size, largest
from reporting.withholding import public
from reporting.withholding.allowed import DAYS, NO_CHILDREN, allowed
from reporting.withholding.edition import every_relation
from reporting.withholding.hide import hidden, small
from reporting.withholding.paths import at, numbers, put
from reporting.withholding.relations import of_block, rests, sums
from reporting.written import told
from tests.reporting.adversary import Adversary
from tests.reporting.figures_sample import sample

TODAY = date(2017, 7, 20)
CROSSED = (
    "all = rows.*",
    "all = columns.*",
    "rows.{r} = cells.{r}.*",
    "columns.{c} = cells.*.{c}",
)


def crossed(cells: list[list[int]]) -> dict:
    """A table with the sums of its rows and columns, and of all."""
    columns = [sum(row[c] for row in cells) for c in range(len(cells[0]))]
    rows = [sum(row) for row in cells]
    return {"all": sum(rows), "rows": rows, "columns": columns, "cells": cells}


def withheld_in(table: dict, relations=CROSSED) -> set:
    every = dict(numbers(table))
    found, counts = sums(table, relations, set(every))
    return hidden(found, {**counts, **every}, small({**counts, **every}))


def attacked(table: dict) -> dict:
    told = crossed([list(row) for row in table["cells"]])
    for path in withheld_in(table):
        put(told, path, WITHHELD)
    adversary = Adversary(told, table)
    for r, row in enumerate(table["cells"]):
        adversary.sum(f"rows.{r}", [f"cells.{r}.{c}" for c in range(len(row))])
    for c in range(len(table["columns"])):
        adversary.sum(f"columns.{c}", [f"cells.{r}.{c}" for r in range(len(table["cells"]))])
    adversary.sum("all", [f"rows.{r}" for r in range(len(table["rows"]))])
    adversary.sum("all", [f"columns.{c}" for c in range(len(table["columns"]))])
    assert adversary.lies() == []
    return adversary.found()


TABLES = st.integers(1, 5).flatmap(
    lambda wide: st.lists(
        st.lists(st.one_of(st.integers(0, 6), st.integers(0, 60)), min_size=wide, max_size=wide),
        min_size=1,
        max_size=5,
    )
)


@given(TABLES)
@settings(max_examples=120, deadline=None)
def test_no_small_count_of_a_crossed_table_can_be_worked_out(cells):
    assert attacked(crossed(cells)) == {}


def test_one_alone_takes_the_smallest_other_with_it_and_no_total():
    gone = withheld_in({"all": 19, "rows": [4, 6, 9]}, ("all = rows.*",))
    assert gone == {("rows", 0), ("rows", 1)}


def test_two_that_make_two_are_one_and_one():
    gone = withheld_in({"all": 18, "rows": [1, 1, 9, 7]}, ("all = rows.*",))
    assert gone == {("rows", 0), ("rows", 1), ("rows", 3)}


def test_where_every_part_is_small_the_whole_goes():
    assert ("all",) in withheld_in({"all": 5, "rows": [1] * 5}, ("all = rows.*",))


def test_nothing_goes_where_nothing_is_small():
    assert withheld_in({"all": 20, "rows": [0, 5, 15]}, ("all = rows.*",)) == set()


def test_what_nobody_prints_is_protected_too():
    table = {"held": 158, "months": [{"held": 90, "in_time": 87}, {"held": 68, "in_time": 60}]}
    relations = (
        "held = months.*.held",
        "in_time = months.*.in_time",
        "months.{m}.held = months.{m}.in_time + ?months.{m}.late",
    )
    gone = {path for path in withheld_in(table, relations) if path[0] != "?"}
    assert gone == {("months", 0, "in_time")}


def test_a_relation_that_is_not_true_here_tells_nothing():
    assert withheld_in({"all": 25, "rows": [4, 6]}, ("all = rows.*",)) == {("rows", 0)}


def test_a_share_goes_with_its_counts():
    table = {"a": {"all": 40, "some": 3, "percent": 7.5}, "b": {"all": 40, "some": 9, "percent": 1}}
    found = list(rests(table, ["{x}.percent from {x}.some, {x}.all"]))
    assert [rest.told for rest in found] == [("a", "percent"), ("b", "percent")]
    assert found[0].made_of == (("a", "some"), ("a", "all"))


def test_a_blocks_relations_begin_at_the_figures():
    assert of_block("cohort", ["total = by_age.* + ?rest", "share from total, part"]) == [
        "cohort.total = cohort.by_age.* + ?cohort.rest",
        "cohort.share from cohort.total, cohort.part",
    ]


def test_by_size_the_place_of_a_withheld_number_tells_nothing():
    rows = [("b", WITHHELD), ("c", 7), ("a", WITHHELD), ("d", 9)]
    names = [name for name, _ in by_size(rows, lambda row: row[1], lambda row: row[0])]
    assert names == ["d", "c", "a", "b"]


def test_the_largest_is_told_only_where_nothing_withheld_may_be_larger():
    assert largest({"a": 9, "b": 5}, 14) == "a"
    assert largest({"a": 9, "b": WITHHELD, "c": WITHHELD}, 17) == "a"
    assert largest({"a": 9, "b": WITHHELD, "c": WITHHELD}, 18) is None
    assert largest({"a": 9, "b": WITHHELD}, WITHHELD) is None
    assert largest({"a": 9, "b": 9}, 18) is None


def every_number_is_told_for_a_reason(true: dict) -> None:
    """Small counts are withheld or allowed; of every share a relation says what it is made of."""
    told = public(true)
    for path, value in numbers(told):
        if isinstance(value, int) and 0 < value < 5:
            assert allowed(path), path
    said = {rest.told for rest in rests(true, every_relation(true))}
    for path, value in numbers(true):
        if isinstance(value, int) or path in said or path[:2] == ("caseload", "by_iro"):
            continue  # of single IROs nothing is told at all
        # Shares of the years before have no counts beside them; children held are an average.
        assert allowed(path) or path[0] == "earlier" or path[-1] == "children", path


@pytest.mark.parametrize("period", ["2016-17", "2017-18", "2016-17-H1", "2016-17-Q4"])
def test_every_number_of_the_demonstration_is_told_for_a_reason(demonstration, period):
    true = figures(period, on=TODAY)
    every_number_is_told_for_a_reason(true)
    begun = time.perf_counter()
    first = public(true)
    assert time.perf_counter() - begun < 3
    assert public(true) == first
    assert at(first, ("caseload", "by_iro")) is None


def test_every_number_of_a_small_council_is_told_for_a_reason(council):
    every_number_is_told_for_a_reason(sample())


def test_every_relation_that_could_hold_does(demonstration):
    """A line that is wrong would silently protect nothing."""
    true = figures("2016-17", on=TODAY)
    found, _ = sums(true, every_relation(true), {path for path, _ in numbers(true)})
    assert len(found) > 200
    wholes = {".".join(map(str, one.whole[:2])) for one in found if one.whole}
    for block in ("timeliness.by_year", "participation.by_year", "cohort.total", "disputes.raised",
                  "records.due", "outcome_forms.due", "decisions.due",
                  "audits.audits", "permanence.second_reviews", "caseload.children"):  # fmt: skip
        assert block in wholes, block


def test_each_allowance_has_its_reason():
    assert all({**NO_CHILDREN, **DAYS}.values())


def test_a_sentence_is_told_whole_or_not_at_all():
    assert told("9 were raised. Withheld were formal. Raising them is the duty.") == (
        "9 were raised. Raising them is the duty."
    )
    assert told("Withheld disputes were settled. None of them was formal. 9 are open.") == (
        "9 are open."
    )
    assert told("Withheld were adjourned. 0 were completed in time.") == ""
