"""The addresses of the reviews behind the tables of participation."""

from reporting.opens.shape import Links, Maker, address, between, days_of, key_of, recorded_years
from reporting.tables.others_taking_part import ANSWERS, SEEN_ALONE
from reporting.written import year
from statute.participation import CODES

PARTS = {
    "Reviews": "asked",
    "Took part": "took_part",
    "Did not": "did_not",
    "Not recorded": "not_recorded",
    "Came": "attended",
}


def _held(figures: dict, **more: str) -> str:
    return address("reviews", state="held", **between("", days_of(figures)), **more)


def _by_year(figures: dict) -> Links:
    rows = figures["participation"]["by_year"]
    recorded = recorded_years(rows, figures["taken_on"])
    days = {year(name): found for name, found in recorded.items()}
    return lambda row, column: (
        address("reviews", state="held", **between("", days[row[0]]), part=PARTS[column])
        if row[0] in days
        else None
    )


def _codes(figures: dict) -> Links:
    def link(row, column):
        if row[0] in CODES:
            return _held(figures, code=row[0])
        return _held(figures, part="counted" if row[0] == "All" else "not_recorded")

    return link


def _by_child(by: str, name: str) -> Maker:
    def links(figures: dict) -> Links:
        keys = {row["key"]: row["words"] for row in figures["participation"][by] or []}
        return lambda row, column: _held(
            figures, part=PARTS[column], **{name: key_of(keys, row) or ""}
        )

    return links


def _seen_alone(figures: dict) -> Links:
    def link(row, column):
        key = key_of(SEEN_ALONE, row)
        return _held(figures, part="asked", **({"seen_alone": key} if key else {}))

    return link


def _others(figures: dict) -> Links:
    def link(row, column):
        key = key_of(ANSWERS, row)
        return _held(figures, **({column.lower(): key} if key else {}))

    return link


LINKS: dict[str, Maker] = {
    "participation-by-year": _by_year,
    "attended-by-year": _by_year,
    "participation-codes": _codes,
    "participation-by-age": _by_child("by_age", "age"),
    "participation-by-ethnic-group": _by_child("by_ethnic_group", "ethnic_group"),
    "participation-by-disability": _by_child("by_disability", "disabled"),
    "seen-alone": _seen_alone,
    "parents-and-carers": _others,
}
