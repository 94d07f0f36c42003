"""Who the IROs in post are, as far as they chose to say: counts, and nobody told apart."""

from collections import Counter
from datetime import date

from cohort.codes import Ethnicity, Sex
from cohort.groups import ETHNICITY
from cohort.models import IROPost, StaffFacts

NOT_SAID = "not_said"
SEXES = {Sex.MALE: "male", Sex.FEMALE: "female"}
GROUPS = {
    code: group
    for group, codes in ETHNICITY.items()
    for code in codes
    if code not in (Ethnicity.REFU, Ethnicity.NOBT)
}


def by_sex_and_group(iros: int, as_at: date) -> dict:
    """The IROs in post on the day by sex and by ethnic group; who said nothing is not said.

    Unit: IROs. Source: the groups are those the children are told in (cohort.groups).
    """
    filled = IROPost.objects.in_force(on=as_at)
    facts = StaffFacts.objects.filter(person__in=filled.order_by().values("iro"))
    told = list(facts.values_list("sex", "ethnicity"))
    sexes = Counter(SEXES.get(sex, NOT_SAID) for sex, _ in told)
    groups = Counter(GROUPS.get(ethnicity, NOT_SAID) for _, ethnicity in told)
    silent = iros - len(told)
    return {
        "by_sex": {key: sexes[key] for key in SEXES.values()}
        | {NOT_SAID: sexes[NOT_SAID] + silent},
        "by_ethnic_group": {group: groups[group] for group in dict.fromkeys(GROUPS.values())}
        | {NOT_SAID: groups[NOT_SAID] + silent},
    }
