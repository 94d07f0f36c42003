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
