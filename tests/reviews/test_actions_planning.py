"""The next review is planned by the law from those held."""

from datetime import date

import pytest

from cohort.models import Episode, PeriodOfCare
from iro_service.refusals import Refusal
from reviews.actions.planning import plan_review, plan_review_by_episodes
from reviews.models import Review
from tests.factories import EpisodeFactory, HeldReviewFactory, PeriodFactory


@pytest.mark.parametrize(
    ("held", "rule", "base_on", "due_on"),
    [
        ([], "first_review", "2017-06-22", "2017-07-20"),
        (["2017-07-10"], "second_review", "2017-07-10", "2017-10-10"),
        (["2017-07-03", "2017-07-10"], "later_review", "2017-07-10", "2018-01-10"),
    ],
)
def test_an_ordinary_review_counts_from_the_one_before(period, iro, held, rule, base_on, due_on):
    for day in held:
        HeldReviewFactory(period=period, held_on=date.fromisoformat(day))
    review = plan_review(period, by=iro)
    assert (review.rule, review.base_on, review.due_on) == (
        rule,
        date.fromisoformat(base_on),
        date.fromisoformat(due_on),
    )
    assert review.child == period.child


def test_a_council_that_counts_183_days_gets_183_days(period, iro, council):
    council.count_months_as = "days"
    council.save()
    for day in (date(2017, 7, 3), date(2017, 7, 10)):
        HeldReviewFactory(period=period, held_on=day)
    assert plan_review(period, by=iro).due_on == date(2018, 1, 9)


def test_reviews_before_a_placement_for_adoption_do_not_count(period, iro):
    HeldReviewFactory(period=period, held_on=date(2017, 7, 3))
    Episode.objects.filter(period=period).update(ended_on=date(2017, 7, 5), reason_ended="X1")
    EpisodeFactory(
        period=period,
        started_on=date(2017, 7, 5),
        reason_new="P",
        legal_status="E1",
        placement="A6",
    )
    review = plan_review_by_episodes(period, on=date(2017, 7, 5), by=iro)
    assert (review.rule, review.due_on) == ("adoption_placed_first", date(2017, 8, 2))


def test_a_review_on_the_day_of_the_placement_was_not_under_it(period, iro):
    HeldReviewFactory(period=period, held_on=date(2017, 7, 5))
    review = plan_review(
        period, regime="placed_for_adoption", counted_from=date(2017, 7, 5), by=iro
    )
    assert review.rule == "adoption_placed_first"


def test_a_review_under_the_placement_brings_the_second(period, iro):
    HeldReviewFactory(period=period, held_on=date(2017, 7, 3))
    HeldReviewFactory(period=period, held_on=date(2017, 7, 19))
    review = plan_review(
        period, regime="placed_for_adoption", counted_from=date(2017, 7, 5), by=iro
    )
    assert (review.rule, review.due_on) == ("adoption_placed_second", date(2017, 10, 19))


def test_a_child_has_one_planned_review_at_a_time(period, iro):
    plan_review(period, by=iro)
    with pytest.raises(Refusal, match="Ella already has a review planned"):
        plan_review(period, by=iro)
    assert Review.objects.count() == 1


def test_nothing_is_planned_once_care_has_ended(period, iro):
    PeriodOfCare.objects.update(ended_on=date(2017, 7, 1), reason_ended="E4a")
    period.refresh_from_db()
    with pytest.raises(Refusal, match="Ella is no longer looked after"):
        plan_review(period, by=iro)


def test_past_the_known_bank_holidays_it_refuses_and_does_not_guess(council, iro):
    period = PeriodFactory(started_on=date(2028, 12, 20))
    with pytest.raises(Refusal, match="bank holidays of 2029 are not known yet"):
        plan_review(period, by=iro)
