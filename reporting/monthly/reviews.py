"""Reviews held, in timescale, late and why, and how the children took part, month by month."""

from collections.abc import Iterator
from datetime import date

from django.db.models.functions import TruncMonth

from cohort.models import Council
from reporting.figures.participation.codes import by_time_and_code
from reporting.figures.participation.rows import sums
from reporting.figures.timeliness.kinds import late_reasons
from reporting.figures.timeliness.months import counted_months, published_between
from reporting.monthly.month import Month
from reporting.monthly.span import Span
from reporting.monthly.whose import Whose
from reviews.models import Review

NONE_HELD = (0, 0, 0)


def held(span: Span, whose: Whose, council: Council) -> list[Month]:
    """Reviews held, those in timescale, and those whose due day is not known.

    Unit: reviews. Source: reporting.figures.timeliness.DEFINITIONS. Before the records began, the
    whole service's months are as they were published.
    """
    counted = counted_months(_held(span, whose))
    published = published_between(span.first, span.last) if whose.everybodys else {}
    months = []
    for month in span.months:
        known = month >= council.records_from
        row = counted.get(month, NONE_HELD) if known else published.get(month)
        counts = {}
        if row:
            reviews, in_time, not_known = row
            counts = {
                "reviews": reviews,
                "in_timescale": in_time,
                "due_day_not_known": not_known,
                "late": reviews - in_time - not_known,
                "due_day_known": reviews - not_known,
            }
        months.append(Month(month, counts, not span.is_over(month)))
    return months


def taking_part(span: Span, whose: Whose, council: Council) -> list[Month]:
    """Reviews of children aged 4 and over: participated, not, and not recorded.

    Unit: reviews. Source: reporting.figures.participation.DEFINITIONS.
    """
    counted = by_time_and_code(_held(span, whose), TruncMonth("held_on"))
    return list(_taking_part(span, counted, council))


def why_late(span: Span, whose: Whose, council: Council) -> list[dict]:
    """Late reviews of the recorded months by reason, the most frequent first.

    Unit: reviews. Source: reporting.figures.timeliness.DEFINITIONS.
    """
    first = max(span.first, council.records_from)
    return late_reasons(whose.reviews(Review.objects.held_between(first, span.last)))


def _held(span: Span, whose: Whose):
    return whose.reviews(Review.objects.held_between(span.first, span.last))


def _taking_part(
    span: Span, counted: dict[date, dict[str, int]], council: Council
) -> Iterator[Month]:
    for month in span.months:
        counts = {}
        if month >= council.records_from:
            counts = sums(counted.get(month, {}), council.participated_codes)
            counts["recorded"] = counts["everyone"] - counts["not_recorded"]
            counts["not_participated"] = counts["recorded"] - counts["participated"]
        yield Month(month, counts, not span.is_over(month))
