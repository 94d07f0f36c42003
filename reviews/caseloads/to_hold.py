"""The reviews to hold within four weeks of a day."""

from datetime import date, timedelta

from django.db.models import Count, Q

from reviews.models import Review

HORIZON = timedelta(weeks=4)


def to_hold(*, on: date):
    """The reviews that were to be held, as it stood on the day, within four weeks of it.

    The overdue ones are among them, and of a day in the past those held after it. One cancelled
    since is not: the plan that took its place has the same due day.
    """
    planned = Q(held_on__isnull=True, cancelled_on__isnull=True)
    held_later = Q(held_on__gt=on, struck_on__isnull=True)
    due = Review.objects.order_by().filter(due_on__lte=on + HORIZON, base_on__lte=on)
    return due.filter(planned | held_later)


def to_hold_by_iro(*, on: date) -> dict[int | None, int]:
    """How many of them each IRO has on the day, by the IRO's number."""
    rows = to_hold(on=on).with_iro(on=on).values_list("iro_pk").annotate(Count("pk"))
    return dict(rows)
