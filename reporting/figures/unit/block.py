"""The unit in the year, out of its registers."""

from datetime import date
from decimal import Decimal

from django.db.models import Q, Sum

from cohort.models import Council, IROPost, StaffingChange, Training, UnitManager
from reporting.figures.year import RECORDS, ReportingYear
from reporting.percent import ratio

KEYS = (
    *("managers", "staffing_changes", "training", "training_hours", "events_without_hours"),
    "training_hours_per_post",
)


def unit(year: ReportingYear, *, on: date, council: Council) -> dict:
    """The unit's managers in the year, the changes of its staff, and its training.

    Unit: hours, and hours for each full-time equivalent post filled. Source: DEFINITIONS. None for
    a year before the records began.
    """
    if year.basis(council.records_from) != RECORDS:
        return dict.fromkeys(KEYS)
    first, last = year.first, year.as_at(on)
    events = list(Training.objects.filter(held_on__range=(first, last)).order_by("held_on", "pk"))
    hours = [one.hours * one.attended for one in events if one.hours and one.attended]
    posts = IROPost.objects.in_force(on=last).aggregate(sum=Sum("full_time_equivalent"))["sum"]
    total = sum(hours, Decimal(0))
    return {
        "managers": _managers(first, last),
        "staffing_changes": _changes(first, last),
        "training": [_event(one) for one in events],
        "training_hours": total,
        "events_without_hours": len(events) - len(hours),
        "training_hours_per_post": ratio(total, posts),
    }


def _managers(first: date, last: date) -> list[dict]:
    there = UnitManager.objects.filter(
        Q(ended_on__isnull=True) | Q(ended_on__gte=first), started_on__lte=last
    )
    return [
        {
            "name": one.name,
            "title": one.title,
            "answers_for": one.answers_for,
            "from": one.started_on.isoformat(),
            "to": one.ended_on.isoformat() if one.ended_on and one.ended_on <= last else None,
        }
        for one in there
    ]


def _changes(first: date, last: date) -> list[dict]:
    """In words that name nobody: whom a change is about stays in the register."""
    changes = StaffingChange.objects.filter(on__range=(first, last)).order_by("on", "pk")
    return [
        {
            "on": one.on.isoformat(),
            "kind": one.kind,
            "kind_in_words": one.get_kind_display(),
            "fte": one.full_time_equivalent,
            "words": one.words,
        }
        for one in changes
    ]


def _event(one: Training) -> dict:
    return {
        "title": one.title,
        "kind": one.kind,
        "kind_in_words": one.get_kind_display(),
        "held_on": one.held_on.isoformat(),
        "hours": one.hours,
        "attended": one.attended,
        "learned": one.learned,
    }
