"""Taking a dispute further: up the ladder, to Cafcass, to legal advice."""

from datetime import date, datetime

from django.db import transaction

from disputes.actions.moving import clocks_of, locked, make_move, said
from disputes.codes import Move
from disputes.ladder import who_answers
from disputes.models import Dispute, Step
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words


def escalate(
    dispute: Dispute,
    *,
    stage: int,
    text: str,
    asked=None,
    skipped_because: str = "",
    on: date,
    at: datetime,
    by,
) -> Step:
    """Put it to a later stage of its own ladder; a stage left out is explained.

    The formal stages' 20 working days run on from the first of them (IRO Handbook 6.2).
    """
    rung = dispute.ladder.stages.filter(number=stage).select_related("person").first()
    if rung is None or stage <= dispute.stage:
        raise Refusal("Choose a later stage: a dispute does not go back to an earlier one.")
    if stage > dispute.stage + 1 and not skipped_because.strip():
        raise Refusal("Enter why a stage is left out.")
    asked = asked or who_answers(rung, team=dispute.team)
    return make_move(
        dispute, Move.ESCALATED,
        changes={"asked": asked, **clocks_of(rung, formal_on=dispute.formal_on, on=on)},
        on=on, at=at, by=by,
        text=said(text, "Enter why it goes further."), skipped_because=skipped_because.strip(),
    )  # fmt: skip


@transaction.atomic
def refer_to_cafcass(dispute: Dispute, *, text: str, on: date, at: datetime, by) -> Step:
    """Refer the case to Cafcass, at any stage and alongside it (Children Act 1989, s25B(3))."""
    locked(dispute)
    if first := dispute.steps.filter(move=Move.CAFCASS).select_related("by").first():
        raise Refusal(
            f"This dispute was already referred to Cafcass, by {first.by} on {in_words(first.on)}."
        )
    text = said(text, "Enter why the case is referred to Cafcass.")
    return make_move(
        dispute, Move.CAFCASS, changes={"cafcass_on": on}, on=on, at=at, by=by, text=text
    )


def seek_legal_advice(
    dispute: Dispute, *, text: str, private: bool = True, on: date, at: datetime, by
) -> Step:
    """Keep that legal advice was sought; what was advised stays in the IRO service."""
    text = said(text, "Enter who was asked and about what.")
    return make_move(dispute, Move.LEGAL_ADVICE, on=on, at=at, by=by, text=text, private=private)


def add_note(dispute: Dispute, *, text: str, private: bool, at: datetime, by) -> Step:
    """Add a note to the log, today; a private one stays in the IRO service."""
    text = said(text, "Enter the note.")
    on = clock.day_of(at)
    return make_move(dispute, Move.NOTED, on=on, at=at, by=by, text=text, private=private)
