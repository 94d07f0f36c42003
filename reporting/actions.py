"""The deeds of reporting: asking for a report, and entering what was published before."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import User
from cohort.council import the_council
from iro_service.refusals import Refusal
from reporting.audience import Audience
from reporting.figures import ReportingYear
from reporting.figures.year import PUBLISHED
from reporting.models import Making, PublishedMonth, PublishedYear
from reporting.tasks import make_report


@transaction.atomic
def ask_for_report(
    year: ReportingYear, *, audience: str = Audience.INTERNAL, at: datetime, by: User
) -> Making:
    """Have a year's report made; while one is in the making, that one is given."""
    if at.date() < year.first:
        raise Refusal(f"The year {year} has not begun, so there is nothing to report yet.")
    report, _ = Making.objects.get_or_create(
        period=str(year),
        audience=audience,
        edition=None,
        made_at__isnull=True,
        failed_at__isnull=True,
        defaults={"asked_by": by, "asked_at": at},
    )
    # Queued again when asked again: a job whose worker died is taken up, a live one stays alone.
    # Where the queue cannot be reached, the schedule takes it up (robust: logged, not raised).
    transaction.on_commit(lambda: make_report.delay(report.pk), robust=True)
    return report


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
    year: ReportingYear, *, reviews_aged_4_and_over: int, participated: int, not_recorded: int
) -> PublishedYear:
    """Enter or correct the participation of a year as it was published before the records began."""
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
    }
    return PublishedYear.objects.update_or_create(year=str(year), defaults=counts)[0]


def _before_the_records(year: ReportingYear) -> None:
    records_from = the_council().records_from
    if year.basis(records_from) != PUBLISHED:
        raise Refusal(
            f"{year} is counted from the service's own records, which began on "
            f"{records_from:%-d %B %Y}: published figures are for earlier years."
        )
