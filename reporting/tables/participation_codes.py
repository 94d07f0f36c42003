"""The table of reviews by the way the child took part."""

from reporting.tables.shape import Table, column
from reporting.written import number
from statute.participation import CODES


def participation_codes(participation: dict) -> Table | None:
    """Reviews by PN code, with the words of each code."""
    counts = participation["by_code"]
    if None in counts.values():
        return None
    now = participation["by_year"][-1]
    rows = [
        [code.code, code.meaning, _counts_as(code.code, participation), number(counts[code.code])]
        for code in CODES.values()
    ]
    rows.append(["None", "Not recorded, child aged 4 or over", "Not known",
                 number(counts["not_recorded"])])  # fmt: skip
    return Table(
        "participation-codes",
        "Reviews by participation code",
        [
            column("Code", numeric=False), column("Meaning", numeric=False),
            column("Took part", numeric=False), column("Reviews"),
        ],
        rows,
        ["All", "", "", number(counts["PN0"] + now["reviews_aged_4_and_over"])],
    )  # fmt: skip


def _counts_as(code: str, participation: dict) -> str:
    if code == "PN0":
        return "Left out"
    return "Yes" if code in participation["participated_codes"] else "No"
