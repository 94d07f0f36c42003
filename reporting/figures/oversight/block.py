"""The year's oversight between reviews in figures."""

from datetime import date

from cohort.models import Council
from reporting.figures.oversight.checks import checks, no_checks
from reporting.figures.oversight.contacts import contacts, no_contacts
from reporting.figures.year import RECORDS, ReportingYear


def oversight(year: ReportingYear, *, on: date, council: Council) -> dict:
    """Midway checks due in the year, contacts logged in it, and children without either.

    Unit: checks, contacts, children. Source: DEFINITIONS. None for a year before the records
    began.
    """
    if year.basis(council.records_from) != RECORDS:
        return {**no_checks(), **no_contacts()}
    return {**checks(year, on), **contacts(year, on)}
