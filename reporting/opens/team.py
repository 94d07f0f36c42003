"""The addresses of the children behind the caseloads, and of advocates and visitors."""

from collections import Counter
from datetime import date

from accounts.models import User
from cohort.narrowing import address_of
from reporting.opens.shape import Links, Maker, address, between, days_of, key_of
from reporting.tables.support import ROWS
from reporting.written import day

SERVICES = {"advocate": "Advocates", "visitor": "Independent visitors"}
STOOD = {"waiting_at_end": "waiting", "matched_at_end": "with_somebody"}


def _by_iro(figures: dict) -> Links:
    on = date.fromisoformat(figures["caseload"]["as_at"])
    iros = [(str(one), str(one.pk)) for one in User.objects.independent_reviewing_officers()]
    names = Counter(name for name, _ in iros)
    pks = {name: pk for name, pk in iros if names[name] == 1}  # two of a name open neither

    def link(row, column):
        if column != "Children" or row[0] not in pks:
            return None
        return address_of(on=on, iro=pks[row[0]])

    return link


def _by_month(figures: dict) -> Links:
    days = {day(row["as_at"]): row["as_at"] for row in figures["caseload"]["by_month"]}

    def link(row, column):
        return address_of(on=date.fromisoformat(days[row[0]])) if column == "Children" else None

    return link


def _support(figures: dict) -> Links:
    keys = {key: words for words, key in ROWS.items()}

    def link(row, column):
        key = key_of(keys, row)
        if key is None:
            return None
        service = key_of(SERVICES, [column]) or ""
        days = between("", days_of(figures))
        happened = STOOD.get(key, key)
        return address("supports", state="all", service=service, happened=happened, **days)

    return link


LINKS: dict[str, Maker] = {
    "caseload-by-iro": _by_iro,
    "caseload-by-month": _by_month,
    "advocates-and-visitors": _support,
}
