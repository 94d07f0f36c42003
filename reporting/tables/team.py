"""The table of each IRO's caseload."""

from reporting.tables.shape import Table, column
from reporting.written import counted, day, fewest, number


def caseloads(caseload: dict) -> Table | None:
    """Each IRO by name, heaviest first; nothing where single IROs are not told."""
    if not caseload["by_iro"]:
        return None
    rows = [
        [
            row["name"],
            fewest(row["fte"]),
            number(row["children"]),
            number(row["per_full_time_post"]),
        ]
        for row in caseload["by_iro"]
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


def spread(caseload: dict) -> Table | None:
    """The smallest, middle and largest caseload, and how many are over the band."""
    if caseload["smallest"] is None:
        return None
    return Table(
        "caseload-spread",
        f"How caseloads were spread on {day(caseload['as_at'])}",
        [column("Children for each full-time post", numeric=False), column("Number")],
        [
            ["Smallest", number(caseload["smallest"])],
            ["In the middle (median)", number(caseload["median"])],
            ["Largest", number(caseload["largest"])],
            ["Whole team", number(caseload["average"])],
            [f"IROs over {caseload['highest']}", number(caseload["over_limit"])],
        ],
    )


def _unallocated_note(unallocated: int) -> str:
    if not unallocated:
        return ""
    return (
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
