"""What reviews held can be narrowed to by what was recorded of them."""

import django_filters
from django.db.models import Q

from cohort.council import the_council
from reviews.codes import PARTICIPATION, REVIEW_RULES, LateReason, Permanence, TookPart
from reviews.taking_part import BANDS, GROUPS, NOT_RECORDED, parts, with_child

UNKNOWN = (NOT_RECORDED, "Not recorded")
YES_NO = [("yes", "Yes"), ("no", "No")]
GROUP_CHOICES = [UNKNOWN if name == NOT_RECORDED else (name, name) for name in GROUPS]


def _choice(label: str, choices, empty: str, **kwargs) -> django_filters.ChoiceFilter:
    return django_filters.ChoiceFilter(label=label, choices=choices, empty_label=empty, **kwargs)


def _part_choices() -> list[tuple[str, str]]:
    return [(name, words) for name, (words, _) in parts(()).items()]


class ToldFilter(django_filters.FilterSet):
    """Reviews by kind, by why they were late, by who took part, and by the child's part."""

    rule = _choice("Kind of review", REVIEW_RULES, "Every kind")
    late_reason = _choice("Why late", LateReason.choices, "Any reason or none")
    part = _choice("Child’s part", _part_choices, "Any", method="by_part")
    code = _choice("Participation code", [*PARTICIPATION, UNKNOWN], "Any", method="by_code")
    age = _choice("Age at the review", list(BANDS.items()), "Any, from birth", method="by_child")
    ethnic_group = _choice("Ethnic group", GROUP_CHOICES, "Any", method="by_child")
    disabled = _choice("Disabled child", YES_NO, "Either", method="by_disability")
    seen_alone = _choice("Seen alone by the IRO", [*YES_NO, UNKNOWN], "Either", method="by_alone")
    parents = _choice("Parents", [*TookPart.choices, UNKNOWN], "Any", method="by_form")
    carers = _choice("Carers", [*TookPart.choices, UNKNOWN], "Any", method="by_form")
    permanence = _choice(
        "Plan for permanence", [*Permanence.choices, UNKNOWN], "Any", method="by_form"
    )

    FIELDS = {
        "age": "age_band",
        "parents": "outcome_form__parents_took_part",
        "carers": "outcome_form__carers_took_part",
        "permanence": "outcome_form__permanence_plan",
    }

    def by_part(self, reviews, name: str, value: str):
        """Those at which the child took part so; all of children aged 4 and over."""
        return parts(the_council().participated_codes)[value][1](reviews)

    def by_code(self, reviews, name: str, value: str):
        """Those with the code; without one, of children aged 4 and over."""
        if value == NOT_RECORDED:
            return self.by_part(reviews, name, value)
        return reviews.filter(participation_code=value)

    def by_child(self, reviews, name: str, value: str):
        """Those of children aged 4 and over who were such on the day it was held."""
        return with_child(reviews).filter(**{self.FIELDS.get(name, name): value})

    def by_disability(self, reviews, name: str, value: str):
        """Those of disabled children, or of the others."""
        return reviews.filter(child__disabled=value == "yes")

    def by_alone(self, reviews, name: str, value: str):
        """Those at which the IRO saw the child alone, or did not, or nobody wrote of it."""
        if value == NOT_RECORDED:
            return reviews.filter(outcome_form__seen_alone__isnull=True)
        return reviews.filter(outcome_form__seen_alone=value == "yes")

    def by_form(self, reviews, name: str, value: str):
        """Those of which the outcome form says so; without a form nothing was recorded."""
        field = self.FIELDS[name]
        if value == NOT_RECORDED:
            return reviews.filter(Q(outcome_form__isnull=True) | Q(**{field: ""}))
        return reviews.filter(**{field: value})
