"""How many children each full-time IRO post carries."""

from datetime import date
from decimal import Decimal
from statistics import median

from django.db.models import Count

from cohort.models import Allocation, Child, Council, IROPost
from reporting.figures.definition import Definition
from reporting.figures.year import ReportingYear, counts_are_known
from reporting.percent import ratio
from statute import caseload as law

SENTENCE = (
    "A caseload is the number of looked after children divided by the IRO posts filled on the "
    "same day, counted as full-time posts. Posts that were vacant are left out, and so are "
    "children who had only short breaks."
)
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
    DEFINITIONS. An IRO who holds children without a post has no rate. None where the
    records do not reach back to the day.
    """
    as_at = year.as_at(on)
    looked_after = Child.objects.looked_after(on=as_at)
    children = looked_after.count()
    rows = sorted(_rows(looked_after, as_at), key=_heaviest_first)
    allocated = sum(row["children"] for row in rows)
    posts = [row["fte"] for row in rows if row["fte"]]
    figures = {
        "children": children,
        "allocated": allocated,
        "unallocated": children - allocated,
        "fte_in_post": sum(posts, Decimal(0)),
        "fte_established": council.established_posts,
        "full_time": sum(fte == 1 for fte in posts),
        "part_time": sum(fte < 1 for fte in posts),
        "average": ratio(children, sum(posts)),
        **_spread([row["per_full_time_post"] for row in rows if row["per_full_time_post"]]),
        "over_limit": sum(row["children"] > law.HIGHEST * row["fte"] for row in rows if row["fte"]),
        "by_iro": rows,
    }
    if not counts_are_known(as_at, council.records_from):
        figures = dict.fromkeys(figures)
    return {
        "as_at": as_at.isoformat(),
        **figures,
        "lowest": law.LOWEST,
        "highest": law.HIGHEST,
        "definition": SENTENCE,
    }


def _rows(looked_after, as_at: date) -> list[dict]:
    """A row for each IRO with a post or with children on the day."""
    posts = IROPost.objects.in_force(on=as_at).order_by()
    rows = {
        post.iro_id: {"name": str(post.iro), "fte": post.full_time_equivalent, "children": 0}
        for post in posts.select_related("iro")
    }
    held = (
        Allocation.objects.in_force(on=as_at)
        .filter(child__in=looked_after)
        .order_by()
        .values("iro", "iro__first_name", "iro__last_name", "iro__email")
        .annotate(children=Count("pk"))
    )
    for row in held:
        name = f"{row['iro__first_name']} {row['iro__last_name']}".strip() or row["iro__email"]
        nobody = {"name": name, "fte": Decimal(0)}
        rows[row["iro"]] = {**rows.get(row["iro"], nobody), "children": row["children"]}
    return [
        {**row, "per_full_time_post": ratio(row["children"], row["fte"])} for row in rows.values()
    ]


def _heaviest_first(row: dict) -> tuple:
    # By load and not by name: the public report numbers the IROs in this order.
    return (-(row["per_full_time_post"] or 0), -row["children"], row["name"])


def _spread(rates: list[Decimal]) -> dict:
    return {
        "smallest": min(rates, default=None),
        "median": ratio(median(rates), 1) if rates else None,
        "largest": max(rates, default=None),
    }
