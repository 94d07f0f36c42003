"""Takes one row of published figures: a month's or a year's."""

from datetime import date

from reporting.actions import publish_month, publish_year
from reporting.figures import ReportingYear
from reporting.models import PublishedYear

MOST = 1_000_000


def take_month(row: dict) -> None:
    """Enter timeliness of a month."""
    try:
        month = date.fromisoformat(f"{row['month']}-01")
    except ValueError:
        raise ValueError(f"'{row['month']}' is not a month: write it like 2015-04.") from None
    year = ReportingYear.parse(row["year"])
    if ReportingYear.of(month) != year:
        raise ValueError(f"The month {row['month']} does not lie in the year {year}.")
    publish_month(
        month,
        reviews=_number(row["reviews"], "reviews"),
        in_timescale=_number(row["reviews_in_timescale"], "reviews in timescale"),
    )


def take_year(row: dict) -> None:
    """Enter participation in a year, and the children on its last day where the row tells it."""
    year = ReportingYear.parse(row["year"])
    publish_year(
        year,
        reviews_aged_4_and_over=_number(
            row["reviews_aged_4_and_over"], "reviews of children aged 4 and over"
        ),
        participated=_number(row["participated"], "participated"),
        not_recorded=_number(row["not_recorded"], "not recorded"),
        looked_after=_children(row, year),
    )


def _children(row: dict, year: ReportingYear) -> int | None:
    """The number of the row; a file without the column leaves what was entered before."""
    if "looked_after" not in row:
        entered = PublishedYear.objects.filter(year=str(year))
        return entered.values_list("looked_after", flat=True).first()
    told = row["looked_after"]
    return _number(told, "children looked after") if told else None


def _number(text: str, noun: str) -> int:
    digits = text.replace(",", "")
    if not (digits.isascii() and digits.isdigit() and int(digits[:9]) <= MOST and len(digits) < 9):
        raise ValueError(f"'{text[:40]}' is not a number of {noun}: write it like 1911.")
    return int(digits)
