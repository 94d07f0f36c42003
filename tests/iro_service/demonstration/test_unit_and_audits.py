"""The demonstration's unit and its quality audits."""

import pytest

from cohort.models import StaffFacts, StaffingChange, Training, UnitManager
from iro_service.demonstration.days import TODAY
from reviews.models import AuditAction, QualityAudit

pytestmark = [pytest.mark.usefixtures("in_demonstration"), pytest.mark.slow]


def test_the_unit_has_had_two_managers_since_march_after_two_who_filled_in():
    assert [row.name for row in UnitManager.objects.filter(ended_on__isnull=True)] == [
        "Martin Achterberg",
        "Judith Okonjo",
    ]
    assert UnitManager.objects.filter(title__startswith="Interim").count() == 2


def test_no_staffing_change_names_anybody():
    for change in StaffingChange.objects.select_related("person"):
        people = [change.person] if change.person else []
        assert not any(name.last_name in change.words for name in people)


def test_training_is_told_before_and_after_today():
    assert Training.objects.filter(held_on__gt=TODAY, attended__isnull=True).count() == 2
    assert Training.objects.filter(held_on__lte=TODAY).count() > 10


def test_each_iro_has_facts_and_some_did_not_say():
    assert StaffFacts.objects.filter(sex="F").count() == 11
    assert 0 < StaffFacts.objects.filter(ethnicity="").count() < 4


def test_forty_reviews_were_audited_and_their_actions_stand_everywhere_they_can():
    assert QualityAudit.objects.count() == 40
    assert set(QualityAudit.objects.values_list("grade", flat=True)) == set(
        QualityAudit.Grade.values
    )
    open_ = AuditAction.objects.filter(done_on__isnull=True)
    assert open_.filter(due_on__lt=TODAY).exists()
    assert open_.filter(due_on__gte=TODAY).exists()
    assert not AuditAction.objects.filter(done_on__gt=TODAY).exists()
    for audit in QualityAudit.objects.select_related("review"):
        assert audit.review.held_on < audit.audited_on <= TODAY
