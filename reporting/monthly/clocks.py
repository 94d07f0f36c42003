"""What is owed after and between reviews, month by month: forms, records, midway checks."""

from datetime import timedelta

from django.db.models.functions import Coalesce, TruncDate, TruncMonth

from cohort.models import Council
from reporting.figures import outcome_forms, records
from reporting.figures.oversight import checks
from reporting.monthly.month import Month
from reporting.monthly.span import Span
from reporting.monthly.whose import Whose

FORM_DAY = Coalesce("review__held_on", TruncDate("review__booked_for"))
A_DAY = timedelta(days=1)


def forms_owed(span: Span, whose: Whose, council: Council) -> list[Month]:
    """Outcome forms owed, handed in within 24 hours, late, and outstanding.

    Unit: forms, in the month of the review. Source: reporting.figures.outcome_forms.DEFINITIONS.
    """
    owed = outcome_forms.owed_between(span.first, span.last).annotate(day=FORM_DAY)
    rows = _by_month(whose.reviews(owed, "review__", "day"), "day", outcome_forms.counted(span.on))
    months = []
    for month in span.months:
        counts = _known(month, rows, ("due", "in_time", "late"), council)
        # The forms of the last day have their 24 hours still.
        running = span.on <= span.end(month) + A_DAY
        months.append(Month(month, counts, running))
    return months


def records_owed(span: Span, whose: Whose, council: Council) -> list[Month]:
    """Records owed, completed and sent out in time, late, and outstanding.

    Unit: records, in the month of the review. Source: reporting.figures.records.DEFINITIONS.
    A month runs until the last day of its last record is past.
    """
    names = ("due", "in_time", "late", "overdue", "sent_in_time", "sent_late")
    owed = records.owed_between(span.first, span.last)
    owed = whose.reviews(owed, "review__", "review__held_on")
    rows = _by_month(owed, "review__held_on", records.counted(span.on))
    months = []
    for month in span.months:
        counts = _known(month, rows, names, council)
        waiting = counts["outstanding"] - counts["overdue"] if counts else 0
        months.append(Month(month, counts, waiting > 0 or not span.is_over(month)))
    return months


def midway_checks(span: Span, whose: Whose, council: Council) -> list[Month]:
    """Midway checks due, done when due, done late, and not done: the gaps.

    Unit: checks, in the month of the half-way day. Source: reporting.figures.oversight.DEFINITIONS.
    """
    owed = whose.checks(checks.owed_between(span.first, span.last))
    found = checks.counted_by_month(owed, span.on)
    names = ("due", "in_time", "late")
    rows = {month: dict(zip(names, row, strict=True)) for month, row in found.items()}
    return [
        Month(month, _known(month, rows, names, council), not span.is_over(month))
        for month in span.months
    ]


def _by_month(owed, day: str, counted: dict) -> dict:
    rows = owed.order_by().values(month=TruncMonth(day)).annotate(**counted)
    return {row["month"]: row for row in rows}


def _known(month, rows: dict, names: tuple[str, ...], council: Council) -> dict:
    """The month's counts with what is outstanding; nothing from before the records began."""
    if month < council.records_from:
        return {}
    row = rows.get(month, {})
    counts = {name: row.get(name, 0) for name in names}
    return counts | {"outstanding": counts["due"] - counts["in_time"] - counts["late"]}
