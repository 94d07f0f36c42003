"""A child's page."""

from django.shortcuts import get_object_or_404, render

from accounts.access import SERVICE, for_roles
from audit.actions import log_look
from audit.models import Look
from cohort.models import Child
from iro_service import clock
from reviews.deadlines import deadlines_as_at
from reviews.facts import facts_of, participation_marks
from reviews.timeline import KINDS, timeline_of

LOOKS = 10


@for_roles(*SERVICE)
def child(request, pk: int):
    """What matters about one child; that it was opened is kept."""
    on, at = clock.today(), clock.now()
    child = get_object_or_404(Child.objects.visible_to(request.user, on=on), pk=pk)
    log_look(subject="child", subject_id=child.pk, page="child", at=at, by=request.user)
    show = request.GET.get("show") if request.GET.get("show") in KINDS else None
    planned = child.reviews.planned().select_related("chair").first()
    context = {
        "child": child,
        "on": on,
        "facts": facts_of(child, on=on),
        "planned": planned,
        "waiting": planned and planned.booked_for and planned.booked_for <= at,
        "deadline": planned and deadlines_as_at(at, on=on).of_review(planned),
        "marks": participation_marks(child),
        "events": timeline_of(child, on=on, show=show),
        "show": show,
        "kinds": KINDS,
        "looks": _looks(child) if request.user.is_manager else None,
    }
    return render(request, "reviews/child.html", context)


def _looks(child: Child) -> list[Look]:
    looks = Look.objects.filter(subject="child", subject_id=child.pk)
    return list(looks.select_related("by")[:LOOKS])
