"""The newer questions of the outcome form, answered since they are asked."""

from datetime import date

import pytest

from reviews.models import Correction, OutcomeForm

pytestmark = pytest.mark.usefixtures("demonstration")
ASKED_FROM = date(2017, 6, 1)


def test_every_form_since_june_answers_them_and_none_before():
    forms = OutcomeForm.objects.submitted()
    before = forms.filter(submitted_at__date__lt=ASKED_FROM)
    since = forms.filter(submitted_at__date__gte=ASKED_FROM)
    assert not before.filter(plans_checked=True).exists()
    assert not before.exclude(permanence_plan="", parents_took_part="").exists()
    assert since.count() > 200
    for field in ("permanence_plan", "parents_took_part", "carers_took_part"):
        assert not since.filter(**{field: ""}).exists()
    assert not since.filter(plans_checked=False).exists()


def test_who_came_took_part():
    came = OutcomeForm.objects.filter(plans_checked=True, attendees__overlap=["mother", "father"])
    assert set(came.values_list("parents_took_part", flat=True)) == {"came"}


def test_a_few_have_no_plan_a_few_a_concern_and_two_were_corrected():
    assert 1 <= OutcomeForm.objects.without_permanence_plan().count() <= 20
    assert 5 <= OutcomeForm.objects.exclude(concern="").count() <= 40
    assert Correction.objects.count() == 2
