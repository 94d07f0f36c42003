"""Which notices are owed on a day, and which that were owed still are."""

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q

from reviews.chasers.days import OfficeDay
from reviews.chasers.table import CHASERS, Chaser
from reviews.models import Notice


def notices_owed(day: OfficeDay) -> list[Notice]:
    """A notice for everything in the table that nobody was told of yet.

    One query a row, however much is owed. What is asked is which last days lie before or after
    this day and never which are this day's: a missed day is caught up by the next.
    """
    return [notice for chaser in CHASERS for notice in _not_told(chaser, day)]


def _not_told(chaser: Chaser, day: OfficeDay) -> list[Notice]:
    told = Notice.objects.filter(
        kind=chaser.kind,
        review=OuterRef("pk"),
        due_on=OuterRef("last_on"),
        withdrawn_at__isnull=True,
    )
    rows = chaser.to(chaser.rows(day).exclude(Exists(told)), on=day.on)
    found = rows.order_by("pk").values_list("pk", "last_on", "recipient_pk")
    return [
        Notice(kind=chaser.kind, review_id=pk, to_id=to, due_on=last_on, owed_on=day.on)
        # With nobody to tell it stays owed, and is told once there is a manager.
        for pk, last_on, to in found
        if to is not None
    ]


def still_owed(day: OfficeDay, kinds: Collection[str] = Notice.Kind.values) -> Q:
    """Notices whose matter is still open, has the last day told, and is at no later stage.

    A week's mail is owed within its week. To name the few kinds there are saves the others' search.
    """
    owed = Q(kind=Notice.Kind.WEEKLY_DIGEST, due_on__gte=day.monday)
    for chaser in (chaser for chaser in CHASERS if chaser.kind in kinds):
        rows = chaser.rows(day).filter(pk=OuterRef("review"), last_on=OuterRef("due_on"))
        owed |= Q(Exists(rows), kind=chaser.kind)
    return owed
