"""The addresses of the reviews behind the tables of timeliness."""

from reporting.opens.participation import LINKS as PARTICIPATION
from reporting.opens.shape import (
    Days,
    Links,
    Maker,
    address,
    between,
    days_of,
    key_of,
    month_of,
    recorded_years,
)
from reporting.opens.written import LINKS as WRITTEN
from reporting.tables.lateness import LATE
from reporting.written import month, year

STATES = {"Held": "held", "In timescale": "held_in_time", "Late": "held_late"}
ADJOURNED = {
    "Adjourned": "adjourned",
    "Within 20 working days": "adjourned_in_time",
    "Later": "adjourned_late",
    "Not completed": "adjourned_open",
}
MONTHLY = {"held": "held", "in time": "held_in_time"}


def held(days: Days, state: str = "held", **more: str) -> str:
    """The list of the reviews held on these days."""
    return address("reviews", state=state, **between("", days), **more)


def _by_month(figures: dict) -> Links:
    by_year = figures["timeliness"]["by_year"]
    recorded = recorded_years(by_year, figures["taken_on"])
    years = {year(one["year"]): one for one in by_year if one["year"] in recorded}

    def link(row, column):
        name, _, _what = (
            column.rpartition(" held") if "held" in column else column.rpartition(" in time")
        )
        one = years.get(name)
        if not one or column.endswith("%"):
            return None
        state = MONTHLY["held" if column.endswith("held") else "in time"]
        months = {month(m["month"]).split()[0]: m["month"] for m in one["by_month"]}
        if row[0] == "Due day not known":
            return held(recorded[one["year"]], "held_due_not_known")
        days = month_of(months[row[0]]) if row[0] in months else recorded[one["year"]]
        return held(days, state)

    return link


def _reasons(figures: dict) -> Links:
    reasons = {row["key"]: row["reason"] for row in figures["timeliness"]["late_reasons"] or []}

    def link(row, column):
        key = key_of(reasons, row)
        more = {"late_reason": key} if key else {}
        return held(days_of(figures), "held_late", **more)

    return link


def _kinds(figures: dict) -> Links:
    kinds = {row["key"]: row["kind"] for row in figures["timeliness"]["by_kind"] or []}
    return lambda row, column: held(days_of(figures), STATES[column], rule=key_of(kinds, row) or "")


def _late(figures: dict) -> Links:
    return lambda row, column: held(days_of(figures), "held_late") if row[0] == LATE else None


def _adjourned(figures: dict) -> Links:
    return lambda row, column: held(days_of(figures), ADJOURNED[row[0]])


LINKS: dict[str, Maker] = {
    "reviews-by-month": _by_month,
    "late-reasons": _reasons,
    "reviews-by-kind": _kinds,
    "days-late": _late,
    "adjourned": _adjourned,
    **PARTICIPATION,
    **WRITTEN,
}
