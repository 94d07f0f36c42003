"""What disputes an IRO has to go on with: those that wait for them, one row each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, Subquery

from disputes.codes import State
from disputes.deadlines import of_stage, of_total
from disputes.models import AgreedAction, Dispute, Stage
from iro_service.templatetags.house import day_short
from reviews.deadlines import Deadlines, Shown
from reviews.work.piece import Piece
from statute.calendar import UnknownBankHolidays
from statute.timescales import distance


@dataclass(frozen=True)
class Deed:
    """What is to be done now: its words, its button and the page where it is done."""

    words: str
    button: str
    page: str


FURTHER = Deed("Nobody answered: take it further", "Take it further", "dispute_escalate")
LAST = Deed("Nobody answered at the last stage", "Decide", "dispute")
DECIDE = Deed("Decide on the answer", "Decide", "dispute")
MEET = Deed("Hold the meeting that was asked for", "Record it", "dispute_meeting")
SETTLE = Deed("Settle it: its 20 working days are over", "Open", "dispute")
FOLLOW_UP = Deed("Follow up what was agreed", "Follow up", "dispute")


def disputes_to_do(user, deadlines: Deadlines) -> Iterator[Piece]:
    """The disputes that wait for the IRO, from two queries."""
    on = deadlines.on
    undone = AgreedAction.objects.overdue(on=on).filter(dispute=OuterRef("pk"))
    seen = Dispute.objects.visible_to(user, on=on).with_iro(on=on)
    seen = seen.annotate(promised_on=Subquery(undone.order_by("by_when").values("by_when")[:1]))
    waiting = Q(promised_on__isnull=False) | Q(pk__in=_to_decide(on))
    disputes = list(seen.filter(waiting).select_related("child", "asked"))
    ladders = {dispute.ladder_id for dispute in disputes}
    stages: dict[int, list[Stage]] = {}
    for stage in Stage.objects.filter(ladder__in=ladders).order_by("number"):
        stages.setdefault(stage.ladder_id, []).append(stage)
    for dispute in disputes:
        yield _piece(dispute, stages[dispute.ladder_id], deadlines)


def _to_decide(on: date):
    silent = Dispute.objects.overdue(on=on)
    return (silent | Dispute.objects.to_decide()).values("pk")


def _piece(dispute: Dispute, stages: list[Stage], deadlines: Deadlines) -> Piece:
    on, stage = deadlines.on, stages[dispute.stage]
    deed = _deed(dispute, is_last=stage == stages[-1], on=on)
    shown = _deadline(dispute, deed, stage, deadlines)
    theirs = deed in (DECIDE, MEET)  # asked of the IRO now, whatever day the stage has
    return Piece(
        kind="disputes",
        child=dispute.child,
        iro_pk=dispute.iro_pk,
        iro_name=dispute.iro_name,
        about_pk=dispute.pk,
        deed=deed.words,
        button=deed.button,
        page=deed.page,
        do_on=on if theirs else shown.due_on,
        deadline=shown,
        note=_note(dispute, stage),
    )


def _deed(dispute: Dispute, *, is_last: bool, on: date) -> Deed:
    match dispute.state:
        case State.ANSWERED:
            return DECIDE
        case State.MEETING:
            return MEET
        case State.WAITING if dispute.stage_due_on < on:
            return LAST if is_last else FURTHER
        case State.WAITING if dispute.total_due_on and dispute.total_due_on < on:
            return SETTLE
    return FOLLOW_UP


def _deadline(dispute: Dispute, deed: Deed, stage: Stage, deadlines: Deadlines) -> Shown:
    """The day that the deed is about: of the promise, of the stage, or of all formal stages."""
    if deed is FOLLOW_UP:
        return _promise(dispute.promised_on, deadlines)
    if deed in (FURTHER, LAST):
        return of_stage(deadlines, dispute, stage)
    if dispute.total_due_on:
        return of_total(deadlines, dispute)
    # Informally nothing but the child's need sets the IRO a day once there is an answer.
    return Shown(deadlines.on, "today", rule="Informal word")


def _promise(day: date, deadlines: Deadlines) -> Shown:
    """The day somebody undertook to have it done by."""
    sentence = "The day agreed in the manager’s answer."
    try:
        away = distance(day, deadlines.on, deadlines.calendar)
    except UnknownBankHolidays:
        away = ""
    return Shown(day, "overdue", away, rule="Agreed action", sentence=sentence)


def _note(dispute: Dispute, stage: Stage) -> str:
    asked = f", {dispute.asked} was asked" if dispute.asked else ""
    words = f"{dispute.get_theme_display()}. {stage.name}{asked}"
    late = dispute.promised_on
    return f"{words}. Agreed for {day_short(late)}, not done" if late else words
