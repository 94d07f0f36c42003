"""Which notices are owed on a day, and which that were owed still are."""

from collections.abc import Collection, Sequence
from datetime import date

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
    about = chaser.matter.about
    told = Notice.objects.filter(
        kind=chaser.kind,
        due_on=OuterRef("last_on"),
        withdrawn_at__isnull=True,
        **{about: OuterRef("pk")},
    )
    rows = chaser.to(chaser.rows(day).exclude(Exists(told)), on=day.on)
    found = rows.order_by("pk").values_list("pk", "last_on", "recipient_pk")
    return [
        Notice(kind=chaser.kind, to_id=to, due_on=last_on, owed_on=day.on, **{f"{about}_id": pk})
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
        rows = chaser.rows(day).filter(pk=OuterRef(chaser.matter.about), last_on=OuterRef("due_on"))
        owed |= Q(Exists(rows), kind=chaser.kind)
    return owed


def owed_to_now(notices: Sequence[Notice], *, on: date) -> dict[int, int]:
    """By a notice's number the person it would be owed to if it were owed today, where one is."""
    found: dict[int, int] = {}
    for kind, chaser in {chaser.kind: chaser for chaser in CHASERS}.items():
        mine = {
            notice.pk: getattr(notice, f"{chaser.matter.about}_id")
            for notice in notices
            if notice.kind == kind
        }
        if mine:
            rows = chaser.matter.anything().filter(pk__in=mine.values())
            to = dict(chaser.to(rows, on=on).values_list("pk", "recipient_pk"))
            found |= {pk: to[about] for pk, about in mine.items() if to.get(about)}
    return found
