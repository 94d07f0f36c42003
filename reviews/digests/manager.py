"""What the weekly mail says to the practice manager."""

from collections import Counter

from accounts.models import User
from cohort.models import Allocation
from iro_service.templatetags.house import counted
from iro_service.templatetags.house import day as in_words
from reviews.chasers.days import OfficeDay
from reviews.chasers.matters import OF_IROS
from reviews.chasers.weekly import escalated_lately
from reviews.digests.section import Section, numbers_in_words


def week_of_manager(day: OfficeDay) -> list[Section]:
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
