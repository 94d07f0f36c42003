"""A manager's answer: by themselves, or kept in their name by the IRO."""

from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.access import for_roles
from accounts.models import Role
from disputes.actions.answering import answer_dispute
from disputes.codes import Move
from disputes.forms.answer import AnswerForm, RecordAnswerForm, with_one_more_row
from disputes.hands import hand_of
from disputes.log import log_of
from disputes.models import Dispute
from disputes.moves import may
from disputes.turn import turn_of
from disputes.views.case import clocks_shown
from disputes.views.moving import dispute_to_move, move_page
from disputes.views.scoped import the_dispute
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day_long
from reviews.facts import facts_of
from reviews.views.scoped import WRITERS


@for_roles(Role.RESPONDING_MANAGER, *WRITERS)
def dispute_answer(request, pk: int):
    """The manager's page of a dispute put to them; for the IRO, what the manager said."""
    if request.user.role != Role.RESPONDING_MANAGER:
        return _recorded(request, pk)
    dispute = the_dispute(request, pk, "dispute to answer")
    form = _form(request, AnswerForm, dispute)
    if request.method == "POST" and "add" not in request.POST and form.is_valid():
        answers = form.answers | {"on": clock.today()}
        try:
            answer_dispute(dispute, **answers, at=clock.now(), by=request.user)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _thanks(dispute))
            return redirect("to_answer")
    return render(request, "disputes/answer.html", _page(request, dispute, form))


def _recorded(request, pk: int):
    """The IRO keeps an answer in the manager's name."""
    dispute = dispute_to_move(request, pk, Move.ANSWERED)
    form = _form(request, RecordAnswerForm, dispute)
    return move_page(request, dispute, form, answer_dispute, "Record the answer")


def _form(request, kind: type[AnswerForm], dispute: Dispute) -> AnswerForm:
    """The form, with what was typed; a row that is added is not judged yet."""
    if "add" in request.POST:
        data = with_one_more_row(request.POST)
        return kind(data, dispute=dispute, on=clock.today()).unchecked()
    return kind(request.POST or None, dispute=dispute, on=clock.today())


def _page(request, dispute: Dispute, form: AnswerForm) -> dict:
    """What a manager needs of the dispute and of the child, and nothing else."""
    on, user = clock.today(), request.user
    turn = turn_of(dispute, on=on)
    steps = dispute.steps.readable_by(user).select_related("by", "asked", "in_name_of")
    mine = may(Move.ANSWERED, hand=hand_of(user, dispute, on=on), state=dispute.state)
    return {
        "dispute": dispute,
        "child": dispute.child,
        "facts": facts_of(dispute.child, on=on),
        "on": on,
        "turn": turn,
        # What was typed stays in view although somebody else was quicker.
        "form": form if mine or form.is_bound else None,
        "forms": form.rows,
        "log": log_of(dispute, steps),
        "agreed": dispute.actions.select_related("done_by", "step"),
        **(clocks_shown(dispute, turn) if mine else {}),
    }


def _thanks(dispute: Dispute) -> str:
    due_on = dispute.stage_due_on
    late = f" It came after {day_long(due_on)} and is kept as a late answer."
    return f"Answered. The IRO decides what follows.{late if due_on < clock.today() else ''}"
