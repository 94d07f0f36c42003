"""The demonstration has one of everything between reviews, and nothing that cannot be."""

import pytest
from django.db.models import F

from accounts.models import User
from iro_service.demonstration.days import CALENDAR, TODAY
from iro_service.demonstration.following_up import SHEETS_FROM
from iro_service.demonstration.people import AMARA, FIRST
from reviews.models import Decision, DecisionSheet, Footprint, MidwayCheck, Review
from reviews.oversight import without_footprint
from statute.timescales import deadline

pytestmark = pytest.mark.usefixtures("demonstration")


def test_every_review_since_june_has_its_sheet_and_its_clock():
    sheets = DecisionSheet.objects.select_related("review")
    assert sheets.count() == Review.objects.held().filter(held_on__gte=SHEETS_FROM).count()
    for sheet in sheets:
        due = deadline("decisions_to_manager", sheet.review.held_on, CALENDAR)
        assert sheet.due_on == due.due_on
        if sheet.sent_on:
            answer = deadline("manager_answer", sheet.sent_on, CALENDAR)
            assert sheet.answer_due_on == answer.due_on


def test_the_first_manager_has_decisions_to_answer():
    colette = User.objects.get(email=FIRST["responding_manager"].email)
    sheets = DecisionSheet.objects.visible_to(colette, on=TODAY)
    assert sheets.to_answer(on=TODAY).count() >= 2
    assert sheets.agreed_by_silence(on=TODAY).exists()


def test_the_first_iro_has_decisions_to_send_an_objection_and_checks_to_do():
    amara = User.objects.get(email=AMARA.email)
    sheets = DecisionSheet.objects.visible_to(amara, on=TODAY)
    assert sheets.to_send().count() >= 2
    assert sheets.to_settle().count() == 1
    assert MidwayCheck.objects.visible_to(amara, on=TODAY).overdue(on=TODAY).exists()


def test_objections_are_two_and_one_is_settled():
    assert DecisionSheet.objects.filter(answer="objects").count() == 2
    assert DecisionSheet.objects.to_settle().count() == 1


def test_most_decisions_were_done_and_some_are_overdue_or_carried_forward():
    known = Decision.objects.exclude(outcome="")
    assert known.filter(outcome="done").count() > 0.7 * known.count()
    assert 50 < Decision.objects.overdue(on=TODAY).count() < 200
    carried = Decision.objects.filter(carried_from__isnull=False)
    assert carried.count() == 12
    assert carried.filter(review__child=F("carried_from__review__child")).count() == 12
    assert not Decision.objects.filter(outcome_on__gte=TODAY).exists()


def test_nothing_was_done_for_a_child_on_a_day_out_of_care_or_to_come():
    assert not Footprint.objects.filter(on__gte=TODAY).exists()
    within = Footprint.objects.filter(child__periods__started_on__lte=F("on"))
    assert within.distinct().count() == Footprint.objects.count()
    assert not MidwayCheck.objects.filter(done_on__gt=F("review__held_on")).exists()


def test_a_few_children_have_been_without_a_footprint_for_months():
    manager = User.objects.get(email=FIRST["practice_manager"].email)
    assert 3 <= without_footprint(manager, on=TODAY).count() <= 30
