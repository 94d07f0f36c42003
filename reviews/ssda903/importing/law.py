"""When a review is due by the law, and whether what is known of the past makes it certain."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import NamedTuple

from reviews.regimes import Regime, due_by_regimes, held_under, regime_by
from reviews.ssda903.importing.years import Covered
from statute.calendar import UnknownBankHolidays, WorkingCalendar
from statute.schedule import REGIMES, next_review
from statute.timescales import Deadline, deadline

# Twenty working days end within it, whatever the holidays are.
LONGEST_FIRST = timedelta(days=60)


class Stretch(NamedTuple):
    """An episode, as far as the rules ask."""

    started_on: date
    reason_new: str
    legal_status: str
    placement: str


class Care(NamedTuple):
    """A period of care with its episodes, in order."""

    period_id: int
    child_id: int
    started_on: date
    began_before: bool
    episodes: list[Stretch]


class Due(NamedTuple):
    """A due day; `is_certain` where nothing unknown can have moved it.

    `is_base_seen` where it counts from a review, or from a start, with nothing unseen since.
    """

    deadline: Deadline
    is_certain: bool
    is_base_seen: bool

    @property
    def due_on(self) -> date:
        """The last lawful day; with reviews unseen it was none that ran out."""
        return self.deadline.due_on if self.is_base_seen else date.max


@dataclass(frozen=True)
class Law:
    """Counts due days from what is known: the calendar, the council's months, the years told."""

    calendar: WorkingCalendar
    months: str
    covered: Covered

    def due(self, care: Care, held: Sequence[date], *, until: date) -> Due:
        """When the review after those held is due, by the episodes begun up to `until`.

        Raises UnknownBankHolidays where the working days cannot be counted.
        """
        return due_by_regimes(
            partial(_regime_on, care),
            lambda regime: self._counted(care, regime, held_under(regime, held), until),
            last=held[-1] if held else care.started_on,
            until=until,
        )

    def _counted(self, care: Care, regime: Regime, held: list[date], until: date) -> Due:
        began = regime.counted_from
        is_told = not (care.began_before and began == care.started_on)
        base = held[-1] if held else began
        is_whole = is_told and self.covered.all_of(began, base)
        unseen = 0
        if held and not self.covered.all_of(began, held[0]):
            # The first one was due before the years that are told: it was none of these.
            unseen = int(self._first_due(regime) < self.covered.told_from(held[0]))
        due = next_review(
            regime=regime.name, counted_from=began, held=held, unseen=unseen,
            calendar=self.calendar, count_months_as=self.months,
        )  # fmt: skip
        # However many there were before: from here on the last clock repeats.
        repeats = len(held) + unseen >= len(REGIMES[regime.name]) - 1
        is_certain = self.covered.all_of(base, until) and (is_whole or (bool(held) and repeats))
        return Due(due, is_certain, bool(held) or is_whole)

    def _first_due(self, regime: Regime) -> date:
        try:
            first = next_review(
                regime=regime.name, counted_from=regime.counted_from, held=[],
                calendar=self.calendar, count_months_as=self.months,
            )  # fmt: skip
        except UnknownBankHolidays:
            return regime.counted_from + LONGEST_FIRST
        return first.due_on

    def next(self, care: Care, held: Sequence[date], *, on: date) -> Deadline:
        """When the next review is due by what is known, for a plan.

        Where no review is known and the years before are not told, those held then are not known
        either: the last of them was held on the eve of the years that are told, at the latest.
        Raises UnknownBankHolidays where the working days cannot be counted.
        """
        if not held and (since := self.covered.last_run_before(on)):
            regime = _regime_on(care, on)
            eve = since - timedelta(days=1)
            if self._first_due(regime) < since and regime.counted_from <= eve:
                last_clock = REGIMES[regime.name][-1]
                return deadline(last_clock, eve, self.calendar, count_months_as=self.months)
        return self.due(care, held, until=on).deadline


def _regime_on(care: Care, day: date) -> Regime:
    begun = [one for one in care.episodes if one.started_on <= day]
    return regime_by(begun, started_on=care.started_on)
