"""The published figures the demonstration reproduces, read from their CSV files."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

FIGURES = Path(__file__).parent / "figures"
BANDS = {  # the file's column: the report's key
    "aged_under_1": "under_1",
    "aged_1_4": "1_to_4",
    "aged_5_10": "5_to_10",
    "aged_11_13": "11_to_13",
    "aged_14_15": "14_to_15",
    "aged_16_plus": "16_plus",
}


@dataclass(frozen=True)
class Month:
    """Reviews held in a month, and how many of them in timescale."""

    first: date
    reviews: int
    in_timescale: int

    @property
    def late(self) -> int:
        """Those held after their due day."""
        return self.reviews - self.in_timescale


@dataclass(frozen=True)
class District:
    """Children looked after on 31 March 2017 from a district; no name: not known."""

    name: str | None
    sexes: dict[str, int]
    bands: dict[str, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.sexes.values())


def _rows(name: str) -> list[dict[str, str]]:
    with (FIGURES / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def months(year: str) -> list[Month]:
    """The twelve months of a year such as '2016-17'."""
    return [
        Month(
            date.fromisoformat(row["month"] + "-01"),
            int(row["reviews"]),
            int(row["reviews_in_timescale"]),
        )
        for row in _rows("review_timeliness_by_month")
        if row["year"] == year
    ]


def participation(year: str) -> dict[str, int]:
    """Reviews of children aged 4 and over, participated, not recorded."""
    row = next(row for row in _rows("participation_by_year") if row["year"] == year)
    return {name: int(number) for name, number in row.items() if name != "year"}


def districts() -> list[District]:
    """The districts in the file's order; the children of no known one come last."""
    return [
        District(
            None if row["district"].startswith("Out of County") else row["district"],
            {"M": int(row["male"]), "F": int(row["female"])},
            {band: int(row[column]) for column, band in BANDS.items()},
        )
        for row in _rows("looked_after_by_district_2017-03-31")
    ]


def status_before() -> dict[str, int]:
    """Starts of 2016-17 by status before: CP, CIN and NONE, in that order."""
    rows = _rows("status_prior_to_looked_after_2016-17")
    return dict(zip(("CP", "CIN", "NONE"), (int(row["children"]) for row in rows), strict=True))


def headline(figure: str, as_at: str) -> int:
    """One headline figure."""
    return next(
        int(row["value"])
        for row in _rows("headline_figures")
        if (row["figure"], row["as_at_or_period"]) == (figure, as_at)
    )
