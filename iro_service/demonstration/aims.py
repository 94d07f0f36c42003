"""Loads what the council aims at."""

from decimal import Decimal

from reporting.models import Target

# The measure, the year from which it is aimed at, the value.
AIMS = (
    ("reviews-in-timescale", 2015, "90"),
    ("reviews-in-timescale", 2016, "95"),
    ("took-part", 2014, "90"),
    ("not-recorded", 2014, "5"),
    ("outcome-forms", 2016, "90"),
    ("records", 2016, "90"),
    ("records-sent", 2016, "90"),
    ("caseload", 2014, "70"),
    ("over-the-highest", 2016, "0"),
    ("midway-checks", 2016, "90"),
    ("disputes-in-time", 2017, "90"),
)


def load_aims() -> None:
    """A target for most measures; for the number of concerns there is none on purpose."""
    Target.objects.bulk_create(
        [
            Target(measure=measure, from_year=year, value=Decimal(value))
            for measure, year, value in AIMS
        ]
    )
