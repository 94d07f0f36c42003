"""Records of discussion completed and sent out in time."""

from datetime import date

from django.db.models import Count, Q

from cohort.models import Council
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
)


def records(year: ReportingYear, *, on: date, council: Council) -> dict:
    """Records of the year's reviews: in time, late, or outstanding on `on`.

    Unit: records. Source: DEFINITIONS. A record of March completed in April counts as it
    stands on `on`, so the figures of a year move until its last record is in. None for a
    year before the records began.
    """
    if year.basis(council.records_from) != RECORDS:
        return {
            **dict.fromkeys(KEYS),
            "completed_in_time_percent": None,
            "distributed_in_time_percent": None,
        }
    completed, sent = Q(completed_on__lte=on), Q(distributed_on__lte=on)
    owed = Record.objects.filter(
        review__held_on__range=(year.first, year.as_at(on)), review__struck_on__isnull=True
    )
    counts = owed.aggregate(
        due=Count("pk"),
        in_time=Count("pk", filter=completed & Q(completed_in_time=True)),
        late=Count("pk", filter=completed & Q(completed_in_time=False)),
        # Not the negation of `completed`: what is not completed has no day to compare.
        overdue=Count(
            "pk",
            filter=Q(due_on__lt=on) & (Q(completed_on__isnull=True) | Q(completed_on__gt=on)),
        ),
        sent_in_time=Count("pk", filter=sent & Q(distributed_in_time=True)),
        sent_late=Count("pk", filter=sent & Q(distributed_in_time=False)),
    )
    return {
        "due": counts["due"],
        "completed_in_time": counts["in_time"],
        "completed_late": counts["late"],
        "outstanding": counts["due"] - counts["in_time"] - counts["late"],
        "overdue": counts["overdue"],
        "distributed_in_time": counts["sent_in_time"],
        "distributed_late": counts["sent_late"],
        "completed_in_time_percent": percent(counts["in_time"], counts["due"]),
        "distributed_in_time_percent": percent(counts["sent_in_time"], counts["due"]),
    }
