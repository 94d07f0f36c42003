"""A manager's answer, the meeting they asked for, and what they undertook."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.db import transaction

from accounts.models import Role
from disputes.actions.moving import make_move, said
from disputes.codes import Answer, Move, State
from disputes.models import AgreedAction, Dispute, Step
from iro_service.refusals import Refusal


class Promise(NamedTuple):
    """Something a manager undertakes to have done."""

    text: str
    owner: str
    by_when: date


@transaction.atomic
def answer_dispute(
    dispute: Dispute,
    *,
    answer: str,
    text: str = "",
    promises: Iterable[Promise] = (),
    on: date,
    at: datetime,
    by,
) -> Step:
    """Answer at the stage it stands at; after its day it is kept as a late answer.

    An IRO keeps in the manager's name what was said in a meeting or on the telephone.
    """
    if answer not in Answer:
        raise Refusal("Select your answer.")
    promises = list(promises)
    if answer == Answer.AGREES and not promises:
        raise Refusal("Enter what will be done, by whom and by when.")
    if answer != Answer.AGREES:
        missing = "Enter what the meeting is for." if answer == Answer.MEETING else ""
        text = said(text, missing or "Enter the reasons.")
    in_name_of = dispute.asked if by.role != Role.RESPONDING_MANAGER else None
    changes = {"state": State.MEETING} if answer == Answer.MEETING else {}
    step = make_move(
        dispute, Move.ANSWERED, changes=changes, on=on, at=at, by=by,
        answer=answer, text=text.strip(), in_name_of=in_name_of,
    )  # fmt: skip
    AgreedAction.objects.bulk_create(
        AgreedAction(dispute=dispute, step=step, **promise._asdict()) for promise in promises
    )
    return step


def hold_meeting(dispute: Dispute, *, text: str, on: date, at: datetime, by) -> Step:
    """Keep what came of the meeting; the manager is asked again, and the stage's day stays."""
    text = said(text, "Enter what came of the meeting.")
    return make_move(dispute, Move.MET, on=on, at=at, by=by, text=text)


@transaction.atomic
def finish_action(action: AgreedAction, *, on: date, at: datetime, by) -> AgreedAction:
    """Keep that what was agreed is done, once."""
    left = AgreedAction.objects.to_be_done().filter(pk=action.pk)
    if on < action.step.on:
        raise Refusal("This cannot be done before it was agreed.")
    if not left.update(done_on=on, done_by=by):
        raise Refusal("This was already kept as done.")
    make_move(action.dispute, Move.ACTION_DONE, on=on, at=at, by=by, text=action.text)
    action.refresh_from_db()
    return action
