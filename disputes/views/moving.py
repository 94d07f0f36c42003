"""What is done to a dispute, a page for each move."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from accounts.access import for_roles
from disputes.actions.answering import finish_action, hold_meeting
from disputes.actions.climbing import add_note, escalate, refer_to_cafcass, seek_legal_advice
from disputes.actions.closing import accept, close
from disputes.actions.refusing import not_now, not_yours
from disputes.codes import Move
from disputes.forms import moves, notes
from disputes.hands import hand_of
from disputes.models import AgreedAction, Dispute
from disputes.moves import TABLE, may
from disputes.turn import turn_of
from disputes.views.case import clocks_shown
from disputes.views.scoped import the_dispute
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import counted, day_long
from reviews.views.scoped import WRITERS


@for_roles(*WRITERS)
def dispute_meeting(request, pk: int):
    """Keep what came of a meeting."""
    dispute = dispute_to_move(request, pk, Move.MET)
    form = moves.MeetingForm(request.POST or None, dispute=dispute, on=clock.today())
    return move_page(request, dispute, form, hold_meeting, "Record the meeting")


@for_roles(*WRITERS)
def dispute_escalate(request, pk: int):
    """Take it to a later stage."""
    dispute = dispute_to_move(request, pk, Move.ESCALATED)
    later = turn_of(dispute, on=clock.today()).later
    if not later and request.method == "GET":
        raise Refusal("This is the last stage. The case can be referred to Cafcass, or closed.")
    form = moves.EscalateForm(request.POST or None, dispute=dispute, on=clock.today(), later=later)
    return move_page(request, dispute, form, escalate, "Take it further")


@for_roles(*WRITERS)
def dispute_accept(request, pk: int):
    """Accept the answer, or keep how it was settled without one."""
    dispute = dispute_to_move(request, pk, Move.ACCEPTED)
    form = moves.AcceptForm(request.POST or None, dispute=dispute, on=clock.today())
    return move_page(request, dispute, form, accept, form.button)


@for_roles(*WRITERS)
def dispute_close(request, pk: int):
    """Close it with its outcome."""
    dispute = dispute_to_move(request, pk, Move.CLOSED)
    form = moves.CloseForm(request.POST or None, dispute=dispute, on=clock.today())
    return move_page(request, dispute, form, close, "Close the dispute")


@for_roles(*WRITERS)
def dispute_cafcass(request, pk: int):
    """Refer the case to Cafcass."""
    dispute = dispute_to_move(request, pk, Move.CAFCASS)
    if dispute.cafcass_on and request.method == "GET":
        day = day_long(dispute.cafcass_on)
        raise Refusal(f"This dispute was already referred to Cafcass, on {day}.")
    form = moves.CafcassForm(request.POST or None, dispute=dispute, on=clock.today())
    return move_page(request, dispute, form, refer_to_cafcass, "Refer to Cafcass")


@for_roles(*WRITERS)
def dispute_legal_advice(request, pk: int):
    """Keep that legal advice was sought."""
    dispute = dispute_to_move(request, pk, Move.LEGAL_ADVICE)
    form = notes.LegalAdviceForm(request.POST or None, dispute=dispute, on=clock.today())
    return move_page(request, dispute, form, seek_legal_advice, "Legal advice sought")


@for_roles(*WRITERS)
def dispute_note(request, pk: int):
    """Add a note."""
    dispute = dispute_to_move(request, pk, Move.NOTED)
    form = notes.NoteForm(request.POST or None, dispute=dispute, on=clock.today())
    return move_page(request, dispute, form, add_note, "Add a note")


@for_roles(*WRITERS)
def agreed_action_done(request, pk: int):
    """Keep that what was agreed is done: at one click today, or on a day typed here."""
    action = get_object_or_404(AgreedAction.objects.select_related("step"), pk=pk)
    action.dispute = dispute_to_move(request, action.dispute_id, Move.ACTION_DONE)
    if action.done_on and request.method == "GET":
        raise Refusal(f"This was already kept as done, on {day_long(action.done_on)}.")
    form = moves.ActionDoneForm(
        request.POST or None, dispute=action.dispute, on=clock.today(), agreed_on=action.step.on
    )

    def deed(dispute, **answers):
        return finish_action(action, **answers)

    heading = "An agreed action is done"
    return move_page(request, action.dispute, form, deed, heading, action=action)


def dispute_to_move(request, pk: int, move: Move) -> Dispute:
    """The dispute, if the person may make the move now; else they are told why not.

    Whoever sends what they wrote on an older page is told by the action: that keeps their words.
    """
    dispute, on = the_dispute(request, pk, move.label.lower()), clock.today()
    hand = hand_of(request.user, dispute, on=on)
    if request.method == "POST" or may(move, hand=hand, state=dispute.state):
        return dispute
    allowed = hand in TABLE[move].hands
    raise Refusal(not_now(dispute) if allowed else not_yours(dispute, hand, on=on))


def move_page(request, dispute: Dispute, form, deed, heading: str, **more):
    """Do it and go back to the dispute; a refusal becomes an error that keeps the words."""
    if request.method == "POST" and form.is_valid():
        answers = getattr(form, "answers", form.cleaned_data)
        try:
            deed(dispute, **answers, at=clock.now(), by=request.user)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            dispute = Dispute.objects.select_related("asked").get(pk=dispute.pk)
            messages.success(request, what_follows(dispute, heading))
            return redirect("dispute", dispute.pk)
    turn = turn_of(dispute, on=clock.today())
    page = {
        "form": form,
        "forms": getattr(form, "rows", ()),
        "dispute": dispute,
        "heading": heading,
        "deed": request.resolver_match.url_name,
        "turn": turn,
        **clocks_shown(dispute, turn),
        **more,
    }
    return render(request, "disputes/move.html", page)


def what_follows(dispute: Dispute, heading: str) -> str:
    """The confirmation: that it is kept, and what happens next."""
    turn = turn_of(dispute, on=clock.today())
    due = f" by {day_long(dispute.stage_due_on)}" if turn.is_waiting else ""
    if turn.is_waiting and dispute.asked:
        return f"Saved. {dispute.asked} is to answer{due}."
    to_do = f" {counted(turn.left_to_do, 'agreed action')} to follow up." if turn.left_to_do else ""
    return f"Saved. {turn.words}.{to_do}"
