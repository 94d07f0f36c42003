"""What a file of published figures says, and which of the two kinds it is."""

from collections.abc import Callable

from iro_service.refusals import Refusal
from reporting.published.rows import take_month, take_year

TIMELINESS = ("year", "month", "reviews", "reviews_in_timescale")
# A file of years may have a column looked_after too.
PARTICIPATION = ("year", "reviews_aged_4_and_over", "participated", "not_recorded")


def text_of(content: bytes) -> str:
    """The file's text, as Excel or anything newer wrote it."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refusal("The file is not text: save it as CSV and choose it again.")


def kind_of(columns: set[str]) -> tuple[str, Callable[[dict], object]]:
    """The file's kind by its columns, and what takes a row of it."""
    if columns.issuperset(TIMELINESS):
        return "timeliness by month", take_month
    if columns.issuperset(PARTICIPATION):
        return "participation by year", take_year
    raise Refusal(
        "The file's columns are not known. The first line must hold "
        f"{', '.join(TIMELINESS)}, or {', '.join(PARTICIPATION)} and, if it is told, looked_after."
    )
