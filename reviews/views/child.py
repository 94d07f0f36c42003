"""A child's page."""

from django.shortcuts import get_object_or_404, render

from accounts.access import SERVICE, for_roles
from audit.actions import log_look
from audit.models import Look
from cohort.council import working_calendar
from cohort.course import course_of
from cohort.models import Child
from iro_service import clock
from reviews.actions.correcting_care import periods_worked_on
from reviews.deadlines import Deadlines, deadlines_as_at
from reviews.facts import facts_of, participation_marks
from reviews.kin import kin_of
from reviews.models import Decision, Review
from reviews.support import row_of
from reviews.timeline import KINDS, timeline_of
from reviews.views.review import is_booked_late
from reviews.views.scoped import WRITERS

LOOKS = 10


@for_roles(*SERVICE)
def child(request, pk: int):
    """What matters about one child; that it was opened is kept."""
    on, at, calendar = clock.today(), clock.now(), working_calendar()
    child = get_object_or_404(Child.objects.visible_to(request.user, on=on), pk=pk)
    log_look(subject="child", subject_id=child.pk, page="child", at=at, by=request.user)
    show = request.GET.get("show") if request.GET.get("show") in KINDS else None
    planned = child.reviews.planned().select_related("chair", "outcome_form", "adjournment").first()
    context = {
        "child": child,
        "on": on,
        "facts": facts_of(child, on=on),
        "planned": planned,
        "may_write": request.user.role in WRITERS,
        **_next(planned, deadlines_as_at(at, on=on)),
        "overdue": Decision.objects.overdue(on=on).filter(review__child=child).order_by("by_when"),
        "marks": participation_marks(child),
        "events": timeline_of(child, on=on, show=show, reader=request.user),
        "show": show,
        "kinds": KINDS,
        "kin": kin_of(child, request.user, on=on),
        "supports": [row_of(one, calendar, on=on) for one in child.supports.all()],
        "course": course_of(child),
        "worked_on": periods_worked_on(child) if request.user.is_manager else set(),
        "allocations": child.allocations.select_related("iro").order_by("-started_on", "-pk"),
        "looks": _looks(child) if request.user.is_manager else None,
    }
    return render(request, "reviews/child.html", context)


def _next(planned: Review | None, deadlines: Deadlines) -> dict:
    """The next thing to do: the planned review, or its outcome form once its time has come."""
    if planned is None:
        return {}
    form = getattr(planned, "outcome_form", None)
    if form and planned.booked_for and planned.booked_for <= deadlines.at:
        return {"waiting": True, "deadline": deadlines.of_form(form, planned.booked_for)}
    late = is_booked_late(planned)
    return {"waiting": False, "deadline": deadlines.of_review(planned), "booked_late": late}


def _looks(child: Child) -> list[Look]:
    looks = Look.objects.filter(subject="child", subject_id=child.pk)
    return list(looks.select_related("by")[:LOOKS])
