"""Advocacy and independent visitors: offered, declined, referred, matched, waited for."""

from datetime import date
from decimal import Decimal
from statistics import median

from django.db.models import Count, Q

from cohort.council import working_calendar
from cohort.models import Council, Support
from reporting.figures.definition import Definition
from reporting.figures.year import RECORDS, ReportingYear

NOW = "as things stood on the year's last day, or while it runs on the day of the figures"
HERE = "The service's own records"
DEFINITIONS = (
    Definition(
        measure="Advocates and independent visitors offered, declined, referred and matched",
        numerator="offers made, offers and referrals declined, referrals made, and children "
        "matched with somebody in the year, each counted by its own day",
        denominator="",
        day="the day it happened",
        unit="offers, referrals and matches; a child may have several",
        source=HERE,
    ),
    Definition(
        measure="Waiting for an advocate or independent visitor",
        numerator="referrals without a match that were neither declined nor ended",
        denominator="",
        day=NOW,
        unit="referrals",
        source=HERE,
    ),
    Definition(
        measure="Working days from referral to match",
        numerator="the middle number of working days, or the mean of the two in the middle",
        denominator="matches made in the year",
        day="the day of the match; the day of the referral is not counted",
        unit="working days",
        source=HERE,
    ),
)
IN_THE_YEAR = ("offered", "declined", "referred", "matched")
KEYS = (*IN_THE_YEAR, "waiting_at_end", "matched_at_end", "median_working_days_to_match")


def support(year: ReportingYear, *, on: date, council: Council) -> dict:
    """For advocates and for independent visitors: what happened in the year, and who waits.

    Unit: offers, referrals and matches. Source: DEFINITIONS. None for a year before the records
    began. Raises UnknownBankHolidays past the last year whose bank holidays are known.
    """
    services = Support.Service.values
    if year.basis(council.records_from) != RECORDS:
        return {service: dict.fromkeys(KEYS) for service in services}
    first, last = year.first, year.as_at(on)
    counts = {
        f"{what}_in_year": Count("pk", filter=Q(**{f"{what}_on__range": (first, last)}))
        for what in IN_THE_YEAR
    }
    goes_on = Q(ended_on__isnull=True) | Q(ended_on__gt=last)
    not_matched = Q(matched_on__isnull=True) | Q(matched_on__gt=last)
    counts["waiting"] = Count("pk", filter=goes_on & not_matched & Q(referred_on__lte=last))
    counts["with_somebody"] = Count("pk", filter=goes_on & Q(matched_on__lte=last))
    rows = {row["service"]: row for row in Support.objects.order_by().values("service").annotate(
        **counts
    )}  # fmt: skip
    waits = _waits(first, last)
    return {service: _block(rows.get(service, {}), waits[service]) for service in services}


def _block(row: dict, waits: list[int]) -> dict:
    return {
        **{what: row.get(f"{what}_in_year", 0) for what in IN_THE_YEAR},
        "waiting_at_end": row.get("waiting", 0),
        "matched_at_end": row.get("with_somebody", 0),
        "median_working_days_to_match": Decimal(str(median(waits))) if waits else None,
    }


def _waits(first: date, last: date) -> dict[str, list[int]]:
    """The working days each match of the time had been waited for, by service."""
    calendar, waits = working_calendar(), {service: [] for service in Support.Service.values}
    matched = Support.objects.filter(matched_on__range=(first, last))
    for service, referred, found in matched.values_list("service", "referred_on", "matched_on"):
        waits[service].append(calendar.working_days_between(referred, found))
    return waits
