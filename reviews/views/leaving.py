"""An IRO leaves: what they hold, who is to have it, and then it is done."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from accounts.access import for_roles
from accounts.models import MANAGERS, Role, User
from cohort.forms.allocation import LastDayForm
from iro_service import clock
from iro_service.templatetags.house import counted, day_long
from reviews.actions.handing_over import let_go
from reviews.leaving import Leaving, leaving
from reviews.proposals import propose

REASON = "{iro} leaves"


@for_roles(*MANAGERS)
def iro_leaves(request, pk):
    """Ask the last day, propose an IRO for each child, and let them go with all of it placed."""
    today = clock.today()
    iro = get_object_or_404(User, pk=pk, role=Role.IRO)
    asked = request.POST if request.method == "POST" else request.GET
    form = LastDayForm(asked if "last_day_0" in asked else None, today=today)
    found = None
    if form.is_bound and form.is_valid():
        found = leaving(iro, last_day=form.cleaned_data["last_day"], on=today)
    to = _to(request, found) if found and request.method == "POST" else {}
    sentences = found.why_not(to) if found and request.method == "POST" else []
    if found and request.method == "POST" and not sentences:
        return _let_go(request, found, to)
    context = {
        "iro": iro,
        "form": form,
        "found": found,
        "sentences": sentences,
        "rows": _rows(found, to) if found else [],
        "iros": User.objects.independent_reviewing_officers().exclude(pk=iro.pk),
        "posts": iro.posts.in_force(on=today),
    }
    return render(request, "reviews/allocations/leaves.html", context)


def _to(request, found: Leaving) -> dict:
    """The IRO selected for each child."""
    picked = {child: request.POST.get(f"iro-{child.pk}", "") for child in found.children}
    iros = User.objects.in_bulk([int(pk) for pk in picked.values() if pk.isdecimal()])
    chosen = {child: iros.get(int(pk)) for child, pk in picked.items() if pk.isdecimal()}
    return {child: iro for child, iro in chosen.items() if iro}


def _rows(found: Leaving, to: dict) -> list[dict]:
    """Each child with who is selected or proposed, and why."""
    choices = propose(found.children, on=found.first_without, leaver=found.iro)
    return [
        {
            "child": choice.child,
            "best": choice.best,
            "selected": to[choice.child].pk
            if choice.child in to
            else choice.best and choice.best.iro.pk,
        }
        for choice in choices
    ]


def _let_go(request, found: Leaving, to: dict):
    handed = let_go(
        found.iro,
        last_day=found.last_day,
        to=to,
        reason=REASON.format(iro=found.iro),
        on=found.on,
        by=request.user,
    )
    words = f"The last day of {found.iro} is {day_long(found.last_day)}"
    goes = f"{counted(handed.children, 'child,children')} and {counted(handed.reviews, 'review')}"
    messages.success(request, f"Saved. {words}. {goes} have another IRO from the day after.")
    return redirect("caseloads")
