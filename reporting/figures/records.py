"""Records of discussion completed and sent out in time."""

from datetime import date

from django.db.models import Count, Q
from django.db.models.functions import TruncMonth

from cohort.models import Council
from reporting.figures.by_month import by_month
from reporting.figures.definition import Definition
from reporting.figures.year import RECORDS, ReportingYear
from reporting.percent import percent
from reviews.models import Record

DEFINITIONS = (
    Definition(
        measure="Records completed in time",
        numerator="records completed within 20 working days of the review",
        denominator="records owed for reviews held in the year",
        day="as things stood on the day the figures were taken",
        unit="records",
        source="The service's own rule",
    ),
    Definition(
        measure="Records sent out in time",
        numerator="records sent to those they are for within 20 working days of the review",
        denominator="records owed for reviews held in the year",
        day="as things stood on the day the figures were taken",
        unit="records",
        source="IRO Handbook",
    ),
)
KEYS = (
    "due",
    "completed_in_time",
    "completed_late",
    "outstanding",
    "overdue",
    "distributed_in_time",
    "distributed_late",
    "not_distributed",
)


def records(year: ReportingYear, *, on: date, council: Council) -> dict:
    """Records of the year's reviews: in time, late, or outstanding on `on`.

    Unit: records. Source: DEFINITIONS. A record of March completed in April counts as it
    stands on `on`, so the figures of a year move until its last record is in. None for a
    year before the records began.
    """
    if year.basis(council.records_from) != RECORDS:
        return {
            "year": str(year),
            **dict.fromkeys(KEYS),
            "completed_in_time_percent": None,
            "distributed_in_time_percent": None,
            "by_month": None,
        }
    owed = owed_between(year.first, year.as_at(on)).order_by()
    months = list(owed.values(month=TruncMonth("review__held_on")).annotate(**counted(on)))
    counts = {key: sum(row[key] for row in months) for key in counted(on)}
    due, in_time = counts["due"], counts["in_time"]
    sent_in_time, sent_late = counts["sent_in_time"], counts["sent_late"]
    return {
        "year": str(year),
        "due": due,
        "completed_in_time": in_time,
        "completed_late": counts["late"],
        "outstanding": due - in_time - counts["late"],
        "overdue": counts["overdue"],
        "distributed_in_time": sent_in_time,
        "distributed_late": sent_late,
        "not_distributed": due - sent_in_time - sent_late,
        "completed_in_time_percent": percent(in_time, due),
        "distributed_in_time_percent": percent(sent_in_time, due),
        "by_month": by_month(
            year, on, ((row["month"], row["due"], row["in_time"]) for row in months)
        ),
    }


def owed_between(first: date, last: date):
    """The records owed for the reviews held on these days, both included."""
    return Record.objects.filter(
        review__held_on__range=(first, last), review__struck_on__isnull=True
    )


def counted(on: date) -> dict[str, Count]:
    """What is counted of records owed, as things stood on the day."""
    completed, sent = Q(completed_on__lte=on), Q(distributed_on__lte=on)
    return {
        "due": Count("pk"),
        "in_time": Count("pk", filter=completed & Q(completed_in_time=True)),
        "late": Count("pk", filter=completed & Q(completed_in_time=False)),
        # Not the negation of `completed`: what is not completed has no day to compare.
        "overdue": Count(
            "pk",
            filter=Q(due_on__lt=on) & (Q(completed_on__isnull=True) | Q(completed_on__gt=on)),
        ),
        "sent_in_time": Count("pk", filter=sent & Q(distributed_in_time=True)),
        "sent_late": Count("pk", filter=sent & Q(distributed_in_time=False)),
    }
