"""Which review comes next for a child, and by when."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from statute.calendar import WorkingCalendar
from statute.timescales import Deadline, deadline

# For each regime its clocks in order: the last one repeats for as long as the regime lasts.
REGIMES: dict[str, tuple[str, ...]] = {
    "ordinary": ("first_review", "second_review", "later_review"),
    # Six months straight after the first review: reg 48 knows no second of three months.
    "short_breaks": ("short_breaks_first", "short_breaks_later"),
    "authorised_for_adoption": ("adoption_authorised_first", "adoption_authorised_later"),
    # A placement starts afresh, however recently the child was reviewed before it.
    "placed_for_adoption": (
        "adoption_placed_first",
        "adoption_placed_second",
        "adoption_placed_later",
    ),
}


def next_review(
    *,
    regime: str,
    counted_from: date,
    held: Sequence[date],
    unseen: int = 0,
    calendar: WorkingCalendar,
    count_months_as: str = "months",
) -> Deadline:
    """The last lawful day of the next review under a regime, and the clock that gives it.

    `counted_from` is the day the period of care, the first short break, the authority to
    place or the placement began. `held` are the days reviews were held under this regime
    since then (completed, where adjourned), in order: each clock runs from the review itself
    and not from the day it was due, so an early review brings the next one forward and a
    late one does not shorten the time to it. Reviews of an earlier regime are not among
    `held`; which regime the child is in is for the caller to know. `unseen` reviews were held
    before the first of `held`, nobody knows when.

    Raises ValueError for an unknown regime, for reviews before `counted_from` or out of order,
    and for unseen ones with nothing to count from; UnknownBankHolidays where the first review
    of care falls past the known years.
    Source: 2010 Regulations, regs 33 and 48; Adoption Agencies Regulations 2005, reg 36(1)
    and (3).
    """
    if regime not in REGIMES:
        raise ValueError(f"There is no review regime called {regime}.")
    if any(later < earlier for earlier, later in pairwise([counted_from, *held])):
        raise ValueError("The reviews held must be in order, and none before the clock began.")
    if unseen and not held:
        raise ValueError("Where no day is known a review was held on, nothing can be counted from.")
    rules = REGIMES[regime]
    rule = rules[min(len(held) + unseen, len(rules) - 1)]
    base_on = held[-1] if held else counted_from
    return deadline(rule, base_on, calendar, count_months_as=count_months_as)
