"""The year's disputes: twelve of them over the edges of the year, every number by hand."""

import json
from datetime import date
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from disputes.ladder import DEFAULT, new_ladder
from disputes.models import Dispute, GoodPractice
from reporting import sentences, tables
from reporting.audience import Audience
from reporting.figures import as_json, figures
from reporting.making import printed
from reporting.report import compose
from reporting.withheld import WITHHELD
from reporting.withholding import public
from statute.timescales import deadline
from tests.factories import (
    CALENDAR,
    CaseHoldingFactory,
    ChildFactory,
    DisputeFactory,
    PeriodFactory,
    TeamFactory,
    UserFactory,
)
from tests.reporting.pdf_checks import check_accessible

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)


def dispute(raised_on, *, stage=0, formal_on=None, settled_on=None, outcome="", **more):
    """A dispute as it stands; closed on the day it was settled unless it is said otherwise."""
    formal_on = formal_on or (raised_on if stage else None)
    total = deadline("dispute_total", formal_on, CALENDAR).due_on if formal_on else None
    closed = {"state": "closed", "closed_on": settled_on, "outcome": outcome, "what_changed": "So."}
    return DisputeFactory(
        raised_on=raised_on,
        stage=stage,
        formal_on=formal_on,
        total_due_on=total,
        settled_on=settled_on,
        **(closed if outcome else {"state": "accepted"} if settled_on else {}) | more,
    )


@pytest.fixture
def twelve(council):
    """Twelve disputes, two teams (10 children all year, 10 from 1 October), four in care."""
    new_ladder(DEFAULT, on=date(2016, 4, 1))
    north, south = TeamFactory(name="North"), TeamFactory(name="South")
    for _ in range(10):
        CaseHoldingFactory(team=north, started_on=date(2015, 1, 1))
        CaseHoldingFactory(team=south, started_on=date(2016, 10, 1))
    for _ in range(4):
        PeriodFactory()
    child = ChildFactory()
    raised = lambda *args, **more: dispute(*args, child=child, **more)  # noqa: E731
    feb_1, feb_2, sept_5, sept_12 = (
        date(2017, 2, 1), date(2017, 2, 2), date(2016, 9, 5), date(2016, 9, 12),
    )  # fmt: skip
    far = {"formal_on": feb_2, "stage": 4, "theme": "permanence", "team": south}
    return [
        raised(date(2016, 3, 31)),
        raised(date(2016, 4, 1), settled_on=date(2016, 4, 1), outcome="withdrawn", theme="health"),
        raised(date(2017, 3, 31), theme="education"),
        raised(date(2017, 4, 1)),
        raised(
            sept_5, formal_on=sept_12, stage=1, settled_on=date(2016, 10, 10), outcome="upheld",
            team=north,
        ),
        raised(
            sept_5, formal_on=sept_12, stage=2, settled_on=date(2016, 10, 11), outcome="partly",
            closed_on=date(2016, 10, 14), team=north,
        ),
        raised(date(2017, 1, 10), stage=1, settled_on=date(2017, 1, 17), team=north),
        raised(
            date(2016, 3, 10), formal_on=date(2016, 3, 11), stage=1, outcome="not_upheld",
            settled_on=date(2016, 4, 4), closed_on=date(2016, 4, 5),
        ),
        raised(feb_1, cafcass_on=date(2017, 3, 30), **far),
        raised(feb_1, cafcass_on=date(2017, 4, 3), **far),
        raised(
            date(2017, 3, 20), settled_on=date(2017, 4, 3), outcome="upheld", theme="poor_practice"
        ),
        raised(
            date(2016, 12, 20), settled_on=date(2017, 1, 6), outcome="upheld", theme="poor_practice"
        ),
    ]  # fmt: skip


def block(year="2016-17", on=TODAY):
    return figures(year, on=on)["disputes"]


def test_concerns_count_in_the_year_they_were_raised(twelve):
    figure = block()
    assert (figure["raised"], figure["informal"], figure["formal"]) == (9, 4, 5)
    assert (figure["basis"], figure["kept_from"]) == ("records", "2016-04-01")
    assert {name: n for name, n in figure["by_stage"].items() if n} == {
        "Informal": 4, "Team manager": 2, "Service manager": 1,
        "Director of children's services": 2,
    }  # fmt: skip
    assert {theme: n for theme, n in figure["by_theme"].items() if n} == {
        "drift_and_delay": 3, "permanence": 2, "poor_practice": 2, "education": 1, "health": 1,
    }  # fmt: skip
    assert figure["by_group"] == {"delay": 5, "practice": 4}


def test_what_was_settled_counts_in_the_year_it_was_settled(twelve):
    figure = block()
    # From the day they were raised: 0, 5, 10, 15, 25 and 26 working days.
    assert (figure["settled"], figure["median_working_days"]) == (6, 12.5)
    assert figure["p90_working_days"] == 26
    # The formal ones from the day they became formal: 5, 14, 20 and 21.
    assert figure["formal_settled"] == 4
    assert figure["formal_median_working_days"] == 17
    assert figure["formal_p90_working_days"] == 21
    assert figure["within_20_working_days"] == 3
    assert str(figure["within_20_working_days_percent"]) == "75.0"
    assert figure["by_outcome"] == {
        "upheld": 2, "partly": 1, "not_upheld": 1, "withdrawn": 1, "followed_up": 1,
    }  # fmt: skip


def test_cafcass_counts_by_the_referrals_day_and_open_by_the_last_day(twelve):
    figure = block()
    assert (figure["cafcass"], figure["open_at_end"]) == (1, 6)
    assert block("2017-18")["cafcass"] == 1


def test_teams_are_measured_by_the_children_they_held_and_for_how_long(twelve):
    rows = {row["team"]: row for row in block()["by_team"]}
    assert [rows["North"][key] for key in ("raised", "children", "per_100_children")] == [3, 10, 30]
    # 10 children for 182 of 365 days are 4.986 on average.
    south = [str(rows["South"][key]) for key in ("raised", "children", "per_100_children")]
    assert south == ["2", "5.0", "40.1"]
    assert (rows[None]["raised"], rows[None]["per_100_children"]) == (4, None)
    assert (block()["children"], block()["per_100_children"]) == (4, 225)


def test_the_months_add_up_and_hold_the_good_practice(twelve):
    for on in (date(2016, 3, 31), date(2016, 4, 1), date(2017, 3, 31)):
        GoodPractice.objects.create(
            child=ChildFactory(), theme="health", text="Well done.", raised_on=on,
            raised_by=UserFactory(),
        )  # fmt: skip
    figure = block()
    raised = {row["month"]: row["raised"] for row in figure["by_month"] if row["raised"]}
    assert raised == {
        "2016-04": 1, "2016-09": 2, "2016-12": 1, "2017-01": 1, "2017-02": 2, "2017-03": 2,
    }  # fmt: skip
    assert figure["good_practice"] == 2
    assert len(block("2017-18")["by_month"]) == 4  # April to July: August is still to come


def test_one_dispute_settled_moves_the_figures(twelve):
    before = block()
    Dispute.objects.filter(pk=twelve[8].pk).update(state="accepted", settled_on=date(2017, 3, 2))
    after = block()
    # 1 February to 2 March 2017: 21 working days, 20 of them since it became formal.
    assert after["median_working_days"] == 15
    assert after["settled"] == before["settled"] + 1
    assert after["within_20_working_days"] == before["within_20_working_days"] + 1
    assert after["by_outcome"]["followed_up"] == before["by_outcome"]["followed_up"] + 1
    assert after["raised"] == before["raised"]


def test_a_year_before_the_first_ladder_is_not_kept_and_says_so(council):
    new_ladder(DEFAULT, on=date(2017, 6, 1))
    dispute(date(2017, 2, 1))
    dispute(date(2017, 5, 2))
    figure = figures("2016-17", on=TODAY)
    told = figure["disputes"]
    assert (told["basis"], told["raised"], told["median_working_days"]) == ("not kept", 0, None)
    assert told["entered_since"] == 1
    assert sentences.disputes_kept(figure) == (
        "Disputes were not kept in this service in this year; they are from 1 June 2017 on, so "
        "none is counted here. 1 concern of the year was entered afterwards, and nobody knows "
        "whether it is the only one."
    )
    year_of_the_ladder = figures("2017-18", on=TODAY)
    assert year_of_the_ladder["disputes"]["raised"] == 1
    assert sentences.disputes_kept(year_of_the_ladder) == (
        "Disputes are kept in this service from 1 June 2017. Concerns of the year raised before "
        "that day are counted as far as they were entered since."
    )


def test_a_service_without_a_ladder_keeps_no_disputes(council):
    told = block()
    assert (told["basis"], told["kept_from"], told["by_stage"]) == ("not kept", None, {})


def test_a_year_of_which_nothing_was_raised_says_none_and_not_unknown(council):
    new_ladder(DEFAULT, on=date(2016, 4, 1))
    figure = figures("2016-17", on=TODAY)
    assert (figure["disputes"]["raised"], figure["disputes"]["basis"]) == (0, "records")
    assert sentences.concerns_raised(figure["disputes"]) == "No concern was raised in the year."


def test_the_year_stands_beside_the_two_before_it_as_far_as_they_were_kept(twelve):
    told = block()
    now = told["by_year"][-1]
    assert [row["year"] for row in told["by_year"]] == ["2014-15", "2015-16", "2016-17"]
    for key in now.keys() - {"year", "basis"}:
        assert now[key] == told[key], key
    assert told["closed"] == told["closed_saying_what_changed"] > 0
    assert told["by_year"][0]["basis"] in ("records", "not kept")


def test_more_disputes_cost_no_more_questions(twelve):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            block()
        return len(queries)

    few = asked()
    for _ in range(3):
        dispute(date(2017, 1, 5), team=TeamFactory())
    assert asked() == few


def test_the_reports_sentences_are_those_of_the_figures(twelve):
    figure = json.loads(as_json(figures("2016-17", on=TODAY)))
    told = figure["disputes"]
    assert sentences.concerns_raised(told).startswith(
        "IROs raised 9 concerns about children's cases, 225.0 for each 100 children looked after. "
        "4 stayed informal and 5 became formal disputes."
    )
    assert sentences.themes_of_concerns(told) == (
        "5 were about delay and 4 were about practice. The theme raised most was drift and "
        "delay (3)."
    )
    assert sentences.how_disputes_ended(told) == (
        "6 disputes were settled in the year. 3 were upheld or partly upheld, 1 was not, 1 was "
        "withdrawn, and for 1 what was agreed is still followed up."
    )
    assert sentences.how_long_disputes_took(told) == (
        "Half of the disputes settled took 12.5 working days or fewer from the day they were "
        "raised, and nine in ten took 26 working days or fewer. Of the 4 formal disputes settled, "
        "3 (75.0%) took no more than the 20 working days that the formal stages have together."
    )
    assert sentences.beside_disputes(figure) == (
        "1 dispute was referred to Cafcass. 6 disputes were open on 31 March 2017."
    )


def test_the_pdf_is_accessible_and_its_tables_hold_the_disputes(twelve):
    figure = figures("2016-17", on=TODAY)
    pdf = printed(compose(figure))
    assert check_accessible(pdf) == []
    pages = PdfReader(BytesIO(pdf)).pages
    words = " ".join(" ".join(page.extract_text().split()) for page in pages)
    told = figure["disputes"]
    for table in (
        tables.disputes_by_month(told),
        tables.disputes_by_stage(told),
        tables.disputes_by_theme(told),
        tables.disputes_by_team(told),
        tables.disputes_by_outcome(told),
    ):
        for row in [*table.rows, table.total]:
            line = " ".join("–" if cell is None else cell for cell in row)
            assert line in words, f"{table.caption}: {line}"


def test_the_public_table_of_teams_withholds_small_counts_and_the_report_says_so(twelve):
    told = public(figures("2016-17", on=TODAY))
    table = tables.disputes_by_team(told["disputes"])
    assert [row[1] for row in table.rows] == ["Withheld", "Withheld", "Withheld"]
    assert table.total[1] == "Withheld"  # nine in many months and themes: most would be 1
    inside = tables.disputes_by_team(block())
    assert [row[1] for row in inside.rows] != [row[1] for row in table.rows]
    noted = {table.id: table.note for table in compose(told, audience=Audience.PUBLIC).tables}
    assert "Counts of 1 to 4 are withheld" in noted["disputes-by-team"]


def test_of_a_year_with_fewer_than_five_concerns_not_even_how_many_is_public(council):
    new_ladder(DEFAULT, on=date(2016, 4, 1))
    dispute(date(2017, 1, 5), team=TeamFactory())
    told = public(figures("2016-17", on=TODAY))["disputes"]
    assert told["raised"] == told["informal"] == told["by_month"][9]["raised"] == WITHHELD
