"""What follows from imported reviews: the next one of each child, by the law."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from cohort.council import the_council
from cohort.models import PeriodOfCare
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.actions.oversight import owe_midway_check
from reviews.actions.plan import log_change
from reviews.actions.planning import deadline_by_episodes, plan_review_by_episodes
from reviews.importing.reviews.reading import Given
from reviews.importing.rows import NotTaken
from reviews.importing.tally import Tally
from reviews.models import Draft, PlanChange, Review, ReviewPart

OTHER_DAY = "{} gave a planned review another due day than the law, which stands"
BEGUN = "A planned review was begun here, so that its due day stays although a review came in ({})"
NOT_PLANNED = "No review could be planned ({})"
WHY = "A review held before it was imported"


def plan_what_is_due(
    periods: Iterable[PeriodOfCare], given: list[Given], tally: Tally, *, on: date, at: datetime, by
) -> None:
    """Plan the next review in each period, or set the planned one's day by the new history."""
    asked = {one.period.pk: one for one in given}
    for period in sorted(periods, key=lambda period: period.pk):
        one = asked.get(period.pk)
        try:
            with transaction.atomic():
                review, made = _plan(period, tally, on=on, at=at, by=by)
        except Refusal as refusal:
            if one:
                tally.hand_back(one.row, NotTaken(refusal.sentence))
            else:
                tally.note(NOT_PLANNED, f"{period.child.reference}: {refusal.sentence}")
            continue
        if one:
            tally.took("added" if made else "unchanged")
            if one.due_on != review.due_on:
                tally.note(OTHER_DAY, f"{one.child.reference}, {in_words(review.due_on)}")


def _plan(period: PeriodOfCare, tally: Tally, *, on: date, at: datetime, by) -> tuple[Review, bool]:
    held = Review.objects.held().filter(period=period).order_by("-held_on")
    last = held.values_list("held_on", flat=True).first() or period.started_on
    planned = Review.objects.planned().select_for_update(of=("self",)).filter(period=period)
    review = planned.select_related("child", "period").first()
    if review is None:
        return plan_review_by_episodes(period, on=last, known_on=on, by=by), True
    due = deadline_by_episodes(period, on=last, known_on=on)
    # The same rule from the same day: a setting changed since does not move a day that is set.
    if (due.rule, due.base_on) == (review.rule, review.base_on) or due.base_on < review.base_on:
        return review, False
    if _begun(review, at):
        tally.note(BEGUN, period.child.reference)
        return review, False
    log_change(
        review, PlanChange.Kind.REPLANNED, asked_by=PlanChange.AskedBy.LAW, reason=WHY,
        day_before=review.due_on, day_after=due.due_on, at=at, by=by,
    )  # fmt: skip
    planned.filter(pk=review.pk).update(
        due_on=due.due_on, rule=due.rule, base_on=due.base_on,
        count_months_as=the_council().count_months_as,
    )  # fmt: skip
    review.refresh_from_db()
    owe_midway_check(review, on=on)
    return review, False


def _begun(review: Review, at: datetime) -> bool:
    """Whether somebody is at it: its booked hour has come, a part was held, a form is written."""
    if review.booked_for and review.booked_for <= at:
        return True
    return any(model.objects.filter(review=review).exists() for model in (ReviewPart, Draft))
