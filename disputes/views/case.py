"""The page of one dispute: where it stands, what may be done now, and its log."""

from dataclasses import replace

from django.shortcuts import render

from accounts.access import SERVICE, for_roles
from audit.models import Look
from cohort.council import working_calendar
from disputes.codes import State
from disputes.deadlines import of_stage, of_total
from disputes.hands import hand_of
from disputes.log import log_of
from disputes.models import Dispute
from disputes.moves import SERVICE as HANDS
from disputes.time_left import time_left
from disputes.turn import Turn, turn_of
from disputes.views.scoped import the_dispute
from iro_service import clock
from reviews.views.scoped import WRITERS, deadlines_now

LOOKS = 10


@for_roles(*SERVICE)
def dispute(request, pk: int):
    """One dispute; a group manager reads it, the others are offered what they may do."""
    dispute, on = the_dispute(request, pk, "dispute"), clock.today()
    turn, hand = turn_of(dispute, on=on), hand_of(request.user, dispute, on=on)
    steps = dispute.steps.readable_by(request.user).select_related("by", "asked", "in_name_of")
    context = {
        "dispute": dispute,
        "child": dispute.child,
        "on": on,
        "turn": turn,
        "offers": turn.offers(hand),
        "may_finish": hand in HANDS,
        "done_today": {"on_0": on.day, "on_1": on.month, "on_2": on.year},
        "may_open": request.user.role in WRITERS,
        "agreed": dispute.actions.select_related("done_by", "step"),
        "log": log_of(dispute, steps),
        "later": dispute.later.order_by("pk"),
        "looks": _looks(dispute) if request.user.is_manager else None,
        **clocks_shown(dispute, turn),
    }
    return render(request, "disputes/dispute.html", context)


def clocks_shown(dispute: Dispute, turn: Turn) -> dict:
    """The stage's day until it is answered, and that of all formal stages until it is settled."""
    if dispute.settled_on:
        return {}
    deadlines, answered = deadlines_now(), dispute.state == State.ANSWERED
    shown = {} if answered else {"stage_due": of_stage(deadlines, dispute, turn.stage)}
    if dispute.formal_on:
        left = time_left(dispute, turn.stage, on=turn.on, calendar=working_calendar())
        total = of_total(deadlines, dispute)
        # The bar says how much is left, so the day need not.
        shown |= {"left": left, "total_due": replace(total, distance="") if left else total}
    return shown


def _looks(dispute: Dispute) -> list[Look]:
    looks = Look.objects.filter(subject="dispute", subject_id=dispute.pk)
    return list(looks.select_related("by")[:LOOKS])
