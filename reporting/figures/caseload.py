"""How many children each full-time IRO post carries."""

from datetime import date
from decimal import Decimal
from statistics import median

from cohort.caseload import (
    DEFINITION,
    IROCaseload,
    Marked,
    Month,
    by_month,
    month_ends,
    the_weights,
)
from cohort.caseload import caseload as caseload_of_day
from cohort.models import CaseloadWeights, Council
from reporting.figures.definition import Definition
from reporting.figures.year import ReportingYear, counts_are_known
from reporting.percent import ratio
from reviews.caseloads import WEIGHTED, weighted
from statute import caseload as law

DEFINITIONS = (
    Definition(
        measure="Caseload for each full-time post",
        numerator="children looked after, those without an IRO included",
        denominator="IRO posts filled on the day, as full-time equivalents",
        day="31 March, or the day the figures were taken while the year runs",
        unit="children for each full-time post",
        source=f"{law.AUTHORITY}: {law.LOWEST} to {law.HIGHEST} children",
    ),
    Definition(
        measure="Caseload by month",
        numerator="children looked after, those without an IRO included",
        denominator="IRO posts filled on the day, as full-time equivalents",
        day="the last day of each month, or the day the figures were taken while the month runs",
        unit="children for each full-time post",
        source=f"{law.AUTHORITY}: {law.LOWEST} to {law.HIGHEST} children",
    ),
    Definition(
        measure="Weighted caseload for each full-time post",
        numerator="children looked after, each counted by the council's weights. " + WEIGHTED,
        denominator="IRO posts filled on the day, as full-time equivalents",
        day="31 March, or the day the figures were taken while the year runs; the weights of today",
        unit="weighted children for each full-time post",
        source="The council's own judgement",
    ),
)


def caseload(year: ReportingYear, *, on: date, council: Council) -> dict:
    """Children for each full-time post filled on the day, in all and for each IRO.

    Unit: children, and children for each full-time equivalent with one decimal. Source:
    DEFINITIONS. An IRO who holds children without a post has no rate and counts as over the
    limit. None where the records do not reach back to the day.
    """
    as_at = year.as_at(on)
    day, weights = caseload_of_day(on=as_at), the_weights()
    weighed = weighted(on=as_at, weights=weights)
    rows = [_row(row, weighed.get(row.iro.pk, Marked())) for row in day.by_iro]
    rows = sorted(rows, key=_heaviest_first)
    posts = [row["fte"] for row in rows if row["fte"]]
    figures = {
        "children": day.children,
        "allocated": day.children - day.unallocated,
        "unallocated": day.unallocated,
        "fte_in_post": day.posts,
        "fte_established": council.established_posts,
        "full_time": sum(fte == 1 for fte in posts),
        "part_time": sum(fte < 1 for fte in posts),
        "average": day.average,
        **_spread([row["per_full_time_post"] for row in rows if row["fte"]]),
        "over_limit": day.over_limit,
        "weighted": _weighted(sum(weighed.values(), Marked()), day.posts, weights),
        "by_iro": rows,
    }
    if not counts_are_known(as_at, council.records_from):
        figures = dict.fromkeys(figures)
    return {
        "as_at": as_at.isoformat(),
        **figures,
        "by_month": _by_month(year, as_at, council.records_from),
        "lowest": law.LOWEST,
        "highest": law.HIGHEST,
        "definition": DEFINITION,
    }


def _by_month(year: ReportingYear, as_at: date, records_from: date) -> list[dict]:
    """The year's months up to the day; None where the records do not reach back."""
    ends = month_ends(as_at, months=sum(first <= as_at for first in year.months))
    known = {m.on: m for m in by_month([d for d in ends if counts_are_known(d, records_from)])}
    return [_month(day, known.get(day)) for day in ends]


def _month(day: date, month: Month | None) -> dict:
    return {
        "month": f"{day:%Y-%m}",
        "as_at": day.isoformat(),
        "children": month and month.children,
        "fte_in_post": month and month.posts,
        "average": month and month.per_post,
        "over_limit": month and month.over_limit,
        "unallocated": month and month.without_iro,
    }


def _weighted(marked: Marked, posts: Decimal, weights: CaseloadWeights) -> dict:
    """What the children count for, and how many have each mark."""
    return {
        "children": marked.load,
        "average": ratio(marked.load, posts),
        "siblings": marked.siblings,
        "far": marked.far,
        "complex": marked.complex,
        "review_to_hold": marked.due,
        "weights": {
            "sibling": weights.sibling,
            "far": weights.far,
            "far_from_miles": weights.far_from_miles,
            "complex": weights.complex,
            "review_to_hold": weights.review_due,
        },
    }


def _row(row: IROCaseload, marked: Marked) -> dict:
    """An IRO with a post or with children on the day."""
    return {
        "name": str(row.iro),
        "fte": row.posts,
        "children": row.children,
        "per_full_time_post": row.per_post,
        "weighted_per_full_time_post": ratio(marked.load, row.posts),
    }


def _heaviest_first(row: dict) -> tuple:
    # By load and not by name: the public report numbers the IROs in this order.
    return (-(row["per_full_time_post"] or 0), -row["children"], row["name"])


def _spread(rates: list[Decimal]) -> dict:
    return {
        "smallest": min(rates, default=None),
        "median": ratio(median(rates), 1) if rates else None,
        "largest": max(rates, default=None),
    }
