"""Who reviews which child."""

from datetime import date

from django.db import transaction

from cohort.models import Allocation, Child
from iro_service.refusals import Refusal


@transaction.atomic
def allocate(child: Child, *, iro, reason: str, on: date, by) -> Allocation:
    """Give the child an IRO from the day on; the one before ends that day."""
    if not (iro.is_iro and iro.is_active):
        raise Refusal(f"{iro} is not an IRO who may sign in.")
    if not by.is_manager:
        raise Refusal("Only a manager allocates children.")
    Child.objects.select_for_update().get(pk=child.pk)
    now = child.allocations.in_force(on=on).first()
    if now and now.iro_id == iro.pk:
        raise Refusal(f"{iro} is the child's IRO already.")
    if child.allocations.filter(started_on__gt=on).exists():
        raise Refusal("A later change of IRO is planned for this child.")
    if now and now.started_on == on:
        Allocation.objects.filter(pk=now.pk).update(iro=iro, reason=reason)
        now.refresh_from_db()
        return now
    if now:
        Allocation.objects.filter(pk=now.pk).update(ended_on=on)
    return Allocation.objects.create(child=child, iro=iro, started_on=on, reason=reason)
