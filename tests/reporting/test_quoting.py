"""Figures placed in sentences: each is told, and as its table tells it."""

import re

import pytest

from reporting import tables
from reporting.figures import figures
from reporting.outline import HEADINGS
from reporting.quoting import CATALOGUE, by_section, quotable
from reporting.quoting.shape import A_WITHHELD_NUMBER, Place
from reporting.withheld import WITHHELD
from reporting.written import NOT_KNOWN
from tests.reporting.figures_sample import TODAY, sample, some_of_everything

pytestmark = pytest.mark.usefixtures("council")


def test_names_can_be_typed_and_are_all_different():
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in CATALOGUE)
    listed = [one.name for some in by_section().values() for one in some]
    assert sorted(listed) == sorted(CATALOGUE)
    assert {one.section for one in CATALOGUE.values()} <= set(HEADINGS)
    assert all(one.words for one in CATALOGUE.values())


def test_every_figure_is_told_of_a_council_with_a_few_of_everything():
    quoted = quotable(sample())
    assert list(quoted) == list(CATALOGUE)
    numbers = [name for name in quoted if not CATALOGUE[name].is_sentence]
    assert all(quoted[name] for name in numbers)
    assert [name for name, words in quoted.items() if "None" in words] == []
    # The sample holds none of these; of every other figure it knows how many.
    unknown = {CATALOGUE[name].section for name in numbers if quoted[name] == NOT_KNOWN}
    assert unknown <= {
        *("summary", "disputes", "advocacy", "oversight", "voice", "audits", "development", "team"),
        *("participation", "records", "children"),
    }
    told = ("reviews-late", "took-part", "attended", "records-late", "caseload-average", "iros")
    assert [name for name in told if quoted[name] == NOT_KNOWN] == []


def test_every_figure_still_stands_in_its_place():
    """A place that moved would say "not known" of what is known."""
    told = sample()
    for one in CATALOGUE.values():
        found = told
        for step in one.value.path.split(".") if isinstance(one.value, Place) else ():
            if found is None:
                break
            found = found[int(step) if isinstance(found, list) else step]


def test_of_a_year_before_the_records_what_is_not_known_says_so():
    some_of_everything()
    quoted = quotable(figures("2014-15", on=TODAY))
    assert quoted["reviews-held"] == "1,266"
    assert quoted["concerns-raised"] == NOT_KNOWN  # and not 0
    assert quoted["caseload-average"] == NOT_KNOWN
    assert [name for name, words in quoted.items() if "None" in words] == []


@pytest.mark.parametrize("period", ["2016-17-H1", "2016-17-Q3"])
def test_a_half_and_a_quarter_are_told_too(period):
    some_of_everything()
    quoted = quotable(figures(period, on=TODAY))
    assert quoted["reviews-held"] == ("0" if period.endswith("H1") else "12")


def test_a_withheld_number_says_that_it_is():
    told = sample()
    told["cohort"]["disabled"] = WITHHELD
    told["timeliness"]["by_year"][-1]["percent"] = WITHHELD
    told["cohort"]["change_percent"] = WITHHELD
    names = ("children-disabled", "reviews-in-timescale-percent", "children-change")
    assert {CATALOGUE[name].text(told) for name in names} == {A_WITHHELD_NUMBER}


def test_the_sentence_says_what_the_table_says():
    told = sample()
    quoted = quotable(told)
    months = tables.timeliness_by_month(told["timeliness"])
    assert [quoted["reviews-held"], quoted["reviews-in-timescale"],
            quoted["reviews-in-timescale-percent"]] == months.total[-3:]  # fmt: skip
    assert [quoted["reviews-held-year-before"],
            quoted["reviews-in-timescale-percent-year-before"]] == [
        months.total[-6], months.total[-4]]  # fmt: skip
    part = tables.participation_by_year(told["participation"]).rows
    names = (
        "reviews-aged-4-and-over took-part did-not-take-part participation-not-recorded "
        "took-part-percent took-part-of-recorded-percent participation-not-recorded-percent "
        "attended-percent"
    )
    assert [quoted[name] for name in names.split()] == part[-1][1:]
    assert quoted["took-part-percent-year-before"] == part[-2][5]
    records = tables.records(told["records"])
    assert [[quoted["records-in-time"], quoted["records-in-time-percent"]],
            [quoted["records-late"]], [quoted["records-outstanding"]]] == [
        records.rows[0][1:], [records.rows[1][1]], [records.rows[2][1]]]  # fmt: skip
    forms = tables.outcome_forms(told["outcome_forms"])
    assert [quoted["outcome-forms-in-time"], quoted["outcome-forms-in-time-percent"]] == (
        forms.rows[0][1:]
    )
    team = tables.caseloads(told["caseload"]).total
    assert [quoted["posts-filled"], quoted["caseload-average"]] == [team[1], team[3]]
    ages = tables.age(told["cohort"])
    named = [name for name in CATALOGUE if name.startswith("children-aged-")]
    assert [quoted[name] for name in named] == [row[1] for row in ages.rows]
    assert quoted["children-looked-after"] == ages.total[1]
    late = tables.late_reasons(told["timeliness"])
    assert quoted["reviews-late"] == late.total[1]
    waiting = {row[0]: row[1:] for row in tables.advocacy(told["support"]).rows}
    assert [quoted["advocates-waiting"], quoted["visitors-waiting"]] == (
        waiting["Waiting at the end"]
    )
