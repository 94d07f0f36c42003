"""The addresses of the children behind the tables of the cohort."""

from collections.abc import Callable, Iterable
from datetime import date

from cohort.codes import LegalStatus, Provider, ReasonEnded, StatusBefore
from cohort.groups import ETHNICITY, PLACEMENT
from cohort.make_up import NOT_RECORDED
from cohort.models import District
from cohort.narrowing import Days, address_of
from reporting.figures.cohort import NO_DISTRICT
from reporting.figures.cohort.among import RESIDENTIAL
from reporting.opens.shape import Links, Maker, days_of, key_of
from reporting.tables.groups import SEXES
from reporting.written import day
from statute.ages import BANDS

CODES = {"male": "M", "female": "F", "sex_not_known": "U"}
Values = str | Iterable[str] | None


def _as_at(figures: dict) -> date:
    return date.fromisoformat(figures["cohort"]["as_at"])


def _coded(words: dict[str, str]) -> Callable[[str], Values]:
    """The code of a row's words; what has no words stands as its code."""
    codes = {said: code for code, said in words.items()} | {"Not recorded": NOT_RECORDED}
    return lambda said: codes.get(said, said)


def _grouped(groups: dict) -> Callable[[str], Values]:
    return lambda said: groups.get(said, NOT_RECORDED)


def _sex(said: str) -> Values:
    return CODES.get(key_of(SEXES, [said]) or "")


FACTS: dict[str, tuple[str, Callable[[str], Values]]] = {
    "age": ("age", _coded(BANDS)),
    "sex": ("sex", _sex),
    "ethnicity": ("ethnicity", _grouped(ETHNICITY)),
    "legal-status": ("legal_status", _coded(dict(LegalStatus.choices))),
    "placement": ("placement", _grouped(PLACEMENT)),
    "provider": ("provider", _coded(dict(Provider.choices))),
}


def _by_fact(id: str) -> Maker:
    fact, value = FACTS[id]

    def links(figures: dict) -> Links:
        def link(row, column):
            chosen = {} if row[0] == "Total" else {fact: value(row[0]) or ""}
            return address_of(on=_as_at(figures), **chosen)

        return link

    return links


def _districts(figures: dict) -> Links:
    pks = {name: str(pk) for pk, name in District.objects.values_list("pk", "name")}
    pks[NO_DISTRICT] = NOT_RECORDED

    def link(row, column):
        chosen: dict = {} if row[0] == "Total" else {"district": pks[row[0]]}
        if column in SEXES.values():
            chosen["sex"] = _sex(column)
        elif column != "Total":
            chosen["age"] = key_of(BANDS, [column])
        return address_of(on=_as_at(figures), **chosen)

    return link


def _totals(figures: dict) -> Links:
    recorded = {
        day(row["as_at"]): date.fromisoformat(row["as_at"])
        for row in figures["cohort"]["totals"]
        if row["basis"] == "records"
    }
    return lambda row, column: address_of(on=recorded[row[0]]) if row[0] in recorded else None


def _among(fact: str) -> Maker:
    ids = {"Age": "age", "Sex": "sex", "Legal status": "legal-status", "Placement": "placement"}

    def links(figures: dict) -> Links:
        def link(row, column):
            chosen: dict = {fact: "yes"}
            if row[0] in ids:
                name, value = FACTS[ids[row[0]]]
                chosen[name] = value(row[1])
            return address_of(on=_as_at(figures), **chosen)

        return link

    return links


def _residential(figures: dict) -> Links:
    own = {"The council": ("PR1",), "Total": ()}
    others = (*(code for code in Provider.values if code != "PR1"), NOT_RECORDED)

    def link(row, column):
        providers = own.get(row[0], others)
        chosen = {"provider": providers} if providers else {}
        return address_of(on=_as_at(figures), placement=PLACEMENT[RESIDENTIAL], **chosen)

    return link


def _flow(days: str, fact: str, words: dict[str, str]) -> Maker:
    code = _coded(words)

    def links(figures: dict) -> Links:
        def link(row, column):
            chosen: dict = {} if row[0] == "Total" else {fact: code(row[0])}
            return address_of(**{days: Days(*days_of(figures)), **chosen})

        return link

    return links


LINKS: dict[str, Maker] = {
    **{id: _by_fact(id) for id in FACTS},
    "district-by-sex": _districts,
    "district-by-age": _districts,
    "totals": _totals,
    "disabled-children": _among("disabled"),
    "uasc-children": _among("unaccompanied"),
    "residential": _residential,
    "status-before": _flow("started", "status_before", dict(StatusBefore.choices)),
    "ends-by-reason": _flow("ended", "reason_ended", dict(ReasonEnded.choices)),
}
