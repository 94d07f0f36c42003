"""The tables of how many children there were over the years, and of why care ended."""

from cohort.codes import ReasonEnded
from reporting.tables.shape import Table, column, of_whole
from reporting.written import day, number, span

BASES = {"records": "Our records", "published": "As published"}


def totals(cohort: dict) -> Table | None:
    """The children looked after on the same day of up to six years."""
    every = cohort.get("totals") or []
    rows = [row for row in every if row["total"] is not None]
    if len(rows) < 2:
        return None
    return Table(
        "totals",
        "Children looked after on the same day of each year",
        [column("Day", numeric=False), column("Children"), column("Basis", numeric=False)],
        [
            [day(row["as_at"]), number(row["total"]), BASES[row.get("basis", "records")]]
            for row in rows
        ],
        note="Years neither recorded nor published are left out." if len(rows) < len(every) else "",
    )


def ends_by_reason(cohort: dict) -> Table | None:
    """Periods of care that ended in the year by their reason, in the order of the codes.

    Sorted by their number, what is withheld would be told by its neighbours.
    """
    counts = cohort.get("ends_by_reason")
    if not counts:
        return None
    words = {**dict(ReasonEnded.choices), "not_recorded": "Not recorded"}
    return of_whole(
        "ends-by-reason",
        f"Periods of care that ended in the {span(cohort.get('year'))}, by reason",
        {words.get(code, code): n for code, n in counts.items()},
        cohort["ends"],
        what="Ends",
        heading="Reason",
    )
