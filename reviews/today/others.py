"""What is not a review and needs a manager."""

from datetime import date

from django.urls import reverse

from cohort.caseload import caseload
from cohort.council import working_calendar
from reviews.actions.care import without_plan
from reviews.appointments import note_on_overdue
from reviews.models import AuditAction, Notice, Strike
from reviews.today.tiles import tile
from statute import caseload as band


def others(on: date) -> list[dict]:
    """What is not a review and needs a manager: children, caseloads, notices that failed."""
    unplanned = without_plan(on=on).count()
    now = caseload(on=on)
    unallocated = now.unallocated
    late = note_on_overdue(on=on, calendar=working_calendar()) if unallocated else ""
    failed = Notice.objects.failed().count()
    asked = Strike.objects.filter(confirmed_on__isnull=True).count()
    # Rare, so it is shown only while there is something to confirm.
    in_error = [tile("Recorded in error, to confirm", asked, reverse("strikes"))] if asked else []
    undone = AuditAction.objects.overdue(on=on).values("audit").distinct().count()
    audits = f"{reverse('quality_audits')}?actions=overdue"
    # As rare: most actions are done on their day.
    to_do = [tile("Audits with actions overdue", undone, audits)] if undone else []
    return [
        *in_error,
        *to_do,
        tile("Looked after without a planned review", unplanned, reverse("plans_missing")),
        tile("Children without an IRO", unallocated, reverse("to_allocate"))
        | ({"note": late} if late else {}),
        tile(f"IROs over {band.HIGHEST} children per post", now.over_limit, reverse("caseloads"))
        | {"key": "over-the-highest"},
        tile("Notices that failed", failed, f"{reverse('notices')}?state=failed"),
    ]
