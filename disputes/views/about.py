"""What the pages that raise something share: the child, what brought it up, who looked."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from audit.actions import log_look
from cohort.models import Child
from disputes.about import About
from disputes.models import Dispute
from iro_service import clock
from reviews.models import Decision, Review


def the_child(request, pk: int, page: str) -> Child:
    """The child, if the person may see them; that the page was opened is kept."""
    seen = Child.objects.visible_to(request.user, on=clock.today())
    child = get_object_or_404(seen, pk=pk)
    if request.method == "GET":
        at = clock.now()
        log_look(subject="child", subject_id=child.pk, page=page, at=at, by=request.user)
    return child


def about_of(request, child: Child) -> About:
    """What the address names of this child; a name of anything else is not found."""
    decision = _named(request, "decision", Decision.objects.standing().filter(review__child=child))
    return About(
        review=decision.review
        if decision
        else _named(request, "review", Review.objects.filter(child=child, struck_on__isnull=True)),
        decision=decision,
        earlier=_named(request, "earlier", Dispute.objects.closed().filter(child=child)),
    )


def _named(request, name: str, found):
    """The row that the query names, None where it names none."""
    wanted = request.GET.get(name)
    if not wanted:
        return None
    if not (wanted.isascii() and wanted.isdecimal() and len(wanted) < 10):
        raise Http404
    if found.model is Decision:
        found = found.select_related("review")
    return get_object_or_404(found, pk=wanted)
