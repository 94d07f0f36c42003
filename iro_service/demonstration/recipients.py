"""Who got the records since June 2017: all, the decisions only, nothing; and what came back."""

from datetime import date
from random import Random

from django.db.models import Q

from accounts.models import Role
from iro_service.demonstration.days import TODAY
from iro_service.demonstration.dice import dice
from iro_service.demonstration.office import Office
from iro_service.demonstration.people import FIRST
from reviews.actions.sending import sent_to
from reviews.distribution import proposals
from reviews.models import Recipient, Record

SINCE = date(2017, 6, 1)
CAME_BACK = 2
BEGUN = 2  # records of which one copy went and the others wait
BACK_ON = date(2017, 7, 18)
BEGUN_ON = date(2017, 7, 19)
NOTHING = (
    "The court's order allows no contact",
    "The child asked for this, and the team manager agreed",
    "Nobody knows where they live now",
    "Would put the address of the placement at risk",
)
PARENTS = ("mother", "father")


def load_recipients(office: Office) -> None:
    """The lists, with the day each copy was sent."""
    chance = dice("recipients")
    recent = Q(review__held_on__gte=SINCE) | Q(distributed_on__isnull=True)
    records = Record.objects.completed().filter(recent).select_related("review__child")
    records = list(records.order_by("completed_on", "review__child__reference"))
    lists = {record.pk: _list_of(record, chance) for record in records}
    _some_came_back([r for r in records if r.distributed_on and r.distributed_on < BACK_ON], lists)
    waiting = [one for one in records if not one.distributed_on and one.completed_on < BEGUN_ON]
    for record in waiting[:BEGUN]:
        first = next(one for one in lists[record.pk] if one.what != Recipient.What.NOTHING)
        first.sent_on, first.sent_by = BEGUN_ON, office.users[FIRST[Role.BUSINESS_SUPPORT]]
    Recipient.objects.bulk_create([one for rows in lists.values() for one in rows])
    sent = [record for record in records if record.distributed_on]
    for record in sent:
        record.distributed_to = sent_to(lists[record.pk])
    Record.objects.bulk_update(sent, ["distributed_to"])


def _list_of(record: Record, chance: Random) -> list[Recipient]:
    listed = proposals(record)
    absent = [role for role in PARENTS if role not in {one.role for one in listed}]
    if absent and not record.review.child.unaccompanied and chance.random() < 0.22:
        role, why = chance.choice(absent), chance.choice(NOTHING)
        listed.append(
            Recipient(record=record, name=role.capitalize(), role=role, what="nothing", why=why)
        )
    for one in listed:
        if record.distributed_on and one.what != Recipient.What.NOTHING:
            one.sent_on, one.sent_by_id = record.distributed_on, record.distributed_by_id
    return listed


def _some_came_back(sent: list[Record], lists: dict[int, list[Recipient]]) -> None:
    """The post brought a few copies back, the newest records' among them."""
    parents = [
        one
        for record in reversed(sent)
        for one in lists[record.pk]
        if one.role in PARENTS and one.sent_on
    ]
    for copy in parents[:CAME_BACK]:
        copy.sent_on, copy.sent_by_id, copy.came_back_on = None, None, min(BACK_ON, TODAY)
