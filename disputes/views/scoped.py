"""What the pages of one dispute share: the dispute a person may see, and who opened it."""

from django.shortcuts import get_object_or_404

from audit.actions import log_look
from disputes.models import Dispute
from iro_service import clock


def the_dispute(request, pk: int, page: str) -> Dispute:
    """The dispute, if the person may see it, else 404; that it was opened is kept."""
    disputes = Dispute.objects.visible_to(request.user, on=clock.today()).select_related(
        "child", "team", "worker", "iro", "raised_by", "asked", "review", "decision", "ladder",
        "earlier",
    )  # fmt: skip
    dispute = get_object_or_404(disputes, pk=pk)
    if request.method == "GET":
        at, by = clock.now(), request.user
        for subject, subject_id in (("dispute", dispute.pk), ("child", dispute.child_id)):
            log_look(subject=subject, subject_id=subject_id, page=page, at=at, by=by)
    return dispute
