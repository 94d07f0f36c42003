"""The tables of midway checks by month and of contacts by kind."""

from reporting.percent import percent
from reporting.tables.shape import Table, column
from reporting.written import month, number, rate, span, year
from reviews.models import Footprint

COUNTED = ("due", "done_in_time", "done_late", "not_done")


def checks_by_month(figures: dict) -> Table | None:
    """Midway checks due in each month, and whether they were done."""
    oversight = figures["oversight"]
    if not oversight["due"]:
        return None
    begun = [row for row in oversight["by_month"] if row["due"] is not None]
    return Table(
        "midway-checks",
        "Midway checks by the month of the half-way day",
        [
            column("Month", numeric=False), column("Due"), column("Done by the day"),
            column("Done late"), column("Not done"), column("Done by the day, of all"),
        ],
        [[month(row["month"]), *_cells(row)] for row in begun],
        [span(figures["year"]).capitalize(), *_cells(oversight)],
    )  # fmt: skip


def _cells(row: dict) -> list[str | None]:
    return [*(number(row[name]) for name in COUNTED), rate(row["done_in_time_percent"])]


def contacts_by_kind(oversight: dict) -> Table | None:
    """Contacts that IROs logged, by kind."""
    total = oversight["contacts"]
    if not total:
        return None
    words = dict(Footprint.Kind.choices)
    return Table(
        "contacts",
        "Contacts between reviews, by kind",
        [column("Kind", numeric=False), column("Contacts"), column("Share")],
        [
            [words[kind], number(n), rate(percent(n, total))]
            for kind, n in oversight["by_kind"].items()
        ],
        ["Total", number(total), "100.0%"],
    )


def oversight_by_year(figures: dict) -> Table | None:
    """The same of the years before, where they were recorded."""
    years = [*figures["earlier"], {"year": figures["year"], "oversight": figures["oversight"]}]
    known = [one for one in years if one["oversight"]["due"] is not None]
    if len(known) < 2:
        return None
    return Table(
        "oversight-by-year",
        "Oversight between reviews over the years",
        [
            column("Year", numeric=False), column("Midway checks due"),
            column("Done by the day, of all"), column("Contacts"),
            column("Contacts for each child"),
        ],
        [
            [
                year(one["year"]), number(one["oversight"]["due"]),
                rate(one["oversight"]["done_in_time_percent"]),
                number(one["oversight"]["contacts"]),
                number(one["oversight"]["contacts_per_child"]),
            ]
            for one in known
        ],
    )  # fmt: skip
