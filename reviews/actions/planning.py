"""Planning the next review by the law."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from cohort.council import the_council, working_calendar
from cohort.models import PeriodOfCare
from iro_service.refusals import Refusal
from reviews.actions.oversight import owe_midway_check
from reviews.models import Review
from reviews.regimes import Regime, due_by_regimes, held_under, regime_of
from statute.calendar import UnknownBankHolidays
from statute.schedule import next_review
from statute.timescales import Deadline, deadline


def plan_review(
    period: PeriodOfCare, *, regime: str = "ordinary", counted_from: date | None = None, by
) -> Review:
    """Plan the period's next review from those held in it; a child has one planned at a time."""
    if period.ended_on:
        raise Refusal(f"{period.child.given_name} is no longer looked after: no review is due.")
    return _plan(period, next_deadline(period, Regime(regime, counted_from or period.started_on)))


def plan_review_by_episodes(
    period: PeriodOfCare, *, on: date, known_on: date | None = None, by
) -> Review:
    """Plan the period's next review under the rules its episodes give on the day.

    `on` is the day of the review before, `known_on` the day it is planned.
    """
    if period.ended_on:
        raise Refusal(f"{period.child.given_name} is no longer looked after: no review is due.")
    return _plan(period, deadline_by_episodes(period, on=on, known_on=known_on))


def deadline_by_episodes(
    period: PeriodOfCare, *, on: date, known_on: date | None = None, held_too: date | None = None
) -> Deadline:
    """When the next review is due by the episodes, those begun since the last review included.

    A form handed in days after the review must not plan by rules that have changed meanwhile.
    """
    return due_by_regimes(
        lambda day: regime_of(period, day),
        lambda regime: next_deadline(period, regime, held_too=held_too),
        last=on,
        until=known_on or on,
    )


def _plan(period: PeriodOfCare, due: Deadline) -> Review:
    try:
        with transaction.atomic():
            review = Review.objects.create(
                child=period.child,
                period=period,
                due_on=due.due_on,
                rule=due.rule,
                base_on=due.base_on,
                count_months_as=the_council().count_months_as,
            )
    except IntegrityError as error:
        raise Refusal(f"{period.child.given_name} already has a review planned.") from error
    owe_midway_check(review)
    return review


def next_deadline(
    period: PeriodOfCare, regime: Regime, *, held_too: date | None = None
) -> Deadline:
    """When the next review is due; `held_too` is a review not yet kept, for a page that asks."""
    held = set(Review.objects.held().filter(period=period).values_list("held_on", flat=True))
    return _counted(
        next_review,
        regime=regime.name,
        counted_from=regime.counted_from,
        held=held_under(regime, held | {held_too} if held_too else held),
        calendar=working_calendar(),
        count_months_as=the_council().count_months_as,
    )


def due_day(rule: str, base_on: date) -> date:
    """The last lawful day of a clock counted in working days."""
    if isinstance(base_on, datetime):
        raise TypeError("A due day is counted from a day.")
    return _counted(deadline, rule, base_on, working_calendar()).due_on


def _counted(count, *args, **kwargs) -> Deadline:
    """Count, and refuse in the office's words where the calendar refuses."""
    try:
        return count(*args, **kwargs)
    except UnknownBankHolidays as error:
        raise Refusal(str(error)) from error
