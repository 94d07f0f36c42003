"""How many children each full-time IRO post carries."""

from datetime import date
from decimal import Decimal
from statistics import median

from cohort.caseload import DEFINITION, IROCaseload
from cohort.caseload import caseload as caseload_of_day
from cohort.models import Council
from reporting.figures.definition import Definition
from reporting.figures.year import ReportingYear, counts_are_known
from reporting.percent import ratio
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
)


def caseload(year: ReportingYear, *, on: date, council: Council) -> dict:
    """Children for each full-time post filled on the day, in all and for each IRO.

    Unit: children, and children for each full-time equivalent with one decimal. Source:
    DEFINITIONS. An IRO who holds children without a post has no rate and counts as over the
    limit. None where the records do not reach back to the day.
    """
    as_at = year.as_at(on)
    day = caseload_of_day(on=as_at)
    rows = sorted(map(_row, day.by_iro), key=_heaviest_first)
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
        "by_iro": rows,
    }
    if not counts_are_known(as_at, council.records_from):
        figures = dict.fromkeys(figures)
    return {
        "as_at": as_at.isoformat(),
        **figures,
        "lowest": law.LOWEST,
        "highest": law.HIGHEST,
        "definition": DEFINITION,
    }


def _row(row: IROCaseload) -> dict:
    """An IRO with a post or with children on the day."""
    return {
        "name": str(row.iro),
        "fte": row.posts,
        "children": row.children,
        "per_full_time_post": row.per_post,
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
