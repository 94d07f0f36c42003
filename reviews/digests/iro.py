"""What the weekly mail says to an IRO."""

from collections import Counter
from datetime import date, timedelta

from django.utils import timezone

from accounts.models import User
from cohort.models import Allocation
from iro_service.templatetags.house import day_long
from reviews.chasers.days import OfficeDay
from reviews.chasers.matters import OF_IROS
from reviews.chasers.weekly import in_view, last_day
from reviews.deadlines import Deadlines
from reviews.digests.section import Section, numbers_in_words
from reviews.mail_items import LOOKED_AT, Item, item
from reviews.models import Review


def week_of_iro(person: User, day: OfficeDay, deadlines: Deadlines) -> list[Section]:
    """What is overdue and what comes this week and the next."""
    pieces = sorted(_pieces(person, day, deadlines), key=lambda piece: piece[:2])
    if not pieces:
        return []
    sunday, end = day.monday + timedelta(days=6), last_day(day)
    overdue = [one for _, _, one in pieces if one.due_on < day.on]
    ahead = [(on, one) for on, _, one in pieces if one.due_on >= day.on]
    children = Allocation.objects.in_force(on=day.on).filter(iro=person).count()
    numbers = [
        f"Children you review: {children}",
        f"Overdue: {_numbers(overdue) or 'nothing'}",
        f"To do until {day_long(end)}: {_numbers([one for _, one in ahead]) or 'nothing'}",
    ]
    return [
        Section("In numbers", numbers),
        Section("Overdue", [_line(one) for one in overdue]),
        Section("This week", [_line(one) for on, one in ahead if on <= sunday]),
        Section("Next week", [_line(one) for on, one in ahead if on > sunday]),
    ]


def _pieces(person: User, day: OfficeDay, deadlines: Deadlines):
    """(day to think of it, number of the review, item) for all that the person has in view."""
    for matter in OF_IROS:
        reviews = in_view(matter, day).filter(recipient_pk=person.pk).select_related(*LOOKED_AT)
        for review in reviews:
            one = item(matter, review, review.last_on, deadlines, to=person, nouns=matter.nouns)
            yield _thought_of_on(review, review.last_on, matter.key), review.pk, one


def _thought_of_on(review: Review, last_on: date, key: str) -> date:
    if key != "review" or review.booked_for is None:
        return last_on
    return min(timezone.localtime(review.booked_for).date(), last_on)


def _line(one: Item) -> str:
    parts = [f"Child {one.reference}: {one.what}, due by {one.due}", one.deadline.distance]
    return ". ".join(filter(None, ["; ".join(filter(None, parts)), one.note.rstrip(".")])) + "."


def _numbers(items: list[Item]) -> str:
    return numbers_in_words(Counter(one.nouns for one in items))
