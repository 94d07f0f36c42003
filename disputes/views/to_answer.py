"""What a responding manager is asked."""

from django.shortcuts import render

from accounts.access import for_roles
from accounts.models import Role
from disputes.deadlines import of_stage
from disputes.models import Dispute
from iro_service import clock
from reviews.deadlines import Deadlines, of_answer
from reviews.models import DecisionSheet
from reviews.views.scoped import deadlines_now

SHOWN = 10


@for_roles(Role.RESPONDING_MANAGER)
def to_answer(request):
    """What is addressed to the person: disputes and decisions waiting, then those of before."""
    on, deadlines = clock.today(), deadlines_now()
    sheets = DecisionSheet.objects.visible_to(request.user, on=on).select_related("review__child")
    waiting = sheets.to_answer(on=on).order_by("answer_due_on", "pk")
    silent = sheets.agreed_by_silence(on=on).order_by("-answer_due_on", "-pk")
    answered = sheets.answered().order_by("-answered_on", "-pk")
    context = {
        "on": on,
        "waiting": [(sheet, of_answer(deadlines, sheet)) for sheet in waiting],
        "past": [
            ("Decisions not answered in time, which counts as agreement", silent[:SHOWN]),
            ("Decisions answered lately", answered[:SHOWN]),
        ],
        **_disputes(request.user, deadlines),
    }
    return render(request, "disputes/to_answer.html", context)


def _disputes(user, deadlines: Deadlines) -> dict:
    """Those waiting for the person with their day, and those that are no longer theirs."""
    put = Dispute.objects.visible_to(user, on=deadlines.on).select_related("child", "asked")
    mine = put.to_answer(user).order_by("stage_due_on", "pk").prefetch_related("ladder__stages")
    return {
        "disputes": [(one, of_stage(deadlines, one, _stage(one))) for one in mine],
        "disputes_before": put.exclude(pk__in=mine).order_by("-stage_from_on", "-pk")[:SHOWN],
    }


def _stage(dispute: Dispute):
    return next(one for one in dispute.ladder.stages.all() if one.number == dispute.stage)
