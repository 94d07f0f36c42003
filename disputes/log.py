"""The log of a dispute as it is read: each step with its day, its people and its words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from disputes.codes import Answer, Move, State
from disputes.models import AgreedAction, Dispute, Step
from iro_service import clock
from iro_service.templatetags.house import day as in_words

SAYS = {
    Answer.AGREES: "agrees, with actions",
    Answer.PARTLY: "agrees in part",
    Answer.DISAGREES: "disagrees",
    Answer.MEETING: "asks for a meeting",
}


@dataclass(frozen=True)
class Line:
    """One step in the office's words; `words` are those that somebody wrote."""

    day: date
    title: str
    by: str  # empty where the title says it
    notes: list[str] = field(default_factory=list)
    words: str = ""
    agreed: list[AgreedAction] = field(default_factory=list)
    late: bool = False
    private: bool = False


def log_of(dispute: Dispute, steps: Iterable[Step]) -> list[Line]:
    """The steps as lines, in the order of their days."""
    names = {stage.number: stage.name for stage in dispute.ladder.stages.all()}
    agreed: dict[int, list[AgreedAction]] = {}
    for action in dispute.actions.all():
        agreed.setdefault(action.step_id, []).append(action)
    steps = sorted(steps, key=lambda step: (step.on, step.pk))
    return [_line(step, names, agreed.get(step.pk, [])) for step in steps]


def _line(step: Step, names: dict[int, str], agreed: list[AgreedAction]) -> Line:
    stage = names.get(step.stage, f"Stage {step.stage}")
    answered = step.move == Move.ANSWERED
    return Line(
        day=step.on,
        title=_title(step, stage),
        by="" if answered and not step.in_name_of_id else str(step.by),  # the title names them
        notes=list(_notes(step, stage)),
        words=step.text,
        agreed=agreed,
        late=answered and step.on > step.stage_due_on,
        private=step.private,
    )


def _title(step: Step, stage: str) -> str:
    match step.move:
        case Move.OPENED:
            return "Raised informally" if step.stage == 0 else f"Raised at the stage “{stage}”"
        case Move.ESCALATED:
            return f"Taken further to the stage “{stage}”"
        case Move.ANSWERED:
            return f"{step.in_name_of or step.by} {SAYS[Answer(step.answer)]}"
        case Move.CLOSED:
            return f"Closed: {step.get_outcome_display().lower()}"
        case Move.ACCEPTED if step.text:
            return "Settled"
    return step.get_move_display()


def _notes(step: Step, stage: str):
    """What is said of the step besides the words typed."""
    due = in_words(step.stage_due_on)
    if step.move in (Move.OPENED, Move.ESCALATED):
        yield f"Put to {step.asked or 'nobody by name'}, to answer by {due}."
    if step.skipped_because:
        yield f"An earlier stage was left out because: {step.skipped_because}"
    if step.in_name_of_id:
        yield f"Kept by {step.by} in {step.in_name_of}'s name, at the stage “{stage}”."
    elif step.move == Move.ANSWERED:
        yield f"At the stage “{stage}”."
    if step.move == Move.ANSWERED and step.on > step.stage_due_on:
        yield f"The answer was due by {due}."
    if step.move == Move.MET and step.state == State.WAITING:
        yield f"{step.asked or 'The manager'} is asked again."
    if step.on != (kept_on := clock.day_of(step.at)):
        yield f"Entered on {in_words(kept_on)}."
