"""The demonstration's disputes: some eighty, with the patterns the service is to find."""

from collections import Counter
from fractions import Fraction

import pytest

from accounts.models import User
from cohort.models import CaseHolding, Team
from disputes.codes import GROUPS, Group, State
from disputes.models import AgreedAction, Dispute, GoodPractice, Ladder
from disputes.replay import replay, standing_of
from iro_service.demonstration.days import RECORDS_FROM, TODAY
from iro_service.demonstration.disputes import DELAYED_TEAM, FORMAL_FROM, REPEATING_WORKER
from iro_service.demonstration.people import AMARA, FIRST

pytestmark = pytest.mark.usefixtures("demonstration")
DELAY = GROUPS[Group.DELAY]


def test_there_are_eighty_and_before_june_only_informal_ones():
    assert Dispute.objects.count() == 80
    assert not Dispute.objects.filter(formal_on__lt=FORMAL_FROM).exists()
    assert Dispute.objects.informal().filter(raised_on__lt=FORMAL_FROM).count() == 33
    assert Dispute.objects.formal().count() >= 30
    assert GoodPractice.objects.count() == 10


def test_one_team_shows_delay_more_than_any_other_for_the_children_it_holds():
    delayed = Counter(Dispute.objects.filter(theme__in=DELAY).values_list("team", flat=True))
    held = Counter(CaseHolding.objects.in_force(on=TODAY).values_list("team", flat=True))
    rates = sorted((Fraction(delayed[team], held[team]), team) for team in held)
    (next_most, _), (most, team) = rates[-2:]
    assert Team.objects.get(pk=team).name == DELAYED_TEAM
    assert most >= 2 * next_most


def test_one_worker_shows_practice_issues_more_than_any_other():
    practice = Dispute.objects.exclude(theme__in=DELAY).exclude(worker=None)
    by_worker = Counter(practice.values_list("worker__name", flat=True)).most_common()
    (worker, most), (_, next_most) = by_worker[:2]
    assert worker == REPEATING_WORKER
    assert most >= next_most + 2


def test_two_went_to_cafcass_and_three_answers_are_overdue():
    assert Dispute.objects.referred_to_cafcass().count() == 2
    assert Dispute.objects.unanswered(on=TODAY).count() == 3


def test_every_log_leads_to_where_its_dispute_stands():
    for dispute in Dispute.objects.prefetch_related("steps"):
        assert replay(dispute.steps.all()) == standing_of(dispute)
        assert max(step.on for step in dispute.steps.all()) < TODAY


def test_every_state_is_there_and_the_first_iro_and_manager_have_something_to_do():
    assert set(Dispute.objects.values_list("state", flat=True)) == set(State.values)
    amara = User.objects.get(email=AMARA.email)
    hers = Dispute.objects.visible_to(amara, on=TODAY)
    assert hers.to_decide().exists()
    assert hers.unanswered(on=TODAY).exists()
    colette = User.objects.get(email=FIRST["responding_manager"].email)
    assert 1 <= Dispute.objects.to_answer(colette).count() <= 12
    assert AgreedAction.objects.overdue(on=TODAY).filter(dispute__in=hers).exists()


def test_the_upper_stages_are_answered_by_name():
    stages = Ladder.objects.get().stages.order_by("number")
    assert [stage.person is not None for stage in stages] == [False, False, True, True, True]
    assert Dispute.objects.filter(asked=None).count() == 0
    assert Ladder.objects.get().made_on == RECORDS_FROM
