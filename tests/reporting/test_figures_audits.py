"""Quality audits of a time, counted by hand."""

from datetime import date
from decimal import Decimal

import pytest

from cohort.models import Council
from reporting.figures.audits import audits
from reporting.sentences.audits import NONE, actions, made, share_audited
from statute.reporting_year import ReportingYear
from tests.factories import (
    AuditActionFactory,
    HeldReviewFactory,
    QualityAuditFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)


def of(period: str) -> dict:
    return audits(ReportingYear.parse(period), on=TODAY, council=Council.objects.get())


def held(on: str):
    day = date.fromisoformat(on)
    return HeldReviewFactory(period__started_on=date(2016, 1, 4), held_on=day, due_on=day)


def audit(of: str, on: str, grade: str = "good", **facts):
    day = date.fromisoformat(on)
    return QualityAuditFactory(review=held(of), audited_on=day, grade=grade, **facts)


@pytest.fixture
def year(council):
    """2016/17, with an audit on either side of each border."""
    audit("2016-03-01", "2016-03-31", "inadequate")  # made in the year before
    audit("2016-03-30", "2016-04-01", "outstanding", strong=["voice"], weak=[])
    good = audit("2016-09-01", "2017-03-31", "good", strong=["voice"], weak=["record"])
    audit("2016-09-02", "2016-10-01", "improve", strong=[], weak=["record", "plan"])
    audit("2017-03-31", "2017-04-01", "inadequate")  # made in the year after, of a review in it
    held("2016-09-03")
    AuditActionFactory(audit=good, due_on=date(2017, 4, 28), done_on=date(2017, 5, 30))
    AuditActionFactory(audit=good, due_on=date(2017, 7, 19))  # overdue
    AuditActionFactory(audit=good, due_on=date(2017, 7, 20))  # due today, and so not overdue
    return of("2016-17")


def test_audits_are_counted_by_the_day_they_were_made(year):
    assert year["audits"] == 3
    assert year["by_grade"] == {"outstanding": 1, "good": 1, "improve": 1, "inadequate": 0}
    assert (year["good_or_better"], year["good_or_better_percent"]) == (2, Decimal("66.7"))
    assert year["by_theme"]["voice"] == {"strong": 2, "weak": 0}
    assert year["by_theme"]["record"] == {"strong": 0, "weak": 2}


def test_the_share_audited_is_of_the_reviews_held_in_the_year(year):
    assert (year["reviews_held"], year["reviews_audited"]) == (4, 3)
    assert share_audited(year) == (
        "Of 4 reviews held in this time, 3 (75.0%) have been audited by now."
    )


def test_an_action_is_overdue_from_the_day_after_its_day(year):
    assert (year["actions_done"], year["actions_overdue"], year["actions_to_do"]) == (1, 1, 1)
    assert actions(year) == (
        "The audits asked for 3 actions. 1 is done. 1 is overdue. 1 is to come."
    )


def test_a_half_year_has_its_own(year):
    assert (of("2016-17-H1")["audits"], of("2016-17-H2")["audits"]) == (1, 2)


def test_a_year_without_an_audit_says_so(council):
    assert made(of("2016-17")) == NONE
    assert of("2015-16")["audits"] is None
