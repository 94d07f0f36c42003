"""The council's ladder: its stages, and the editions before."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.shortcuts import redirect, render

from accounts.access import for_roles
from accounts.models import MANAGERS, Role
from disputes.actions.ladder import change_ladder
from disputes.codes import OPEN, Owner
from disputes.forms.ladder import MOST, LadderForm
from disputes.ladder import Rung, stages_in_force
from disputes.models import FORMAL_DAYS, Dispute, Ladder
from iro_service import clock
from iro_service.refusals import Refusal


@for_roles(*MANAGERS)
def ladder(request):
    """The stages in force; the practice manager changes them for disputes to come."""
    may_change = request.user.role == Role.PRACTICE_MANAGER
    if request.method == "POST" and not may_change:
        raise PermissionDenied
    stages = stages_in_force()
    form = LadderForm(stages, request.POST if request.method == "POST" else None)
    if "add" in request.POST:
        form = form.with_another()
    elif "remove" in request.POST:
        form = form.without(request.POST["remove"])
    elif request.method == "POST" and form.is_valid() and _change(request, form, stages):
        return redirect("ladder")
    context = {
        "stages": stages,
        "formal": sum(stage.working_days for stage in stages[1:]),
        "most_days": FORMAL_DAYS,
        "ladder": form,
        "forms": form.stages,
        "owners": Owner.choices,
        "may_change": may_change,
        "may_add": len(form.stages) < MOST,
        "still_open": Dispute.objects.open().count(),
        "editions": _editions(),
    }
    return render(request, "disputes/ladder.html", context)


def _change(request, form: LadderForm, stages) -> bool:
    """Keep the stages; what is refused is said at the last one, and what was typed stays."""
    rungs = form.rungs()
    if rungs == [_as_typed(stage) for stage in stages]:
        messages.warning(request, "Nothing was changed.")
        return True
    try:
        change_ladder(rungs, on=clock.today(), by=request.user)
    except Refusal as refused:
        form.stages[-1].add_error("working_days", refused.sentence)
        return False
    messages.success(request, "The ladder is saved. Disputes opened from now on climb it.")
    return True


def _as_typed(stage):
    return Rung(stage.name, stage.owner, stage.working_days, stage.person)


def _editions():
    """Every edition, the one in force first, with the disputes that are open on it."""
    is_open = Count("disputes", filter=Q(disputes__state__in=OPEN))
    editions = Ladder.objects.annotate(still_open=is_open).select_related("made_by")
    # The model's own order is lost where rows are grouped.
    return editions.order_by("-pk").prefetch_related("stages__person")
