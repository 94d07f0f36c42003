"""A review held before the child's rules changed and entered after it; one booked under old ones.

Placed for adoption on 6 July 2017, entered on the 20th: the review due on 24 July is now due on
3 August, 4 weeks after the placement.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from cohort.models import Council
from iro_service.refusals import Refusal
from reviews.actions.booking import book_review
from reviews.actions.held_before import enter_as_held_before
from reviews.actions.life import cancel_review
from reviews.actions.striking import ask_to_strike, confirm_strike
from reviews.holding import why_not_held
from reviews.models import PlanChange, Review
from tests.factories import HeldReviewFactory
from tests.reviews.test_actions_care import NOW, TODAY, day, in_care, moved

LONDON = ZoneInfo("Europe/London")
PLACED = ("2017-07-06", "B", "E1", "A6")
WHY = {"place": "At the carer's", "reason": "The form was on paper", "at": NOW}


@pytest.fixture
def period(practice_manager):
    """In care since September; the third review was on 24 January 2017."""
    period, _ = in_care(since="2016-09-05", held=["2016-10-03", "2017-01-03", "2017-01-24"])
    return period


@pytest.fixture
def planned(period, practice_manager):
    return moved(period, *PLACED, by=practice_manager)


def began(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=LONDON)


def test_a_manager_enters_it_under_the_due_day_of_the_day_it_was_held(planned, practice_manager):
    assert (planned.rule, planned.due_on) == ("adoption_placed_first", day("2017-08-03"))
    assert "a manager can enter it" in why_not_held(planned, day("2017-07-04"), on=TODAY)
    entered = enter_as_held_before(
        planned, began=began("2017-07-04 10:00"), **WHY, by=practice_manager
    )
    assert (entered.rule, entered.base_on, entered.due_on) == (
        "later_review", day("2017-01-24"), day("2017-07-24"),
    )  # fmt: skip
    assert why_not_held(entered, day("2017-07-04"), on=TODAY) == ""
    assert entered.outcome_form.due_at == datetime(2017, 7, 5, 9, tzinfo=UTC)
    change = PlanChange.objects.filter(review=entered).last()
    assert (change.day_before, change.day_after, change.by) == (
        day("2017-08-03"), day("2017-07-24"), practice_manager,
    )  # fmt: skip
    assert change.reason == "It was held on 4 July 2017, before that. The form was on paper"


def test_of_several_versions_the_newest_begun_by_that_day_counts(planned, practice_manager):
    Review.objects.filter(pk=planned.pk).update(base_on=day("2017-07-30"))
    entered = enter_as_held_before(
        planned, began=began("2017-07-19 10:00"), **WHY, by=practice_manager
    )
    # Counted from 6 July: the child was placed by then.
    assert entered.base_on == day("2017-07-06")


def test_no_other_change_moves_it_before_its_form_is_in(planned, period, practice_manager):
    enter_as_held_before(planned, began=began("2017-07-04 10:00"), **WHY, by=practice_manager)
    assert moved(period, "2017-07-18", "P", "E1", "U6", by=practice_manager) is None


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        ("2017-07-07 10:00", "No other due day was in force on 7 July 2017"),
        ("2017-01-24 10:00", "Another review"),
        ("2017-07-25 10:00", "No other due day was in force"),
    ],
)
def test_a_day_that_does_not_need_it_is_refused(planned, practice_manager, when, sentence):
    with pytest.raises(Refusal, match=sentence):
        enter_as_held_before(planned, began=began(when), **WHY, by=practice_manager)
    planned.refresh_from_db()
    assert planned.due_on == day("2017-08-03")


def test_it_takes_a_manager_and_a_reason(planned, practice_manager, iro):
    moment = began("2017-07-04 10:00")
    with pytest.raises(Refusal, match="Only a manager"):
        enter_as_held_before(planned, began=moment, **WHY, by=iro)
    with pytest.raises(Refusal, match="Say why"):
        enter_as_held_before(planned, began=moment, **WHY | {"reason": " "}, by=practice_manager)


def test_the_page_is_offered_to_a_manager_where_the_plan_was_set_anew(
    planned, practice_manager, client_for
):
    client = client_for(practice_manager)
    page = reverse("review_held_before", args=[planned.pk])
    assert page in client.get(reverse("review", args=[planned.pk])).content.decode()
    answers = {
        "day_0": "4", "day_1": "7", "day_2": "2017", "time": "10am",
        "place": "School", "reason": "It was on paper",
    }  # fmt: skip
    told = client.post(page, answers, follow=True).content.decode()
    assert "It was due by Monday 24 July 2017" in told
    refused = client.post(page, answers).context["form"]
    assert "No other due day was in force" in str(refused.non_field_errors())


def test_one_begun_under_old_rules_and_booked_anew_follows_the_rules_in_force(
    period, practice_manager
):
    review = Review.objects.planned().get()
    book = {"place": "School", "chair": None, "by": practice_manager}
    book_review(review, booked_for=began("2017-07-05 10:00"), at=began("2017-07-03 09:00"), **book)
    assert moved(period, *PLACED, by=practice_manager) is None  # its form is owed
    book_review(review, booked_for=began("2017-07-27 10:00"), reason="Nobody came", at=NOW, **book)
    review.refresh_from_db()
    assert (review.rule, review.due_on) == ("adoption_placed_first", day("2017-08-03"))


def test_one_begun_under_old_rules_and_cancelled_follows_the_rules_in_force(
    period, practice_manager
):
    review = Review.objects.planned().get()
    book_review(
        review, booked_for=began("2017-07-05 10:00"), place="School", chair=None,
        at=began("2017-07-03 09:00"), by=practice_manager,
    )  # fmt: skip
    assert moved(period, *PLACED, by=practice_manager) is None
    again = cancel_review(review, reason="Nobody came", at=NOW, by=practice_manager)
    assert (again.rule, again.due_on) == ("adoption_placed_first", day("2017-08-03"))


def test_one_overdue_that_is_booked_anew_stays_overdue(period, practice_manager):
    review = Review.objects.planned().get()
    Review.objects.filter(pk=review.pk).update(due_on=day("2017-07-10"))
    moved(period, *PLACED, by=practice_manager)
    book = {"place": "School", "chair": None, "at": NOW, "by": practice_manager}
    for n in (24, 27):
        book_review(review, booked_for=began(f"2017-07-{n} 10:00"), reason="Dad is ill", **book)
    review.refresh_from_db()
    assert review.due_on == day("2017-07-10")


def test_a_plan_made_again_after_a_strike_says_how_its_months_were_counted(
    period, practice_manager, iro
):
    last = HeldReviewFactory(
        period=period, rule="later_review", base_on=day("2017-01-24"),
        held_on=day("2017-07-03"), due_on=day("2017-07-24"),
    )  # fmt: skip
    Review.objects.planned().update(base_on=day("2017-07-03"), due_on=date(2018, 1, 3))
    Council.objects.update(count_months_as="days")
    asked = ask_to_strike(last, reason="Another child's", on=TODAY, by=iro)
    confirm_strike(asked, at=NOW, by=practice_manager)
    planned = Review.objects.planned().get()
    # 183 days after 24 January 2017.
    assert (planned.due_on, planned.count_months_as) == (day("2017-07-26"), "days")
