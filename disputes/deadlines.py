"""A dispute's due days as pages show them: its stage's, and that of the formal stages together."""

from disputes.models import Dispute, Stage
from reviews.deadlines import Deadlines, Shown
from statute.calendar import UnknownBankHolidays
from statute.clocks import CLOCKS
from statute.timescales import distance, explain


def of_stage(deadlines: Deadlines, dispute: Dispute, stage: Stage) -> Shown:
    """The last day to answer at the stage where it stands."""
    return _shown(
        deadlines,
        "dispute_stage",
        dispute.stage_from_on,
        dispute.stage_due_on,
        title=f"Answer at the stage “{stage.name}”",
        amount=stage.working_days,
    )


def of_total(deadlines: Deadlines, dispute: Dispute) -> Shown:
    """The last day of the formal stages together, of a dispute that became formal."""
    return _shown(
        deadlines,
        "dispute_total",
        dispute.formal_on,
        dispute.total_due_on,
        title="All formal stages together",
    )


def _shown(deadlines: Deadlines, clock, base_on, due_on, *, title: str, amount=None) -> Shown:
    on, calendar = deadlines.on, deadlines.calendar
    state = "overdue" if due_on < on else "today" if due_on == on else "due"
    authority = CLOCKS[clock].authority
    try:
        left = distance(due_on, on, calendar)
        why = explain(clock, base_on, calendar, amount=amount)
    except UnknownBankHolidays:  # the stored day stands; only the count is not known
        return Shown(due_on, state, rule=title, authority=authority)
    sentence = f"{why.sentence}."
    if why.due_on != due_on:
        sentence = "The calendar changed after the day was set."
    return Shown(due_on, state, left, title, sentence, authority)
