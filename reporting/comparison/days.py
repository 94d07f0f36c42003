"""The two days that are compared."""

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from dateutil.relativedelta import relativedelta
from django.urls import reverse

from cohort.narrowing import Days
from iro_service.templatetags.house import day as written
from statute.reporting_year import ReportingYear

A_DAY, A_YEAR = timedelta(days=1), relativedelta(years=1)


@dataclass(frozen=True)
class Compared:
    """A day, and the other day it is held against, which is mostly an earlier one."""

    on: date
    other: date

    @property
    def both(self) -> tuple[date, date]:
        """The day, then the other."""
        return (self.on, self.other)

    @property
    def earlier(self) -> date:
        """The earlier of the two."""
        return min(self.both)

    @property
    def later(self) -> date:
        """The later of the two."""
        return max(self.both)

    @property
    def between(self) -> Days:
        """The days that take the children of the earlier day to those of the later one."""
        return Days(self.earlier + A_DAY, self.later)

    @property
    def href(self) -> str:
        """The address of the page."""
        days = {"on": self.on.isoformat(), "with": self.other.isoformat()}
        return f"{reverse('cohort')}?{urlencode(days)}"


def quick_choices(today: date) -> list[dict]:
    """The comparisons that are asked for most, each a link."""
    year_end = ReportingYear.of(today).before(1).last
    month_end = today.replace(day=1) - A_DAY
    month_before = month_end.replace(day=1) - A_DAY
    choices = {
        "Today and a year ago": Compared(today, today - A_YEAR),
        f"Today and {written(year_end)}": Compared(today, year_end),
        f"{written(year_end)} and a year before": Compared(year_end, year_end - A_YEAR),
        f"{written(month_end)} and {written(month_before)}": Compared(month_end, month_before),
        f"{written(month_end)} and a year before": Compared(month_end, month_end - A_YEAR),
    }
    return [{"words": words, "href": one.href} for words, one in choices.items()]
