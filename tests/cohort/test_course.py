"""A child's time in care as a page shows it: episodes, gaps, contradictions."""

from datetime import date

import pytest

from cohort.course import course_of
from tests.factories import EpisodeFactory, PeriodFactory

pytestmark = pytest.mark.django_db


def day(text: str) -> date:
    return date.fromisoformat(text)


def rows_of(period) -> list[tuple]:
    [stretch] = course_of(period.child)
    return [
        (str(row.started_on), str(row.ended_on), bool(row.episode), row.misfit)
        for row in stretch.rows
    ]


@pytest.fixture
def period(council):
    return PeriodFactory(started_on=day("2017-01-09"))


def test_days_of_which_nothing_is_recorded_are_shown_between_the_episodes(period):
    ended = {"period": period, "reason_ended": "X1"}
    EpisodeFactory(started_on=day("2017-01-16"), ended_on=day("2017-02-01"), **ended)
    EpisodeFactory(
        period=period, started_on=day("2017-02-08"), reason_new="P", ended_on=day("2017-03-01"),
        reason_ended="X1",
    )  # fmt: skip
    assert rows_of(period) == [
        ("2017-03-01", "None", False, ""),
        ("2017-02-08", "2017-03-01", True, ""),
        ("2017-02-01", "2017-02-08", False, ""),
        ("2017-01-16", "2017-02-01", True, ""),
        ("2017-01-09", "2017-01-16", False, ""),
    ]


def test_an_episode_that_contradicts_the_one_before_it_says_so(period):
    EpisodeFactory(period=period, ended_on=day("2017-02-01"), reason_ended="X1")
    EpisodeFactory(period=period, started_on=day("2017-02-01"), reason_new="L")
    newest, first = rows_of(period)
    assert newest[3].startswith("The episode of 1 February 2017 does not fit the one before it.")
    assert first[3] == ""


def test_short_breaks_only_are_told_from_care_with_short_breaks_in_it(period):
    EpisodeFactory(period=period, legal_status="V3", ended_on=day("2017-02-01"), reason_ended="X1")
    assert course_of(period.child)[0].only_short_breaks
    EpisodeFactory(period=period, started_on=day("2017-02-01"), reason_new="L")
    assert not course_of(period.child)[0].only_short_breaks


def test_a_period_without_an_episode_has_no_rows(period):
    [stretch] = course_of(period.child)
    assert (stretch.rows, stretch.only_short_breaks) == ([], False)
