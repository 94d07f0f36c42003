"""The addresses of the disputes behind their tables."""

from cohort.models import Team
from disputes.codes import Outcome, Theme
from disputes.forms.states import stage_choices
from reporting.opens.shape import (
    Links,
    Maker,
    address,
    between,
    days_of,
    key_of,
    month_of,
    recorded_years,
)
from reporting.written import month, year
from reviews.filters import NOBODY

ROWS: dict[str, tuple[str, dict[str, str]]] = {
    "Concerns raised": ("raised_", {}),
    "Stayed informal": ("raised_", {"formal": "no"}),
    "Became formal": ("raised_", {"formal": "yes"}),
    "Disputes settled": ("settled_", {}),
    "Formal disputes settled": ("settled_", {"formal": "yes"}),
    "Formal, settled within 20 working days": ("settled_", {"within_20": "yes"}),
    "Referred to Cafcass": ("cafcass_", {}),
}


def _raised(figures: dict, **more: str) -> str:
    return address("disputes", **between("raised_", days_of(figures)), **more)


def _settled(figures: dict, **more: str) -> str:
    return address("disputes", **between("settled_", days_of(figures)), **more)


def _by_year(figures: dict) -> Links:
    recorded = recorded_years(figures["disputes"]["by_year"], figures["taken_on"])
    days = {year(name): found for name, found in recorded.items()}

    def link(row, column):
        if row[0] == "Open at the end":
            return address("disputes", open_on=days[column][1].isoformat())
        if row[0] not in ROWS:
            return None
        what, more = ROWS[row[0]]
        return address("disputes", **between(what, days[column]), **more)

    return link


def _by_month(figures: dict) -> Links:
    months = {month(row["month"]): row["month"] for row in figures["disputes"]["by_month"] or []}

    def link(row, column):
        days = month_of(months[row[0]]) if row[0] in months else days_of(figures)
        to = "good_practice" if column == "Good practice" else "disputes"
        return address(to, **between("raised_", days))

    return link


def _by_stage(figures: dict) -> Links:
    numbers: dict[str, list[str]] = {}
    for number, name in stage_choices():
        numbers.setdefault(name, []).append(str(number))

    def link(row, column):
        found = numbers.get(row[0])
        if found is None:
            return _raised(figures)
        return _raised(figures, stage=found[0]) if len(found) == 1 else None

    return link


def _by_theme(figures: dict) -> Links:
    def link(row, column):
        theme = key_of(dict(Theme.choices), row)
        return _raised(figures, **({"theme": theme} if theme else {}))

    return link


def _by_team(figures: dict) -> Links:
    teams = {name: str(pk) for pk, name in Team.objects.values_list("pk", "name")}
    teams["No team"] = NOBODY

    def link(row, column):
        if column != "Concerns":
            return None
        if row[0] == "All":
            return _raised(figures)
        return _raised(figures, team=teams[row[0]]) if row[0] in teams else None

    return link


def _by_outcome(figures: dict) -> Links:
    def link(row, column):
        if row[0] == "Total":
            return _settled(figures)
        outcome = key_of(dict(Outcome.choices), row)
        return _settled(figures, **({"outcome": outcome} if outcome else {"state": "accepted"}))

    return link


def _times(figures: dict) -> Links:
    def link(row, column):
        if column != "Disputes":
            return None
        return _settled(figures, **({"formal": "yes"} if row[0].startswith("Formal") else {}))

    return link


LINKS: dict[str, Maker] = {
    "disputes-by-year": _by_year,
    "disputes-by-month": _by_month,
    "disputes-by-stage": _by_stage,
    "disputes-by-theme": _by_theme,
    "disputes-by-team": _by_team,
    "disputes-by-outcome": _by_outcome,
    "dispute-times": _times,
}
