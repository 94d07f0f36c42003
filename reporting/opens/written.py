"""The addresses of the reviews behind the tables of forms, decisions and records."""

from reporting.opens.shape import Days, Links, Maker, address, between, days_of, month_of
from reporting.written import month

# By the first words of a row.
ROWS = {"Within": "in_time", "Sent within": "in_time", "Completed within": "in_time",
        "Late": "late", "Sent late": "late", "Completed late": "late",
        "Outstanding": "outstanding", "Not sent": "outstanding", "Owed": "owed"}  # fmt: skip
KINDS = {"Forms": "outcome_form", "Decisions": "decisions", "Records": "record"}


def _address(days: Days, what: str, became: str) -> str:
    state = "form_expected_of" if what == "outcome_form" else "held"
    return address("reviews", state=state, **between("", days), **{what: became})


def _of(what: str) -> Maker:
    def links(figures: dict) -> Links:
        def link(row, column):
            became = next(value for words, value in ROWS.items() if row[0].startswith(words))
            return _address(days_of(figures), what, became)

        return link

    return links


def _by_month(figures: dict) -> Links:
    months = {month(row["month"]): row["month"] for row in figures["records"]["by_month"] or []}

    def link(row, column):
        kind, _, became = column.partition(" ")
        first, last = month_of(months[row[0]])
        days = first, min(last, days_of(figures)[1])
        return _address(days, KINDS[kind], became.replace(" ", "_"))

    return link


LINKS: dict[str, Maker] = {
    "outcome-forms": _of("outcome_form"),
    "decisions-sent": _of("decisions"),
    "records-of-discussion": _of("record"),
    "records-sent": _of("record_sent"),
    "written-by-month": _by_month,
}
