"""The tables of how many children there were over the years, and of why care ended."""

from cohort.codes import ReasonEnded
from reporting.tables.shape import Table, column
from reporting.tables.small import of_whole_withheld
from reporting.written import day, number


def totals(cohort: dict) -> Table | None:
    """The children looked after on the same day of up to six years."""
    rows = [row for row in cohort.get("totals") or [] if row["total"] is not None]
    if len(rows) < 2:
        return None
    return Table(
        "totals",
        "Children looked after on the same day of each year",
        [column("Day", numeric=False), column("Children")],
        [[day(row["as_at"]), number(row["total"])] for row in rows],
        note="Years before the records began are left out.",
    )


def ends_by_reason(cohort: dict) -> Table | None:
    """Periods of care that ended in the year by their reason, in the order of the codes.

    Sorted by their number, what is withheld would lie between its neighbours.
    """
    counts = cohort.get("ends_by_reason")
    if not counts:
        return None
    words = {**dict(ReasonEnded.choices), "not_recorded": "Not recorded"}
    return of_whole_withheld(
        "ends-by-reason",
        "Periods of care that ended in the year, by reason",
        {words.get(code, code): n for code, n in counts.items()},
        what="Ends",
        heading="Reason",
    )
