"""Which periods of care a list of children is narrowed to."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from cohort.make_up import NOT_RECORDED, with_facts
from cohort.models import PeriodOfCare
from cohort.narrowing.addresses import YES, Days
from statute.reporting_year import counts_are_known

BOOLEAN = ("disabled", "unaccompanied")


@dataclass(frozen=True)
class Narrowing:
    """A day, facts of that day, and the days in which care began or ended; all must hold."""

    today: date
    on: date | None = None
    facts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    short_breaks: bool = False
    started: Days | None = None
    ended: Days | None = None
    start_is_not_known: bool = False
    reasons: tuple[str, ...] = ()
    anybody: bool = False  # whether or not they are looked after on the day
    is_wrong: bool = False  # the address says something that no child can be

    def __bool__(self) -> bool:
        return bool(
            self.on or self.facts or self.short_breaks or self.started or self.ended
            or self.reasons or self.is_wrong
        )  # fmt: skip

    @property
    def day(self) -> date:
        """The day on which the children are looked at."""
        return self.on or self.today

    def reaches_before(self, records_from: date) -> date | None:
        """The first of its days that the records do not reach back to."""
        asked = [self.on, *(days and days.before for days in (self.started, self.ended))]
        return next((day for day in asked if day and not counts_are_known(day, records_from)), None)

    def periods(self):
        """The periods of care; one of them holds of each child on the list, or several."""
        if self.is_wrong:
            return PeriodOfCare.objects.none()
        periods = self._looked_after()
        if self.facts:
            periods = with_facts(periods, on=self.day)
        for fact, values in self.facts.items():
            periods = periods.filter(_is_one_of(fact, values))
        return periods.filter(reason_ended__in=self.reasons) if self.reasons else periods

    def _looked_after(self):
        if not self.started and not self.ended:
            if self.short_breaks:
                return PeriodOfCare.objects.in_force(on=self.day).short_breaks_only()
            if self.anybody and not self.on:
                return PeriodOfCare.objects.all()
            return PeriodOfCare.objects.counted(on=self.day)
        periods = PeriodOfCare.objects.beyond_short_breaks()
        if self.started and self.start_is_not_known:
            periods = periods.start_unknown_between(self.started.first, self.started.last)
        elif self.started:
            periods = periods.started_between(self.started.first, self.started.last)
        if self.ended:
            periods = periods.ended_between(self.ended.first, self.ended.last)
        return periods.in_force(on=self.on) if self.on else periods


def _is_one_of(fact: str, values: tuple[str, ...]) -> Q:
    if fact in BOOLEAN:
        return Q(**{f"then_{fact}__in": [value == YES for value in values]})
    is_one = Q(**{f"then_{fact}__in": [value for value in values if value != NOT_RECORDED]})
    return is_one | Q(**{f"then_{fact}": None}) if NOT_RECORDED in values else is_one
