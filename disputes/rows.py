"""A dispute as a row of a list: its stage, whose turn it is and the time it has left."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cohort.council import working_calendar
from disputes.codes import State
from disputes.models import Dispute, Stage
from disputes.time_left import TimeLeft, time_left
from iro_service.templatetags.house import day_short

OF_THE_IRO = {
    State.MEETING: "IRO: hold the meeting",
    State.ANSWERED: "IRO: decide on the answer",
    State.ACCEPTED: "Settled: follow up what was agreed",
}


@dataclass(frozen=True)
class Row:
    """One dispute of the list."""

    dispute: Dispute
    stage: str
    turn: str
    silent: bool  # nobody answered by the stage's day
    left: TimeLeft | None


def rows_of(disputes: Iterable[Dispute], *, on: date) -> list[Row]:
    """The disputes as rows, from one query more, however many they are."""
    disputes = list(disputes)
    ladders = {dispute.ladder_id for dispute in disputes}
    stages = {
        (stage.ladder_id, stage.number): stage for stage in Stage.objects.filter(ladder__in=ladders)
    }
    calendar = working_calendar()
    return [
        _row(one, stages.get((one.ladder_id, one.stage)), on=on, calendar=calendar)
        for one in disputes
    ]


def _row(dispute: Dispute, stage: Stage | None, *, on: date, calendar) -> Row:
    return Row(
        dispute,
        stage.name if stage else f"Stage {dispute.stage}",
        _turn(dispute, on),
        dispute.state == State.WAITING and dispute.stage_due_on < on,
        time_left(dispute, stage, on=on, calendar=calendar),
    )


def _turn(dispute: Dispute, on: date) -> str:
    if dispute.state == State.CLOSED:
        return f"Closed: {dispute.get_outcome_display().lower()}"
    if dispute.state != State.WAITING:
        return OF_THE_IRO[State(dispute.state)]
    due = day_short(dispute.stage_due_on)
    if dispute.stage_due_on < on:
        return f"IRO: no answer from {dispute.asked or 'anybody'} by {due}"
    return f"{dispute.asked or 'Nobody is asked'}, answer due {due}"
