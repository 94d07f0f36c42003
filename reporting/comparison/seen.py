"""What was found of the two days, in as many queries whatever is found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from cohort.make_up import NOT_RECORDED, Tally, tally
from cohort.models import Council, District, PeriodOfCare
from reporting.comparison.days import Compared
from reporting.figures.cohort.counting import YEARS
from reporting.figures.cohort.flows import flows
from reporting.figures.cohort.totals import totals
from statute.reporting_year import counts_are_known

BOOLEAN = {"yes": True, "no": False}


@dataclass(frozen=True)
class Seen:
    """The children of both days, those who came and left between them, and the years before."""

    days: Compared
    tallies: dict[date, Tally | None]  # None where the records do not reach back to the day
    flows: dict | None
    starts_unknown: int | None
    years: list[tuple[date, int | None]]
    districts: dict[str, str]
    records_from: date

    def total(self, day: date) -> int | None:
        """The children looked after on one of the two days."""
        found = self.tallies[day]
        return found.total if found else None

    def short_breaks(self, day: date) -> int | None:
        """The children in short breaks only, who are none of the total."""
        found = self.tallies[day]
        return found.short_breaks if found else None

    def count(self, day: date, fact: str, codes: Sequence[str]) -> int | None:
        """The children of one of the two days of whom a fact is one of the codes."""
        found = self.tallies[day]
        if found is None:
            return None
        counts = found.by(fact)
        return sum(counts.get(_value(code), 0) for code in codes)

    def codes(self, fact: str) -> set[str]:
        """The codes that any child has on either day."""
        known = [found.by(fact) for found in self.tallies.values() if found]
        return {code or NOT_RECORDED for counts in known for code in counts}

    @property
    def unknown(self) -> list[date]:
        """The days that the records do not reach back to."""
        return [day for day in self.days.both if self.tallies[day] is None]


def look(days: Compared, council: Council) -> Seen:
    """Ask for everything the page counts."""
    first, last = days.between.first, days.between.last
    known = counts_are_known(days.earlier, council.records_from)
    unknown = PeriodOfCare.objects.beyond_short_breaks().start_unknown_between(first, last)
    every_year = [days.on - relativedelta(years=n) for n in reversed(range(YEARS))]
    return Seen(
        days,
        {
            day: tally(on=day) if counts_are_known(day, council.records_from) else None
            for day in days.both
        },
        flows(first, last) if known else None,
        unknown.count() if known else None,
        list(zip(every_year, totals(every_year, council), strict=True)),
        {str(pk): name for pk, name in District.objects.values_list("pk", "name")},
        council.records_from,
    )


def _value(code: str) -> str | bool | None:
    return None if code == NOT_RECORDED else BOOLEAN.get(code, code)
