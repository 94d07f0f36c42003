"""The facts of a child in words, as the list says what it is narrowed to."""

from collections.abc import Sequence

from cohort.codes import Ethnicity, LegalStatus, Need, Placement, Provider, Sex, StatusBefore
from cohort.groups import ETHNICITY, PLACEMENT
from cohort.make_up.facts import NOT_RECORDED
from cohort.make_up.lengths import LENGTHS
from statute.ages import BANDS

GROUPS = {"ethnicity": ETHNICITY, "placement": PLACEMENT}
CODES: dict[str, dict[str, str]] = {
    "age": BANDS,
    "sex": dict(Sex.choices),
    "ethnicity": dict(Ethnicity.choices),
    "legal_status": dict(LegalStatus.choices),
    "placement": dict(Placement.choices),
    "provider": dict(Provider.choices),
    "need": dict(Need.choices),
    "status_before": dict(StatusBefore.choices),
    "length": LENGTHS,
}
# What was not recorded, and the facts whose words do not stand by themselves.
NOUNS = {
    "age": "age",
    "sex": "sex",
    "ethnicity": "ethnicity",
    "district": "district before care",
    "legal_status": "legal status",
    "placement": "placement",
    "provider": "provider",
    "need": "category of need",
    "status_before": "status before care",
    "length": "start of care",
}
BEFORE_THEM = {
    "age": "aged {}",
    "district": "from {}",
    "sex": "{}",
    "ethnicity": "ethnicity: {}",
    "legal_status": "{}",
    "placement": "{}",
    "provider": "provider: {}",
    "need": "need: {}",
    "status_before": "before care: {}",
    "length": "looked after for {}",
}


def said(fact: str, values: Sequence[str], names: dict[str, str] | None = None) -> str:
    """A fact and its values in words: "provider: Own provision", or "Full care order".

    Several values that make up a group of codes are said by its name; `names` has the words of
    what is no code, as districts are none. What is no code at all is said as it is written.
    """
    words = names or CODES.get(fact, {})
    for name, codes in GROUPS.get(fact, {}).items():
        if set(values) == set(codes):
            return BEFORE_THEM[fact].format(name)
    if list(values) == [NOT_RECORDED]:
        return f"{NOUNS[fact]} not recorded"
    each = ["not recorded" if one == NOT_RECORDED else words.get(one, one) for one in values]
    return BEFORE_THEM[fact].format(" or ".join(each))
