"""What the weekly mail says: to an IRO, to the practice manager, to business support."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from accounts.models import Role, User
from cohort.models import Allocation
from iro_service.templatetags.house import counted, day_long
from iro_service.templatetags.house import day as in_words
from reviews.chasers.days import OfficeDay
from reviews.chasers.matters import OF_IROS
from reviews.chasers.weekly import escalated_lately, in_view, last_day, to_invite_to
from reviews.deadlines import Deadlines
from reviews.mail_items import LOOKED_AT, Item, item
from reviews.models import Record, Review

A_SECTION_HOLDS = 60  # lines; a longer list is read in the service


@dataclass(frozen=True)
class Section:
    """A heading of the mail with its lines."""

    heading: str
    lines: list[str]


def digest_of(person: User, day: OfficeDay, deadlines: Deadlines) -> list[Section]:
    """The sections of the person's week; none where there is nothing to say."""
    match person.role:
        case Role.IRO:
            sections = _of_iro(person, day, deadlines)
        case Role.PRACTICE_MANAGER:
            sections = _of_manager(day)
        case Role.BUSINESS_SUPPORT:
            sections = _of_support(day)
        case _:
            sections = []
    return [_shortened(section) for section in sections if section.lines]


def numbers_in_words(found: Counter) -> str:
    """Write "2 reviews and 1 record of discussion" from numbers by matter's nouns."""
    words = [counted(number, nouns) for nouns, number in found.items() if number]
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


def _of_iro(person: User, day: OfficeDay, deadlines: Deadlines) -> list[Section]:
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


def _of_manager(day: OfficeDay) -> list[Section]:
    """The service in numbers by IRO, and what was escalated."""
    overdue: dict[int | None, Counter] = {}
    for matter in OF_IROS:
        late = matter.rows(day).filter(last_on__lt=day.on).with_iro(on=day.on).order_by()
        for pk in late.values_list("iro_pk", flat=True):
            overdue.setdefault(pk, Counter())[matter.nouns] += 1
    allocated = Allocation.objects.in_force(on=day.on).order_by()
    children = Counter(allocated.values_list("iro", flat=True))
    names = User.objects.in_bulk([pk for pk in {*children, *overdue} if pk])
    order = sorted(
        {*children, *overdue},
        key=lambda pk: (-overdue.get(pk, Counter()).total(), str(names.get(pk, ""))),
    )
    lines = [
        f"{names[pk]}: {counted(children[pk], 'child,children')}, overdue: "
        if pk
        else "Children without an IRO, overdue: "
        for pk in order
    ]
    lines = [
        f"{line}{numbers_in_words(overdue.get(pk, Counter())) or 'nothing'}."
        for pk, line in zip(order, lines, strict=True)
    ]
    whole = sum(overdue.values(), Counter())
    told = escalated_lately(day).with_iro(on=day.on).select_related("review__child")
    since = [
        f"Child {notice.review.child.reference}: due by {in_words(notice.due_on)}. "
        f"{f'IRO: {notice.iro_name}' if notice.iro_name else 'No IRO'}."
        for notice in told.order_by("due_on", "pk")
    ]
    return [
        Section("In numbers", [f"Overdue in the service: {numbers_in_words(whole) or 'nothing'}"]),
        Section("By IRO", lines),
        Section("Escalated in the last seven days", since),
    ]


def _of_support(day: OfficeDay) -> list[Section]:
    """Records to send and invitations to send."""
    records = Record.objects.to_send()
    waiting = records.count()
    late = records.filter(distributed_on__isnull=True, distribution_due_on__lt=day.on).count()
    reviews = to_invite_to(day).count()
    lines = []
    if waiting:
        past = f", {late} of them past the last day" if late else ""
        lines.append(f"Records to send: {waiting}{past}.")
    if reviews:
        lines.append(f"Booked reviews whose invitations have not all left: {reviews}.")
    return [Section("To do", lines)]


def _shortened(section: Section) -> Section:
    more = len(section.lines) - A_SECTION_HOLDS
    if more <= 0:
        return section
    lines = [*section.lines[:A_SECTION_HOLDS], f"And {more} more: see the service."]
    return Section(section.heading, lines)
