"""Who reviews which child."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db import transaction

from accounts.models import User
from cohort.models import Allocation, Child
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words


@transaction.atomic
def allocate(child: Child, *, iro: User, reason: str, on: date, by: User) -> Allocation:
    """Give the child an IRO from the day on, today's or a later one; the one before ends then."""
    (allocation,) = allocate_each({child: iro}, reason=reason, on=on, by=by)
    return allocation


@transaction.atomic
def allocate_each(
    to: Mapping[Child, User], *, reason: str, keep_later: bool = False, on: date, by: User
) -> list[Allocation]:
    """Give each child an IRO from the day on, all or none; refuses with all that is in the way.

    A change planned for later is in the way, unless `keep_later`: then they hold the child until
    it.
    """
    if not by.is_manager:
        raise Refusal("Only a manager allocates children.")
    # In one order, so that two who move the same children wait and do not block each other.
    list(Child.objects.select_for_update().filter(pk__in=_pks(to)).order_by("pk"))
    if sentences := why_not_allocated(to, on=on, keep_later=keep_later):
        raise Refusal(" ".join(f"{sentence}." for sentence in sentences))
    later = _later(to, on)
    now = {one.child_id: one for one in _in_force(to, on)}
    begun_today = [one.pk for one in now.values() if one.started_on == on]
    Allocation.objects.filter(pk__in=[one.pk for one in now.values()]).exclude(
        pk__in=begun_today
    ).update(ended_on=on)
    made = []
    for child, iro in to.items():
        ended_on = later[child.pk].started_on if child.pk in later else None
        if child.pk in now and now[child.pk].pk in begun_today:
            one = Allocation.objects.filter(pk=now[child.pk].pk)
            one.update(iro=iro, reason=reason)
            made.append(one.get())
        else:
            made.append(
                Allocation(
                    child=child, iro=iro, started_on=on, ended_on=ended_on, reason=reason
                )
            )  # fmt: skip
    Allocation.objects.bulk_create([one for one in made if one.pk is None])
    return made


@transaction.atomic
def call_off(allocation: Allocation, *, on: date, by: User) -> None:
    """Call off a change of IRO that was planned and has not begun: whoever was before stays."""
    if not by.is_manager:
        raise Refusal("Only a manager allocates children.")
    Child.objects.select_for_update().get(pk=allocation.child_id)
    planned = Allocation.objects.coming(on=on).filter(pk=allocation.pk).first()
    if planned is None:
        raise Refusal("This change of IRO has begun or was called off meanwhile.")
    before = Allocation.objects.filter(child=planned.child_id, ended_on=planned.started_on)
    planned.delete()  # the history keeps that it was planned
    before.update(ended_on=planned.ended_on)


def why_not_allocated(to: Mapping[Child, User], *, on: date, keep_later: bool = False) -> list[str]:
    """A sentence for each thing in the way of giving the children these IROs from the day."""
    who = {iro.pk: iro for iro in to.values()}
    sentences = [
        f"{iro} is not an IRO who may sign in"
        for iro in who.values()
        if not (iro.is_iro and iro.is_active)
    ]
    now = {one.child_id: one.iro_id for one in _in_force(to, on)}
    later = {} if keep_later else _later(to, on)
    for child, iro in to.items():
        if now.get(child.pk) == iro.pk:
            sentences.append(f"{iro} is the IRO of {child} already")
        elif child.pk in later:
            planned = later[child.pk]
            sentences.append(
                f"A later change of IRO is planned for {child}: {planned.iro} from "
                f"{in_words(planned.started_on)}. Call that off first"
            )
    return sentences


def _in_force(children: Iterable[Child], on: date):
    return Allocation.objects.in_force(on=on).filter(child__in=_pks(children))


def _later(children: Iterable[Child], on: date) -> dict[int, Allocation]:
    """The first change of IRO planned after the day, by the child's number."""
    planned = Allocation.objects.coming(on=on).filter(child__in=_pks(children))
    newest_first = planned.select_related("iro").order_by("-started_on")
    return {one.child_id: one for one in newest_first}


def _pks(children: Iterable[Child]) -> list[int]:
    return [child.pk for child in children]
