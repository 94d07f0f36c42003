"""A bank holiday is proclaimed, or was entered wrongly: open deadlines are counted again."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from cohort.actions.holidays import add_holiday, remove_holiday
from cohort.council import working_calendar
from cohort.models import ProclaimedHoliday
from cohort.models.council import proclaimed_days
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.holidays import Move, earlier_without, later_with
from reviews.models import PlanChange, Review
from statute.calendar import UnknownBankHolidays, known_calendar


@transaction.atomic
def proclaim_holiday(day: date, *, name: str, at: datetime, by) -> list[Move]:
    """Enter a bank holiday and move the open deadlines counted across it to a later day."""
    add_holiday(day, name=name, by=by)
    moves = _counted(lambda: later_with(day, working_calendar()))
    reason = f"{name}, {in_words(day)}"
    return _moved(moves, reason=reason, at=at, by=by)


@transaction.atomic
def withdraw_holiday(holiday: ProclaimedHoliday, *, at: datetime, by) -> list[Move]:
    """Take out a bank holiday entered wrongly; open deadlines move back, but not before today."""
    day, name = holiday.day, holiday.name
    remove_holiday(holiday, by=by)
    moves = _counted(lambda: earlier_without(day, working_calendar(), on=clock.day_of(at)))
    reason = f"{in_words(day)} is a working day after all: {name} was entered by mistake"
    return _moved(moves, reason=reason, at=at, by=by)


def would_move_with(day: date, name: str) -> list[Move]:
    """What would move if the bank holiday were entered."""
    calendar = known_calendar((*proclaimed_days(), (day, name)))
    return _counted(lambda: later_with(day, calendar))


def would_move_without(holiday: ProclaimedHoliday, *, on: date) -> list[Move]:
    """What would move if the bank holiday were taken out."""
    others = [one for one in proclaimed_days() if one[0] != holiday.day]
    return _counted(lambda: earlier_without(holiday.day, known_calendar(others), on=on))


def _counted(count) -> list[Move]:
    try:
        return list(count())
    except UnknownBankHolidays as unknown:
        raise Refusal(str(unknown)) from unknown


def _moved(moves: Iterable[Move], *, reason: str, at: datetime, by) -> list[Move]:
    """Write each move on what is still open and still due that day; log those of plans."""
    done = []
    for move in moves:
        due = move.kind.due
        same = move.kind.open.filter(pk=move.pk, **{due: move.before})
        if same.update(**{due: move.after}):
            done.append(move)
    PlanChange.objects.bulk_create(
        PlanChange(
            review_id=move.pk,
            kind=PlanChange.Kind.HOLIDAY,
            asked_by=PlanChange.AskedBy.LAW,
            reason=reason,
            day_before=move.before,
            day_after=move.after,
            at=at,
            by=by,
        )
        for move in done
        if move.kind.open.model is Review
    )
    return done
