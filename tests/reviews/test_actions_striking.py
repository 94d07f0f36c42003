"""A review recorded in error: two people, and then it counts nowhere."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from iro_service.refusals import Refusal
from reporting.figures import figures
from reviews.actions.striking import ask_to_strike, confirm_strike, decline_strike
from reviews.deadlines import deadlines_as_at
from reviews.models import OutcomeForm, PlanChange, Record, Review, Strike
from reviews.plan import story_of
from reviews.work import pieces_of
from tests.factories import (
    HeldReviewFactory,
    OutcomeFormFactory,
    RecordFactory,
    ReviewFactory,
)
from tests.reviews.at_once import at_once
from tests.reviews.test_actions_outcome import submit

AT = datetime(2017, 7, 20, 15, 0, tzinfo=UTC)
TODAY = date(2017, 7, 20)


@pytest.fixture
def held(planned, iro):
    """Ella's first review, held on 19 July 2017; the second is planned."""
    return submit(planned, iro)


@pytest.fixture
def asked(held, iro):
    """Her IRO says that the review was recorded in error."""
    return ask_to_strike(held, reason="It was her brother's", on=TODAY, by=iro)


def test_it_counts_until_a_second_person_confirms(asked, practice_manager):
    assert Review.objects.held().count() == 1
    struck = confirm_strike(asked, at=AT, by=practice_manager)
    assert struck.struck_on == TODAY
    assert Review.objects.held().count() == 0


def test_who_asked_cannot_confirm_and_an_iro_cannot_either(held, practice_manager, other_iro):
    asked = ask_to_strike(held, reason="Twice", on=TODAY, by=practice_manager)
    with pytest.raises(Refusal, match="It takes a second person"):
        confirm_strike(asked, at=AT, by=practice_manager)
    with pytest.raises(Refusal, match="A manager confirms"):
        confirm_strike(asked, at=AT, by=other_iro)
    with pytest.raises(Refusal, match="It takes a second person"):
        decline_strike(asked, reason="x", at=AT, by=practice_manager)
    assert Strike.objects.get().confirmed_on is None


def test_only_a_held_review_is_struck_and_asked_for_once(planned, asked, iro, business_support):
    following = Review.objects.planned().get()
    with pytest.raises(Refusal, match="was not held"):
        ask_to_strike(following, reason="x", on=TODAY, by=iro)
    with pytest.raises(Refusal, match="Somebody said already"):
        ask_to_strike(asked.review, reason="x", on=TODAY, by=iro)
    with pytest.raises(Refusal, match="Only an IRO or a manager"):
        ask_to_strike(asked.review, reason="x", on=TODAY, by=business_support)
    with pytest.raises(Refusal, match="Say what is wrong"):
        ask_to_strike(asked.review, reason=" ", on=TODAY, by=iro)


def test_the_next_review_is_planned_from_the_last_one_really_held(asked, practice_manager):
    following = Review.objects.planned().get()
    assert (following.due_on, following.rule) == (date(2017, 10, 19), "second_review")
    confirm_strike(asked, at=AT, by=practice_manager)
    following.refresh_from_db()
    assert (following.due_on, following.rule, following.base_on) == (
        TODAY, "first_review", date(2017, 6, 22),
    )  # fmt: skip
    change = PlanChange.objects.get(review=following)
    assert (change.kind, change.day_before, change.day_after) == (
        "replanned", date(2017, 10, 19), TODAY,
    )  # fmt: skip
    assert PlanChange.objects.get(review=asked.review).kind == "struck"


def test_a_review_overdue_without_the_one_in_error_is_overdue(asked, practice_manager):
    confirm_strike(asked, at=datetime(2017, 8, 1, 9, tzinfo=UTC), by=practice_manager)
    assert Review.objects.overdue(on=date(2017, 8, 1)).get().due_on == TODAY


def test_a_plan_is_never_moved_to_a_later_day(held, iro, practice_manager):
    Review.objects.planned().update(due_on=date(2017, 7, 19))
    asked = ask_to_strike(held, reason="x", on=TODAY, by=iro)
    confirm_strike(asked, at=AT, by=practice_manager)
    assert Review.objects.planned().get().due_on == date(2017, 7, 19)


def test_declined_the_review_stands_and_may_be_asked_for_again(asked, practice_manager, iro):
    decline_strike(asked, reason="The school was there too", at=AT, by=practice_manager)
    assert Review.objects.held().count() == 1
    assert ask_to_strike(asked.review, reason="Look again", on=TODAY, by=iro).pk


def test_declining_keeps_why_and_who(asked, practice_manager, iro):
    with pytest.raises(Refusal, match="Say why the review stands"):
        decline_strike(asked, reason=" ", at=AT, by=practice_manager)
    decline_strike(asked, reason="The school was there too", at=AT, by=practice_manager)
    change = PlanChange.objects.get(review=asked.review)
    assert (change.kind, change.by) == ("strike_declined", practice_manager)
    assert change.reason == f"{iro} had said: It was her brother's Answer: The school was there too"
    told = story_of(asked.review)[0]
    assert told.sentence == (
        "The review held on 19 July 2017 was said to be recorded in error, and stands."
    )


def test_a_day_that_was_struck_is_free_for_the_review_really_held(asked, practice_manager, iro):
    confirm_strike(asked, at=AT, by=practice_manager)
    assert submit(Review.objects.planned().get(), iro).held_on == date(2017, 7, 19)


def test_figures_lists_my_work_and_today_all_drop_it(
    asked, iro, practice_manager, client_for, business_support
):
    def seen():
        year = figures("2017-18", on=TODAY)
        months = sum(m["reviews"] or 0 for m in year["timeliness"]["by_month"])
        page = client_for(practice_manager).get(reverse("reviews") + "?state=held")
        numbers = {
            one["label"]: one.get("note") or one["number"]
            for one in client_for(practice_manager).get(reverse("today")).context["strip"]
        }
        work = pieces_of(iro, deadlines_as_at(AT, on=TODAY))
        return {
            "timeliness": months,
            "forms": year["outcome_forms"]["due"],
            "records": year["records"]["due"],
            "participation": year["participation"]["by_code"]["PN1"],
            "held": page.context["number"],
            "in time": numbers["Reviews held in time this month"],
            "owed": sum(piece.kind == "records" for piece in work),
            "outstanding": Record.objects.outstanding().count(),
            "handed in": OutcomeForm.objects.expected(at=AT).count(),
        }

    once = dict.fromkeys(seen(), 1)
    assert seen() == once | {"in time": "1 of 1"}
    confirm_strike(asked, at=AT, by=practice_manager)
    assert seen() == dict.fromkeys(once, 0) | {"in time": "None yet this month"}
    page = client_for(practice_manager).get(reverse("reviews") + "?state=struck")
    assert page.context["number"] == 1


def test_a_completed_record_of_it_is_not_sent(period, iro, practice_manager, business_support):
    review = HeldReviewFactory(period=period)
    OutcomeFormFactory(review=review)
    RecordFactory(review=review, completed_on=TODAY, completed_by=iro)
    assert Record.objects.visible_to(business_support, on=TODAY).to_send().count() == 1
    asked = ask_to_strike(review, reason="x", on=TODAY, by=iro)
    confirm_strike(asked, at=AT, by=practice_manager)
    assert Record.objects.visible_to(business_support, on=TODAY).to_send().count() == 0


@pytest.mark.django_db(transaction=True)
def test_of_two_who_confirm_at_once_one_wins(asked, practice_manager, group_manager):
    told = at_once(
        lambda by: confirm_strike(Strike.objects.get(pk=asked.pk), at=AT, by=by),
        practice_manager,
        group_manager,
    )
    assert told == ["done", "Somebody else answered this meanwhile."]
    assert PlanChange.objects.filter(kind="struck").count() == 1


def test_an_old_review_struck_makes_the_later_ones_count_anew(period, iro, practice_manager):
    first = HeldReviewFactory(period=period, held_on=date(2017, 7, 10))
    HeldReviewFactory(
        period=period, rule="second_review", base_on=date(2017, 7, 10),
        held_on=date(2017, 7, 14), due_on=date(2017, 10, 10),
    )  # fmt: skip
    planned = ReviewFactory(
        period=period, rule="later_review", base_on=date(2017, 7, 14), due_on=date(2018, 1, 14)
    )
    asked = ask_to_strike(first, reason="x", on=TODAY, by=iro)
    confirm_strike(asked, at=AT, by=practice_manager)
    planned.refresh_from_db()
    # One review stands, on 14 July: the next is the second of care, three months after it.
    assert (planned.rule, planned.due_on) == ("second_review", date(2017, 10, 14))
