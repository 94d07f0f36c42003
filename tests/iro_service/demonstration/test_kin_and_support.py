"""The demonstration's families, its advocates and its independent visitors."""

import pytest
from django.db.models import F

from cohort.models import Child, Kinship, Support
from cohort.support import State
from iro_service.demonstration.days import RECORDS_FROM, TODAY, YEAR_END

pytestmark = [pytest.mark.usefixtures("in_demonstration"), pytest.mark.slow]


def test_brothers_and_sisters_share_a_family_name():
    siblings = Kinship.objects.filter(kind="sibling")
    assert siblings.count() > 100
    assert not siblings.exclude(one__family_name=F("other__family_name")).exists()


def test_some_share_a_family_name_and_are_no_kin():
    """So that a guess from the name is seen to be one."""
    named = Child.objects.exclude(pk__in=Kinship.objects.values("one"))
    names = set(Child.objects.values_list("family_name", flat=True))
    assert named.count() > len(names)


def test_five_mothers_have_a_child_who_is_looked_after_too():
    mothers = Child.objects.filter(is_mother=True)
    assert mothers.count() == 5
    for mother in mothers:
        baby = Child.objects.kin_of(mother).get()
        assert (baby.kin_is, baby.date_of_birth) == ("child", mother.mothers_child_born_on)


def test_advocates_are_asked_for_as_often_as_was_published():
    in_the_year = Support.objects.filter(referred_on__range=(RECORDS_FROM, YEAR_END))
    assert in_the_year.filter(service="advocate").count() == 103
    left = Support.objects.filter(child__periods__ended_on__isnull=False)
    assert not left.filter(ended_on__isnull=True).exists()


def test_advocates_and_visitors_stand_everywhere_they_can():
    for state in State.values:
        of_either = getattr(Support.objects, state)().values_list("service", flat=True)
        assert set(of_either) == {"advocate", "visitor"}, state
    days = ("offered_on", "declined_on", "referred_on", "matched_on", "ended_on")
    for day in days:
        assert not Support.objects.filter(**{f"{day}__gt": TODAY}).exists()
