"""The stages a dispute can start at: who would answer each, and by when."""

from dataclasses import dataclass
from datetime import date

from accounts.models import User
from cohort.council import working_calendar
from disputes.ladder import stages_in_force, who_answers
from disputes.models import Stage
from iro_service.refusals import Refusal
from statute.calendar import UnknownBankHolidays
from statute.timescales import deadline


@dataclass(frozen=True)
class Offered:
    """One stage of the ladder in force, for a dispute raised on a day."""

    number: int
    stage: Stage
    due_on: date
    answers: User | None

    @property
    def formal(self) -> bool:
        """Whether the 20 working days would begin with it."""
        return self.number > 0


def offered_stages(*, team, on: date) -> list[Offered]:
    """The stages in force with their days, counted from the day."""
    calendar = working_calendar()
    try:
        return [
            Offered(
                number,
                stage,
                deadline("dispute_stage", on, calendar, amount=stage.working_days).due_on,
                who_answers(stage, team=team),
            )
            for number, stage in enumerate(stages_in_force())
        ]
    except UnknownBankHolidays as unknown:
        raise Refusal(str(unknown)) from unknown


def settled_by(*, on: date) -> date:
    """The last day of the formal stages together, for a dispute that becomes formal on the day."""
    return deadline("dispute_total", on, working_calendar()).due_on
