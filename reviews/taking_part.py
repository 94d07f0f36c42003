"""Reviews by how children took part and who they were, for the figures and for the list alike."""

from collections.abc import Callable, Sequence

from django.db.models import Case, CharField, Q, Value, When

from cohort.ages import age_on
from cohort.groups import ETHNICITY
from statute.ages import BANDS as EVERY_BAND
from statute.participation import CODES

ATTENDED = tuple(code.code for code in CODES.values() if code.attended)
NOT_RECORDED = "not_recorded"
ASKED_FROM = 4  # years of age; younger children have a code of their own
# Children of four stand with those of five to ten.
BANDS = {"4_to_10": "4 to 10"} | {
    key: words for key, words in EVERY_BAND.items() if key[:2] in ("11", "14", "16")
}
_FROM_AGE = {"16_plus": 16, "14_to_15": 14, "11_to_13": 11, "4_to_10": ASKED_FROM}
OF_AGE = Q(aged__gte=ASKED_FROM) | ~Q(participation_code="")
GROUPS = (*ETHNICITY, NOT_RECORDED)


def asked(reviews):
    """Those of children aged 4 and over, with a code or without; each with `aged`.

    Unit: reviews. Source: DfE, SSDA903 return: PN0 says that the child counts as under 4.
    """
    return _aged(reviews).filter(OF_AGE).exclude(participation_code="PN0")


def _aged(reviews):
    return reviews.annotate(aged=age_on("child__date_of_birth", "held_on"))


def with_child(reviews):
    """Each of those asked with `age_band` on the day it was held, and `ethnic_group`."""
    bands = [When(aged__gte=age, then=Value(band)) for band, age in _FROM_AGE.items()]
    groups = [
        When(child__ethnicity__in=codes, then=Value(name)) for name, codes in ETHNICITY.items()
    ]
    return asked(reviews).annotate(
        age_band=Case(*bands, output_field=CharField()),
        ethnic_group=Case(*groups, default=Value(NOT_RECORDED), output_field=CharField()),
    )


def parts(participated: Sequence[str]) -> dict[str, tuple[str, Callable]]:
    """How the child took part, by its name in an address: its words and its question.

    `participated` are the codes that the council counts.
    """
    told = ~Q(participation_code="")
    return {
        "counted": ("Told, or aged 4 or over", lambda reviews: _aged(reviews).filter(OF_AGE)),
        "asked": ("Child aged 4 or over", asked),
        "took_part": (
            "Took part", lambda reviews: asked(reviews).filter(participation_code__in=participated)
        ),
        "did_not": (
            "Did not take part",
            lambda reviews: asked(reviews).filter(told).exclude(
                participation_code__in=participated
            ),
        ),
        "attended": (
            "Came", lambda reviews: asked(reviews).filter(participation_code__in=ATTENDED)
        ),
        NOT_RECORDED: (
            "Aged 4 or over, not recorded",
            lambda reviews: asked(reviews).filter(participation_code=""),
        ),
    }  # fmt: skip
