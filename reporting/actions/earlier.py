"""Entering what was published before the records began."""

from datetime import date

from django.db import transaction

from cohort.council import the_council
from iro_service.refusals import Refusal
from reporting.figures import ReportingYear
from reporting.figures.year import PUBLISHED
from reporting.models import PublishedMonth, PublishedYear


@transaction.atomic
def publish_month(month: date, *, reviews: int, in_timescale: int) -> PublishedMonth:
    """Enter or correct the timeliness of a month as it was published before the records began."""
    _before_the_records(ReportingYear.of(month))
    if in_timescale > reviews:
        raise Refusal("Reviews in timescale cannot be more than all reviews.")
    counts = {"reviews": reviews, "in_timescale": in_timescale}
    return PublishedMonth.objects.update_or_create(month=month.replace(day=1), defaults=counts)[0]


@transaction.atomic
def publish_year(
    year: ReportingYear,
    *,
    reviews_aged_4_and_over: int,
    participated: int,
    not_recorded: int,
    looked_after: int | None = None,
) -> PublishedYear:
    """Enter or correct a year as it was published before the records began.

    `looked_after` are the children on its last day, where the council told it.
    """
    _before_the_records(year)
    if participated + not_recorded > reviews_aged_4_and_over:
        raise Refusal(
            "Participated and not recorded together cannot be more than all reviews of children "
            "aged 4 and over."
        )
    counts = {
        "reviews_aged_4_and_over": reviews_aged_4_and_over,
        "participated": participated,
        "not_recorded": not_recorded,
        "looked_after": looked_after,
    }
    return PublishedYear.objects.update_or_create(year=str(year), defaults=counts)[0]


def _before_the_records(year: ReportingYear) -> None:
    records_from = the_council().records_from
    if year.basis(records_from) != PUBLISHED:
        raise Refusal(
            f"{year} is counted from the service's own records, which began on "
            f"{records_from:%-d %B %Y}: published figures are for earlier years."
        )
