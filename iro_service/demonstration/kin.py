"""Brothers and sisters, and five mothers whose own child is looked after too."""

from collections import defaultdict
from itertools import combinations

from cohort.models import Child, Kinship
from iro_service.demonstration.children import InCare
from iro_service.demonstration.days import TODAY
from statute.ages import age_on

MOTHERS = 5
MOTHER_AGES = range(14, 18)  # when the child was born


def load_kin(children: dict[int, InCare]) -> None:
    """Each family's brothers and sisters, and the mothers."""
    families: dict[int, list[InCare]] = defaultdict(list)
    for in_care in children.values():
        families[in_care.profile.course.family].append(in_care)
    siblings = [
        Kinship(one=one.child, other=other.child, kind=Kinship.Kind.SIBLING)
        for family in families.values()
        for one, other in combinations(family, 2)
    ]
    alone = [family[0] for family in families.values() if len(family) == 1]
    mothers = _mothers([one for one in alone if one.profile.course.in_care(TODAY)])
    Kinship.objects.bulk_create(
        [*siblings, *(Kinship(one=m, other=b, kind=Kinship.Kind.PARENT) for m, b in mothers)]
    )
    for mother, baby in mothers:
        mother.is_mother, mother.mothers_child_born_on = True, baby.date_of_birth
    Child.objects.bulk_update(
        [mother for mother, _ in mothers], ["is_mother", "mothers_child_born_on"]
    )


def _mothers(alone: list[InCare]) -> list[tuple[Child, Child]]:
    """Girls and the youngest child of the same district and background they can be mother to."""
    girls = [one for one in alone if one.child.sex == "F"]
    pairs: list[tuple[Child, Child]] = []
    taken: set[int] = set()
    for baby in sorted(alone, key=lambda one: (one.child.date_of_birth, one.child.pk))[::-1]:
        for girl in girls:
            if len(pairs) < MOTHERS and girl.child.pk not in taken and _fits(girl, baby):
                pairs.append((girl.child, baby.child))
                taken.add(girl.child.pk)
                break
    return pairs


def _fits(girl: InCare, baby: InCare) -> bool:
    if (girl.profile.district, girl.child.ethnicity) != (
        baby.profile.district, baby.child.ethnicity
    ):  # fmt: skip
        return False
    born = baby.child.date_of_birth
    return girl.child.date_of_birth < born and (
        age_on(girl.child.date_of_birth, born) in MOTHER_AGES
    )
