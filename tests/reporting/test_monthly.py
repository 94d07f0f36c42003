"""The figures month by month are the year's figures, counted by the same questions."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cohort.council import the_council
from reporting.figures import (
    ReportingYear,
    caseload,
    disputes,
    outcome_forms,
    oversight,
    participation,
    records,
    timeliness,
)
from reporting.monthly import Span, Whose, monthly, summed, why_late
from tests.factories import (
    AllocationFactory,
    CaseHoldingFactory,
    DisputeFactory,
    EpisodeFactory,
    HeldReviewFactory,
    IROPostFactory,
    MidwayCheckFactory,
    OutcomeFormFactory,
    PeriodFactory,
    PublishedMonthFactory,
    RecordFactory,
    TeamFactory,
)
from tests.reviews.cases import child_of, review_due

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)
YEAR = ReportingYear.parse("2016-17")


SINCE = date(2015, 1, 1)


def held(iro, day: date, *, late: bool = False, **fields):
    """A review that the IRO chaired, of a child in care for long."""
    period = PeriodFactory(started_on=SINCE)
    EpisodeFactory(period=period)
    AllocationFactory(child=period.child, iro=iro, started_on=SINCE)
    due_on = day - timedelta(days=1) if late else day
    fields |= {"rule": "later_review", "base_on": SINCE, "chair": iro}
    return HeldReviewFactory(period=period, due_on=due_on, held_on=day, **fields)


@pytest.fixture
def worked(iro, other_iro):
    """A year of work: in time and late, recorded and not, handed in and owed."""
    IROPostFactory(iro=iro, started_on=SINCE)
    for n in range(24):
        day = date(2016 + (n + 3) // 12, (n + 3) % 12 + 1, 10) if n < 12 else date(2016, 9, n)
        code = ("", "PN7", "PN1", "PN6")[n % 4]
        review = held((iro, other_iro)[n % 2], day, late=n % 5 == 0, participation_code=code)
        if n % 3:
            handed_in = datetime(day.year, day.month, day.day, 15, tzinfo=UTC)
            OutcomeFormFactory(review=review, submitted_at=handed_in)
        else:
            OutcomeFormFactory(review=review, submitted_at=None, seen_alone=None)
        done = {"completed_on": day, "completed_by": iro} if n % 2 else {}
        RecordFactory(review=review, **done)
    return iro


def counted(year=YEAR, whose=None, on=TODAY):
    return monthly(Span.of_year(year, on), whose or Whose(), the_council())


def test_the_last_twelve_months_are_over_on_the_day():
    span = Span.whole(TODAY)
    assert (span.months[0], span.last) == (date(2016, 7, 1), date(2017, 6, 30))
    on_the_last = Span.whole(date(2017, 6, 30))
    assert on_the_last.months == span.months
    assert span.with_before().months[0] == date(2015, 7, 1)


def test_a_year_that_runs_has_the_months_begun_and_the_last_is_not_over():
    span = Span.of_year(ReportingYear.parse("2017-18"), TODAY)
    assert span.months == [date(2017, month, 1) for month in (4, 5, 6, 7)]
    assert span.last == TODAY
    assert [span.is_over(month) for month in span.months] == [True, True, True, False]


@pytest.mark.parametrize("year", ["2016-17", "2017-18"])
def test_the_months_add_up_to_the_years_figures(worked, year):
    year, council = ReportingYear.parse(year), the_council()
    asked = {"on": TODAY, "council": council}
    got = counted(year)
    held = timeliness.timeliness(year, **asked)["by_year"][-1]
    assert summed(got.reviews, "reviews") == held["reviews"]
    assert summed(got.reviews, "in_timescale") == held["in_timescale"]
    part = participation.participation(year, **asked)["by_year"][-1]
    assert summed(got.taking_part, "everyone") == part["reviews_aged_4_and_over"]
    for name in ("participated", "not_recorded", "not_participated", "attended"):
        assert summed(got.taking_part, name) == part[name], name
    forms = outcome_forms.outcome_forms(year, **asked)
    for ours, theirs in {"due": "due", "in_time": "within_24_hours", "late": "late"}.items():
        assert summed(got.forms, ours) == forms[theirs], ours
    assert summed(got.forms, "outstanding") == forms["outstanding"]
    owed = records.records(year, **asked)
    names = {"due": "due", "in_time": "completed_in_time", "late": "completed_late"}
    names |= {"overdue": "overdue", "outstanding": "outstanding"}
    names |= {"sent_in_time": "distributed_in_time", "sent_late": "distributed_late"}
    for ours, theirs in names.items():
        assert summed(got.records, ours) == owed[theirs], ours
    if year == YEAR:
        assert (held["reviews"], forms["outstanding"] > 0, owed["overdue"] > 0) == (24, True, True)


def test_late_reasons_are_those_of_the_year(worked):
    year = timeliness.timeliness(YEAR, on=TODAY, council=the_council())
    got = why_late(Span.of_year(YEAR, TODAY), Whose(), the_council())
    assert got == year["late_reasons"] != []


def test_midway_checks_by_month_add_up_to_the_years(iro):
    for n, month in enumerate((5, 5, 6, 7)):
        check = MidwayCheckFactory(
            review=review_due(child_of(iro), date(2017, 9, 1)), due_on=date(2017, month, 2)
        )
        if n % 2:
            check.done_on, check.done_by, check.outcome = date(2017, month, n), iro, "on_track"
            check.save()
    year = ReportingYear.parse("2017-18")
    got = counted(year)
    told = oversight.oversight(year, on=TODAY, council=the_council())
    names = {"due": "due", "in_time": "done_in_time", "late": "done_late"}
    for ours, theirs in (names | {"outstanding": "not_done"}).items():
        assert summed(got.checks, ours) == told[theirs], ours
    assert [m["due"] for m in got.checks] == [0, 2, 1, 1]


def test_caseloads_by_month_are_the_years(worked):
    by_month = caseload.caseload(YEAR, on=TODAY, council=the_council())["by_month"]
    names = {"children": "children", "posts": "fte_in_post", "average": "average"}
    names |= {"over": "over_limit", "without_iro": "unallocated"}
    for month, theirs in zip(counted().caseloads, by_month, strict=True):
        assert {ours: theirs[name] for ours, name in names.items()} == month.counts
    mine = counted(whose=Whose(iro=worked)).caseloads[-1]
    assert mine["posts"] == Decimal(1)
    assert mine["average"] == mine["children"] == 12


def test_disputes_by_month_add_up_to_the_years(iro):
    for n in range(6):
        DisputeFactory(child=child_of(iro), raised_on=date(2017, 4 + n % 3, 3))
    year = ReportingYear.parse("2017-18")
    got = counted(year).disputes
    told = disputes.disputes(year, on=TODAY, council=the_council())
    assert summed(got, "raised") == told["raised"] == 6
    assert summed(got, "settled") == told["settled"]
    assert got[-1]["open"] == told["open_at_end"]


def test_a_month_whose_records_are_not_all_due_is_not_over(iro):
    RecordFactory(review=held(iro, date(2017, 6, 28)), due_on=date(2017, 7, 26))
    RecordFactory(review=held(iro, date(2017, 5, 2)), due_on=date(2017, 5, 31))
    year = ReportingYear.parse("2017-18")
    assert [m.running for m in counted(year).records] == [False, False, True, True]


def test_before_the_records_began_only_what_was_published_is_known(council, iro):
    PublishedMonthFactory(month=date(2016, 3, 1), reviews=100, in_timescale=90)
    span = Span.of_year(ReportingYear.parse("2015-16"), TODAY)
    got = monthly(span, Whose(), council)
    assert got.reviews[-1]["in_timescale"] == 90
    assert got.reviews[0]["reviews"] is None
    assert summed(got.taking_part, "everyone") is summed(got.records, "due") is None
    assert monthly(span, Whose(iro=iro), council).reviews[-1]["reviews"] is None


def test_an_iros_months_are_of_the_reviews_they_chaired(worked, other_iro):
    mine, theirs = counted(whose=Whose(iro=worked)), counted(whose=Whose(iro=other_iro))
    for name, count in {"reviews": "reviews", "records": "due", "taking_part": "everyone"}.items():
        both = [summed(getattr(one, name), count) for one in (mine, theirs)]
        assert both == [12, 12], name
    assert summed(mine.forms, "due") + summed(theirs.forms, "due") == summed(counted().forms, "due")


def test_a_teams_months_are_of_the_children_it_held_on_the_day(iro):
    team = TeamFactory()
    review = held(iro, date(2016, 6, 10))
    RecordFactory(review=review)
    CaseHoldingFactory(
        child=review.child, team=team, started_on=date(2016, 6, 1), ended_on=date(2016, 6, 11)
    )
    held(iro, date(2016, 6, 10))
    got = counted(whose=Whose(team=team))
    assert summed(got.reviews, "reviews") == summed(got.records, "due") == 1
    assert got.caseloads == []


def test_the_months_take_as_many_queries_however_many_rows_and_months(worked):
    numbers = []
    for year, months in ((YEAR, 12), (YEAR, 48)):
        span = Span(year.first, months, date(2021, 1, 1))
        with CaptureQueriesContext(connection) as queries:
            monthly(span, Whose(), the_council())
        numbers.append(len(queries))
    assert numbers[0] == numbers[1] <= 14
