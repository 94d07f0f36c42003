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

WITH_ACTIONS = (Answer.AGREES, Answer.PARTLY)


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
    who=None,
    on: date,
    at: datetime,
    by,
) -> Step:
    """Answer at the stage it stands at; after its day it is kept as a late answer.

    An IRO keeps in the manager's name what was said in a meeting or on the telephone; `who` it
    was, where the dispute is addressed to nobody.
    """
    promises = list(promises)
    text = _complete(answer, text, promises, on)
    in_name_of = None
    if by.role != Role.RESPONDING_MANAGER:
        in_name_of = dispute.asked or who
        if in_name_of is None:
            raise Refusal("Select who answered.")
    changes = {"state": State.MEETING} if answer == Answer.MEETING else {}
    step = make_move(
        dispute, Move.ANSWERED, changes=changes, on=on, at=at, by=by,
        answer=answer, text=text, in_name_of=in_name_of,
    )  # fmt: skip
    AgreedAction.objects.bulk_create(
        AgreedAction(dispute=dispute, step=step, **promise._asdict()) for promise in promises
    )
    return step


def _complete(answer: str, text: str, promises: list[Promise], on: date) -> str:
    """The words without blanks around them, once the answer is whole."""
    if answer not in Answer:
        raise Refusal("Select your answer.")
    if answer == Answer.AGREES and not promises:
        raise Refusal("Enter what will be done, by whom and by when.")
    if promises and answer not in WITH_ACTIONS:
        raise Refusal("Take out what will be done: it goes with agreeing, or agreeing in part.")
    if any(promise.by_when < on for promise in promises):
        raise Refusal("What will be done cannot be due before the answer.")
    if answer == Answer.AGREES:
        return text.strip()
    asks = answer == Answer.MEETING
    return said(text, "Enter what the meeting is for." if asks else "Enter the reasons.")


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
