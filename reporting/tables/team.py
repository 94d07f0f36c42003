"""The table of each IRO's caseload."""

from reporting.tables.shape import Table, column
from reporting.written import counted, day, fewest, number


def caseloads(caseload: dict) -> Table | None:
    """Each IRO by number, heaviest first: the public edition names nobody."""
    if not caseload["by_iro"]:
        return None
    rows = [
        [
            f"IRO {n}",
            fewest(row["fte"]),
            number(row["children"]),
            number(row["per_full_time_post"]),
        ]
        for n, row in enumerate(caseload["by_iro"], 1)
    ]
    return Table(
        "caseload-by-iro",
        f"Caseloads on {day(caseload['as_at'])}",
        [
            column("IRO", numeric=False), column("Full-time equivalent"), column("Children"),
            column("Children for each full-time post"),
        ],
        rows,
        [
            "Whole team", fewest(caseload["fte_in_post"]), number(caseload["allocated"]),
            number(caseload["average"]),
        ],
        note=_unallocated_note(caseload["unallocated"]),
    )  # fmt: skip


def _unallocated_note(unallocated: int) -> str:
    if not unallocated:
        return "IROs are numbered and not named, because this report is a public document."
    return (
        "IROs are numbered and not named, because this report is a public document. "
        f"{counted(unallocated, 'child', 'children')} without an IRO "
        f"{'is' if unallocated == 1 else 'are'} in the team's rate and in no row."
    )


def caseload_months(caseload: dict) -> Table | None:
    """The caseload at the end of each month that the records tell of."""
    months = [month for month in caseload["by_month"] if month["children"] is not None]
    if not months:
        return None
    return Table(
        "caseload-by-month",
        "Caseload at the end of each month",
        [
            column("Day", numeric=False), column("Children"), column("Full-time posts filled"),
            column("Children for each full-time post"),
            column(f"IROs over {caseload['highest']}"),
        ],
        [
            [
                day(month["as_at"]), number(month["children"]), fewest(month["fte_in_post"]),
                number(month["average"]), number(month["over_limit"]),
            ]
            for month in months
        ],
    )  # fmt: skip
