"""What a mail tells of a dispute: the stage, its day and whose turn it is; never the concern."""

from datetime import date

from django.conf import settings
from django.urls import reverse

from accounts.models import User
from disputes.codes import State
from disputes.deadlines import of_stage, of_total
from disputes.models import Dispute, Stage, Step
from iro_service.templatetags.house import day_long
from reviews.deadlines import Deadlines, Shown
from reviews.mail_items import Item, whose
from statute.timescales import distance

IF_SILENT = "Without an answer by then it goes back to the IRO, who may take it further."
STILL = "You can still answer. The IRO and the practice manager are told that the day passed."
DECIDE = "Accept the answer, or take the dispute further."
MEET = "Record the meeting once it was held; the manager is then asked for the answer."
FOLLOW_UP = "It was agreed in an answer: record it as done, or ask what keeps it."


def tell(matter, step: Step, last_on: date, deadlines: Deadlines, *, to: User, nouns: str) -> Item:
    """The dispute as the person is told of it; the step comes with its dispute and with_iro."""
    dispute, stages = step.dispute, list(step.dispute.ladder.stages.all())
    came = matter.key in ("dispute_answered", "dispute_meeting")
    return Item(
        nouns=nouns,
        reference=dispute.child.reference,
        due_on=last_on,
        due=day_long(last_on),
        deadline=_deadline(matter.key, dispute, stages, last_on, deadlines),
        note=_note(matter.key, dispute, stages, on=deadlines.on),
        whose=whose(step, to),
        link=settings.SERVICE_ADDRESS + reverse(matter.page, args=[dispute.pk]),
        by="Since" if came else "Due by",
    )


def _deadline(
    key: str, dispute: Dispute, stages: list[Stage], last_on: date, deadlines: Deadlines
) -> Shown:
    match key:
        case "dispute" | "dispute_silent" | "dispute_nobody":
            return of_stage(deadlines, dispute, stages[dispute.stage])
        case "dispute_total":
            return of_total(deadlines, dispute)
    if key != "dispute_action":
        return Shown(last_on, "due")  # the day it came is no last day
    return Shown(last_on, "overdue", distance(last_on, deadlines.on, deadlines.calendar, "days"))


def _note(key: str, dispute: Dispute, stages: list[Stage], *, on: date) -> str:
    """The stage and who is asked, and what is to be done about it now."""
    stands = f"{stage_in_words(dispute, stages)}."
    match key:
        case "dispute":
            asked = f"You are asked: {_place(dispute, stages)}."
            return f"{asked} {STILL if dispute.stage_due_on < on else IF_SILENT}"
        case "dispute_answered":
            return f"{stands} {DECIDE}"
        case "dispute_meeting":
            return f"{stands} {MEET}"
        case "dispute_action":
            return FOLLOW_UP
        case "dispute_nobody":
            return f"{stands} Find out who answers, or take it further."
        case "dispute_silent":
            return f"{stands} {further(dispute, stages)}."
    silent = dispute.state == State.WAITING and dispute.stage_due_on < on
    return f"{stands} {further(dispute, stages)}." if silent else stands


def stage_in_words(dispute: Dispute, stages: list[Stage]) -> str:
    """Where it stands and who is asked: "Stage 2 of 4, Service manager; asked: Ruth Bell"."""
    place = _place(dispute, stages)
    asked = dispute.asked if dispute.asked and dispute.asked.is_active else None
    return f"{place[:1].upper()}{place[1:]}; asked: {asked or 'nobody'}"


def _place(dispute: Dispute, stages: list[Stage]) -> str:
    stage = stages[dispute.stage]
    return (
        f"stage {stage.number} of {len(stages) - 1}, {stage.name}" if stage.number else "informal"
    )


def further(dispute: Dispute, stages: list[Stage]) -> str:
    """What is proposed where nobody answered."""
    if dispute.stage + 1 < len(stages):
        later = stages[dispute.stage + 1]
        return f"Taking it further is proposed, to stage {later.number}, {later.name}"
    if dispute.cafcass_on:
        return "This is the last stage, and Cafcass has it: decide how it ends"
    return "This is the last stage: a referral to Cafcass is proposed"
