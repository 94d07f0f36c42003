"""No child is left with an IRO who is gone."""

from datetime import date

from accounts.models import User
from cohort.models import Allocation
from iro_service.templatetags.house import counted


def why_not_gone(person: User, *, on: date) -> str:
    """Why an IRO cannot lose their access or role: they hold children, or are to; else ''."""
    theirs = Allocation.objects.filter(iro=person)
    now_or_later = theirs.in_force(on=on) | theirs.coming(on=on)
    held = now_or_later.order_by().values("child").distinct().count()
    if not held:
        return ""
    return (
        f"{person} is the IRO of {counted(held, 'child,children')}. Give the children another IRO "
        "first: under Caseloads, choose Leaves beside their name"
    )
