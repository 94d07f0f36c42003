"""Raising a concern about a child's case."""

from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.access import for_roles
from disputes.actions.opening import open_dispute
from disputes.forms.opening import OpeningForm
from disputes.models import Dispute
from disputes.offered import offered_stages, settled_by
from disputes.views.about import about_of, the_child
from iro_service import clock
from iro_service.templatetags.house import day_long
from reviews.facts import facts_of
from reviews.views.scoped import WRITERS


@for_roles(*WRITERS)
def dispute_open(request, pk: int):
    """Raise a concern, with all that is known filled in."""
    on = clock.today()
    child = the_child(request, pk, "raise a concern")
    about, facts = about_of(request, child), facts_of(child, on=on)
    offered = offered_stages(team=facts.holding and facts.holding.team, on=on)
    form = OpeningForm(request.POST or None, child=child, today=on, about=about, offered=offered)
    if request.method == "POST" and form.is_valid():
        return _open(request, child, about, form.cleaned_data)
    page = {
        "form": form,
        "child": child,
        "about": about,
        "facts": facts,
        "offered": offered,
        "same_day": len({one.due_on for one in offered}) == 1,
        "settled_by": settled_by(on=on),
        "open_now": _open_now(request, child),
    }
    return render(request, "disputes/dispute_open.html", page)


def _open(request, child, about, answers):
    chosen = answers | {"stage": int(answers["stage"])}
    dispute = open_dispute(
        child,
        **chosen,
        review=about.review,
        decision=about.decision,
        earlier=about.earlier,
        at=clock.now(),
        by=request.user,
    )
    messages.success(request, told(dispute))
    return redirect("dispute", dispute.pk)


def _open_now(request, child):
    """The disputes about the child that are open, so that none is raised twice."""
    seen = Dispute.objects.visible_to(request.user, on=clock.today()).open()
    return seen.filter(child=child).order_by("-raised_on", "-pk")


def told(dispute: Dispute) -> str:
    """Who is asked, and by when."""
    due = day_long(dispute.stage_due_on)
    if dispute.asked:
        return f"The concern is raised. {dispute.asked} is asked to answer by {due}."
    return (
        f"The concern is raised. Nobody is asked here: speak to the team, and keep by {due} "
        "what came of it."
    )
