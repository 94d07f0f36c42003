"""Who stands before a dispute: the child's IRO, who stands in, who was asked."""

from datetime import date

from accounts.models import Role
from cohort.models import Allocation, Cover
from disputes.models import Dispute
from disputes.moves import Hand


def hand_of(user, dispute: Dispute, *, on: date) -> Hand:
    """What the person is to the dispute on the day."""
    match user.role:
        case Role.RESPONDING_MANAGER:
            return Hand.ASKED if dispute.asked_id == user.pk else Hand.NOBODY
        case Role.IRO:
            seen = Dispute.objects.visible_to(user, on=on).filter(pk=dispute.pk)
            return Hand.IRO if seen.exists() else Hand.NOBODY
        case Role.PRACTICE_MANAGER:
            present = present_iro(dispute, on=on)
            return Hand.PRACTICE_MANAGER if present else Hand.STANDS_IN
    return Hand.NOBODY


def present_iro(dispute: Dispute, *, on: date):
    """The child's IRO on the day, unless they left or are away; then None."""
    allocation = Allocation.objects.in_force(on=on).filter(child=dispute.child_id)
    found = allocation.select_related("iro").first()
    if found is None or not found.iro.is_active:
        return None
    away = Cover.objects.in_force(on=on).filter(away=found.iro)
    return None if away.exists() else found.iro
