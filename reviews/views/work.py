"""My work: an IRO's first page."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from accounts.access import SERVICE, for_roles
from accounts.models import Role, User
from iro_service import clock
from reviews.deadlines import deadlines_as_at
from reviews.oversight import without_footprint
from reviews.work import (
    KINDS,
    LATER_SHOWN,
    by_urgency,
    counts_of,
    last_of_ten_working_days,
    pieces_of,
)


@for_roles(*SERVICE)
def my_work(request):
    """What the person has to do, the most urgent first; managers may look at an IRO's."""
    if request.user.is_manager and "iro" not in request.GET:
        return redirect("today")
    whose = _whose(request)
    deadlines = deadlines_as_at(clock.now(), on=clock.today())
    pieces = pieces_of(whose, deadlines)
    show = request.GET.get("show") if request.GET.get("show") in KINDS else None
    shown = [piece for piece in pieces if show in (None, piece.kind)]
    urgencies = by_urgency(shown, deadlines)
    if show == "reviews":  # the count above leaves out the later ones, and so does what it opens
        urgencies = urgencies[:-1]
    context = {
        "whose": whose,
        "mine": whose == request.user,
        "covered": set(whose.covers.in_force(on=deadlines.on).values_list("away_id", flat=True)),
        "strip": _strip(request, counts_of(pieces, deadlines), deadlines),
        "without_footprint": without_footprint(whose, on=deadlines.on).count(),
        "show": show,
        "urgencies": [urgency for urgency in urgencies if urgency.pieces],
        "on": deadlines.on,
        "later_shown": LATER_SHOWN,
        "later_slice": f":{LATER_SHOWN}",
        "later_href": f"{reverse('reviews')}?state=planned",
    }
    return render(request, "reviews/my_work.html", context)


def _strip(request, counts: dict, deadlines) -> list[dict]:
    """The counts in words, each opening what it counts."""
    labels = {
        "reviews": f"Reviews to book or hold by {last_of_ten_working_days(deadlines):%-d %B}",
        "forms": "Outcome forms owed",
        "records": "Records outstanding",
        "decisions": "Decisions to send or settle",
        "oversight": "Midway checks due",
        "disputes": "Disputes waiting for you",
    }
    query = request.GET.copy()
    strip = []
    for kind, pieces in counts.items():
        query["show"] = kind
        overdue = sum(piece.is_overdue for piece in pieces)
        strip.append(
            {
                "number": len(pieces),
                "label": labels[kind],
                "note": f"{overdue} overdue" if overdue else "",
                "tone": "overdue" if overdue else "",
                "href": f"?{query.urlencode()}",
            }
        )
    return strip


def _whose(request) -> User:
    """The person whose work it is: an IRO's own always, whatever the address says."""
    if not request.user.is_manager:
        return request.user
    wanted = request.GET["iro"]
    return get_object_or_404(User, role=Role.IRO, pk=wanted if wanted.isdecimal() else 0)
