"""Constraints and generated facts the apps share: what must never be false, the database keeps."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db.models import (
    BooleanField,
    Case,
    CheckConstraint,
    F,
    Func,
    GeneratedField,
    Q,
    Value,
    When,
)


class DateRange(Func):
    """A daterange; with no end it is open."""

    function = "DATERANGE"
    output_field = DateRangeField()


def together(*fields: str, name: str) -> CheckConstraint:
    """All of the nullable fields are set, or none is."""
    none = Q(**{f"{field}__isnull": True for field in fields})
    every = Q(**{f"{field}__isnull": False for field in fields})
    return CheckConstraint(condition=none | every, name=name)


def in_order(earlier: str, later: str, *, name: str) -> CheckConstraint:
    """The later day is not before the earlier one; a missing one passes."""
    missing = Q(**{f"{earlier}__isnull": True}) | Q(**{f"{later}__isnull": True})
    return CheckConstraint(condition=missing | Q(**{f"{later}__gte": F(earlier)}), name=name)


def no_overlap(*scope: str, name: str, start: str = "started_on", end: str = "ended_on"):
    """One row at a time within the scope: the day one ends is free for the next to start."""
    equal = [(field, RangeOperators.EQUAL) for field in scope]
    days = DateRange(start, end, Value("[)"))
    return ExclusionConstraint(name=name, expressions=[*equal, (days, RangeOperators.OVERLAPS)])


def done_in_time(done: str, due: str, *, where_due: bool = False) -> GeneratedField:
    """Whether it was done not after it was due; null while it is not done.

    `where_due`: null too where nobody knows when it was due.
    """
    null_boolean = BooleanField(null=True)
    no_due_day = [When(**{f"{due}__isnull": True}, then=None)] if where_due else []
    return GeneratedField(
        expression=Case(
            When(**{f"{done}__isnull": True}, then=None),
            *no_due_day,
            When(**{f"{done}__lte": F(due)}, then=True),
            default=False,
            output_field=null_boolean,
        ),
        output_field=null_boolean,
        db_persist=True,
    )
