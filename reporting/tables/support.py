"""The table of advocates and independent visitors."""

from reporting.tables.shape import Table, column
from reporting.written import fewest, number

ROWS = {
    "Offered": "offered",
    "Declined": "declined",
    "Referred": "referred",
    "Matched": "matched",
    "Waiting at the end": "waiting_at_end",
    "With somebody at the end": "matched_at_end",
}
SERVICES = ("advocate", "visitor")


def advocacy(support: dict) -> Table:
    """What happened in the year and how it stood at its end, for each of the two."""
    rows = [
        [words, *(number(support[one][key]) for one in SERVICES)] for words, key in ROWS.items()
    ]
    waited = [fewest(support[one]["median_working_days_to_match"]) for one in SERVICES]
    return Table(
        "advocates-and-visitors",
        "Advocates and independent visitors",
        [column("What", numeric=False), column("Advocates"), column("Independent visitors")],
        [*rows, ["Median working days from referral to match", *waited]],
    )
