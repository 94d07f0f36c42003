"""Reviews out of another system: due, held, cancelled, planned."""

from datetime import UTC, date, datetime

import pytest

from cohort.models import Council
from reviews.models import PlanChange, Review
from tests.factories import (
    ChildFactory,
    EpisodeFactory,
    HeldReviewFactory,
    OutcomeFormFactory,
    PeriodFactory,
    ReviewFactory,
    UserFactory,
)
from tests.reviews.importing.registers import counts, imported, reasons

pytestmark = pytest.mark.django_db
HEADINGS = "Child,Due,Held,Cancelled,Code,Chair\n"
HISTORY = (
    HEADINGS
    + "C1,03/10/2016,01/10/2016,,PN1,Ann Lee\n"
    + "C1,01/01/2017,10/01/2017,,,\n"
    + "C1,10/07/2017,,,,\n"
)
SEEN = ("due_on", "held_on", "rule", "base_on", "held_in_time", "late_reason")


@pytest.fixture
def period(council):
    """A child looked after since 5 September 2016, and an IRO."""
    UserFactory(email="ann@example.org", first_name="Ann", last_name="Lee")
    child = ChildFactory(reference="C1")
    return EpisodeFactory(period__child=child, period__started_on=date(2016, 9, 5)).period


def test_a_history_comes_in_with_the_days_that_were_given(period):
    outcome = imported("reviews", HISTORY)
    assert (counts(outcome).added, reasons(outcome)) == (3, [])
    later, first = Review.objects.held()
    assert {name: getattr(first, name) for name in SEEN} == {
        "due_on": date(2016, 10, 3), "held_on": date(2016, 10, 1), "rule": "as_given",
        "base_on": date(2016, 9, 5), "held_in_time": True, "late_reason": "",
    }  # fmt: skip
    assert {name: getattr(later, name) for name in SEEN} == {
        "due_on": date(2017, 1, 1), "held_on": date(2017, 1, 10), "rule": "as_given",
        "base_on": date(2016, 10, 1), "held_in_time": False, "late_reason": "not_recorded",
    }  # fmt: skip
    assert (first.participation_code, first.chair.email) == ("PN1", "ann@example.org")
    assert first.imported
    planned = Review.objects.planned().get()
    assert (planned.rule, planned.base_on) == ("later_review", date(2017, 1, 10))
    assert (planned.due_on, planned.imported) == (date(2017, 7, 10), False)


def test_again_it_changes_nothing(period):
    imported("reviews", HISTORY)
    before = list(Review.objects.order_by("pk").values())
    assert counts(imported("reviews", HISTORY)).unchanged == 3
    assert list(Review.objects.order_by("pk").values()) == before
    assert not PlanChange.objects.exists()


def test_the_law_plans_and_another_day_is_told(period):
    outcome = imported("reviews", HEADINGS + "C1,01/12/2016,,,,\n")
    assert Review.objects.planned().get().due_on == date(2016, 10, 3)
    assert outcome.notes == [
        "1 row gave a planned review another due day than the law, by which it stands: "
        "C1, 3 October 2016.",
        "Reviews planned: 1.",
    ]


def test_the_planned_review_follows_what_came_in(period):
    planned = ReviewFactory(period=period)
    imported("reviews", HEADINGS + "C1,,01/10/2016,,PN1,\n")
    planned.refresh_from_db()
    assert (planned.rule, planned.base_on) == ("second_review", date(2016, 10, 1))
    assert planned.plan_changes.get().kind == "replanned"


def test_a_review_that_is_booked_keeps_its_day(period):
    planned = ReviewFactory(period=period, booked_for=datetime(2017, 7, 19, 9, tzinfo=UTC))
    imported("reviews", HEADINGS + "C1,,01/10/2016,,PN1,\n")
    planned.refresh_from_db()
    assert planned.due_on == date(2016, 10, 3)


def test_a_due_day_that_is_not_the_laws_is_told_where_the_law_is_certain(period):
    outcome = imported("reviews", HEADINGS + "C1,10/10/2016,01/10/2016,,,\nC1,,01/12/2016,,,\n")
    assert (
        "1 row gave a review another due day than the law; it stands as it was given: C1, held on "
        "1 October 2016, was due on 10 October 2016 and by the law on 3 October 2016."
    ) in outcome.notes
    given, lawful = Review.objects.held().order_by("held_on")
    assert (given.rule, lawful.rule, lawful.due_on) == (
        "as_given", "second_review", date(2017, 1, 1),
    )  # fmt: skip


def test_where_the_past_is_not_known_the_law_is_not_called_in(period, council):
    Council.objects.update(records_from=date(2017, 4, 1))
    outcome = imported("reviews", HEADINGS + "C1,10/10/2016,01/12/2016,,,\n")
    assert not [note for note in outcome.notes if "than the law" in note]


def test_without_the_day_it_was_due_a_review_counts_as_neither_in_time_nor_late(period):
    Council.objects.update(records_from=date(2017, 4, 1))
    imported("reviews", HEADINGS + "C1,,01/02/2017,,PN1,\n")
    review = Review.objects.held().get()
    assert {name: getattr(review, name) for name in SEEN} == {
        "due_on": None, "held_on": date(2017, 2, 1), "rule": "not_known",
        "base_on": None, "held_in_time": None, "late_reason": "",
    }  # fmt: skip


def test_a_due_day_told_later_is_taken(period):
    Council.objects.update(records_from=date(2017, 4, 1))
    imported("reviews", HEADINGS + "C1,,01/02/2017,,,\n")
    outcome = imported("reviews", HEADINGS + "C1,31/01/2017,01/02/2017,,PN4,Ann Lee\n")
    assert counts(outcome).changed == 1
    review = Review.objects.held().get()
    assert (review.due_on, review.late_reason) == (date(2017, 1, 31), "not_recorded")
    assert (review.participation_code, str(review.chair)) == ("PN4", "Ann Lee")


def test_one_that_turns_up_between_two_is_what_the_later_one_counts_from(period):
    imported("reviews", HEADINGS + "C1,10/07/2017,01/07/2017,,,\n")
    imported("reviews", HEADINGS + "C1,03/10/2016,01/10/2016,,,\n")
    assert Review.objects.get(held_on=date(2017, 7, 1)).base_on == date(2016, 10, 1)


def test_the_dataset_says_only_that_a_review_was_cancelled(period):
    given = (
        "clar_cla_person_id,clar_cla_review_due_date,clar_cla_review_date,"
        "clar_cla_review_cancelled,clar_cla_review_participation\n"
        "C1,2016-10-03 00:00:00,2016-09-28 00:00:00,Y,\n"
        "C1,2016-10-03 00:00:00,2016-10-03 00:00:00,N,PN6 - not there\n"
    )
    outcome = imported("reviews", given)
    assert (counts(outcome).added, reasons(outcome)) == (2, [])
    cancelled = Review.objects.cancelled().get()
    assert (cancelled.due_on, cancelled.cancelled_on) == (date(2016, 10, 3), date(2016, 9, 28))
    assert cancelled.cancelled_reason == "Cancelled, as another system says"
    assert Review.objects.held().get().participation_code == "PN6"
    assert "the day it was to be held stands for the day of that: line 2." in outcome.notes[0]
    assert counts(imported("reviews", given)).unchanged == 2


def test_a_review_recorded_here_is_never_changed(period):
    mine = OutcomeFormFactory(
        review__period=period, review__held_on=date(2016, 10, 1), review__participation_code="PN1"
    ).review
    outcome = imported(
        "reviews",
        "Child,Due,Held,Code\nC1,01/09/2016,01/10/2016,PN1\n",
    )
    assert counts(outcome).unchanged == 1
    outcome = imported("reviews", "Child,Due,Held,Code\nC1,,01/10/2016,PN2\n")
    assert counts(outcome).unchanged == 1
    assert (
        "1 row gave another code than a review recorded here has, which stays: "
        "C1, PN2 and here PN1."
    ) in outcome.notes
    mine.refresh_from_db()
    assert (mine.due_on, mine.participation_code) == (date(2016, 10, 3), "PN1")


def test_what_was_an_error_here_does_not_come_back(period):
    HeldReviewFactory(period=period, held_on=date(2016, 10, 1), struck_on=date(2016, 11, 1))
    outcome = imported("reviews", HEADINGS + "C1,,01/10/2016,,,\n")
    assert counts(outcome).unchanged == 1
    assert not Review.objects.held().exists()
    assert (
        "1 row told of a review that was found here to be recorded in error: it stays out: "
        "C1, 1 October 2016."
    ) in outcome.notes


def test_what_cannot_be_true_of_a_review_is_handed_back(period):
    baby = ChildFactory(reference="C2", date_of_birth=date(2015, 3, 2))
    PeriodFactory(child=baby, started_on=date(2015, 3, 9), ended_on=date(2016, 5, 9))
    outcome = imported(
        "reviews",
        HEADINGS
        + "C9,,01/10/2016,,,\n"
        + "C1,,,,,\n"
        + "C1,,01/02/2008,,,\n"
        + "C1,,01/08/2016,,,\n"
        + "C1,,21/07/2017,,,\n"
        + "C1,,01/10/2016,,PN0,\n"
        + "C2,,01/05/2016,,PN1,\n"
        + "C1,,01/10/2016,,XX,\n"
        + "C1,01/09/2016,01/10/2016,,,\n"
        + "C1,03/10/2016,01/10/2016,02/10/2016,,\n"
        + "C1,,,Y,,\n"
        + "C1,03/10/2016,,21/07/2017,,\n"
        + "C2,01/06/2017,,,,\n"
        + "C1,30/02/2017,,,,\n"
        + "C1,,01/11/2016,,,\n"
        + "C1,,01/11/2016,,PN1,\n"
        + "C1,01/10/2016,,,,\n",
    )
    assert reasons(outcome) == [
        (2, "Child", "No child here has the reference C9."),
        (3, "", "There is neither the day it was due nor the day it was held."),
        (4, "Held", "The child was born after it, on 14 May 2008."),
        (5, "Held", "The child was not looked after on 1 August 2016."),
        (6, "Held", "21 July 2017 has not come yet."),
        (7, "Code", "PN0 (under 4 at the time of the review) cannot be from the 4th birthday, "
         "and the child was born on 14 May 2008."),
        (8, "Code", "PN1 (came and spoke for themselves) cannot be before the 4th birthday, "
         "and the child was born on 2 March 2015."),
        (9, "Code", "“XX” is none of the codes PN0 to PN7."),
        (10, "Due", "It cannot have been due before care began on 5 September 2016."),
        (11, "Cancelled", "A review is held or cancelled, and not both."),
        (12, "Due", "A cancelled review needs the day it was due."),
        (13, "Cancelled", "21 July 2017 has not come yet."),
        (14, "", "The child is not looked after now, so that no review is due."),
        (15, "Due", "“30/02/2017” is not a day. Write it like 05/12/2016."),
        (17, "", "Line 16 has a review of this child on the same day."),
        (18, "Due", "A review was held after that, on 1 November 2016: "
         "this one is no longer planned."),
    ]  # fmt: skip
    assert counts(outcome).added == 1


def test_a_chair_nobody_knows_is_told_of(period):
    outcome = imported("reviews", HEADINGS + "C1,,01/10/2016,,,Cy Orr\n")
    assert counts(outcome).added == 1
    assert (
        "1 row named a chair who is no IRO here, and went in without one: Cy Orr." in outcome.notes
    )


def test_care_whose_beginning_nobody_knows_takes_a_due_day_from_before_it(period):
    period.began_before = True
    period.save()
    imported("reviews", HEADINGS + "C1,01/09/2016,01/10/2016,,,\n")
    assert Review.objects.held().get().base_on == date(2016, 9, 1)
