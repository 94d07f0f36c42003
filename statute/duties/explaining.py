"""Why a duty is due on its day, in one sentence."""

from datetime import date

from statute.calendar import ONE_DAY, WorkingCalendar
from statute.clocks import CLOCKS
from statute.duties.answers import Explanation
from statute.duties.counting import deadline
from statute.duties.settings import DAYS_FOR_MONTHS, amount_of
from statute.duties.words import counted, days_in_words, in_words


def explain(
    rule: str,
    base_on: date,
    calendar: WorkingCalendar,
    *,
    count_months_as: str = "months",
    amount: int | None = None,
    until: date | None = None,
) -> Explanation:
    """Why the clock `rule` falls on its day, in one sentence without its full stop.

    Takes what deadline takes, and raises what it raises. Source: as for deadline.
    """
    clock = CLOCKS[rule]
    due_on = deadline(
        rule, base_on, calendar, count_months_as=count_months_as, amount=amount, until=until
    ).due_on
    left_out: tuple[tuple[date, str], ...] = ()
    if clock.unit == "working days":
        # Counting back, the event is not counted; the due day is a working day and never named.
        after, last = (base_on, due_on) if due_on >= base_on else (due_on, base_on - ONE_DAY)
        left_out = calendar.left_out(after, last)
    if until is not None:
        sentence = f"half-way between {in_words(base_on)} and {in_words(until)}"
    else:
        n = amount_of(clock, amount)
        length = counted(abs(n), clock.unit)
        if clock.unit == "months" and count_months_as == "days":
            length = f"{DAYS_FOR_MONTHS[n]} days ({length})"
        sentence = f"{length} {'after' if n > 0 else 'before'} {in_words(base_on)}"
    if left_out:
        sentence += f", leaving out {days_in_words([day for day, _ in left_out])}"
    return Explanation(sentence, clock.authority, base_on, due_on, left_out)
