"""The year's oversight between reviews in figures."""

from datetime import date

from django.db.models import Min

from cohort.models import Council
from reporting.figures.oversight.checks import checks, no_checks
from reporting.figures.oversight.contacts import contacts, no_contacts
from reporting.figures.year import ReportingYear
from reviews.models import Footprint, MidwayCheck


def oversight(year: ReportingYear, *, on: date, council: Council) -> dict:
    """Midway checks due in the year, contacts logged in it, and children without either.

    Unit: checks, contacts, children. Source: DEFINITIONS. None for a year that was over before the
    first check was due or the first contact logged (`kept_from`): what nobody kept is not 0.
    """
    since = _kept_from()
    kept = since is not None and since <= year.as_at(on)
    return {
        **(checks(year, on) if kept else no_checks()),
        **(contacts(year, on) if kept else no_contacts()),
        "kept_from": since and since.isoformat(),
    }


def _kept_from() -> date | None:
    days = (
        MidwayCheck.objects.aggregate(day=Min("due_on"))["day"],
        Footprint.objects.order_by().aggregate(day=Min("on"))["day"],
    )
    return min((day for day in days if day), default=None)
