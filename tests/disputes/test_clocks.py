"""The stage's days and the 20 working days of the formal stages, over the holidays."""

from datetime import date

import pytest

from disputes.actions.climbing import escalate
from tests.disputes.conftest import at

pytestmark = pytest.mark.django_db

# The day it became formal, the stage's last day, the last day of all formal stages.
DAYS = [
    # 25 and 26 December, and 1 January: Thursday 22 December 2016 has 23, 28, 29 and 30 first.
    (date(2016, 12, 22), date(2017, 1, 3), date(2017, 1, 24)),
    # Good Friday, Easter Monday and the May holiday.
    (date(2017, 4, 10), date(2017, 4, 19), date(2017, 5, 11)),
    (date(2017, 6, 12), date(2017, 6, 19), date(2017, 7, 10)),
    # A Saturday: day zero need not be a working day.
    (date(2017, 6, 10), date(2017, 6, 16), date(2017, 7, 7)),
]


@pytest.mark.parametrize(("on", "stage_due_on", "total_due_on"), DAYS)
def test_a_formal_dispute_has_its_stage_and_the_whole(
    raise_concern, on, stage_due_on, total_due_on
):
    dispute = raise_concern(on=on, stage=1)
    assert (dispute.stage_due_on, dispute.total_due_on) == (stage_due_on, total_due_on)


def test_an_informal_one_has_a_day_to_answer_and_no_total(raise_concern):
    dispute = raise_concern(on=date(2016, 12, 22))
    assert dispute.stage_due_on == date(2017, 1, 3)
    assert dispute.total_due_on is None


def test_the_total_counts_from_the_first_formal_stage_and_runs_on(raise_concern, iro, director):
    dispute = raise_concern(on=date(2017, 6, 1))
    formal = date(2017, 6, 12)
    escalate(dispute, stage=1, text="Nothing was done.", on=formal, at=at(formal), by=iro)
    dispute.refresh_from_db()
    later = date(2017, 6, 20)
    escalate(dispute, stage=2, text="No answer.", asked=director, on=later, at=at(later), by=iro)
    dispute.refresh_from_db()
    assert dispute.formal_on == formal
    assert dispute.total_due_on == date(2017, 7, 10)
    assert dispute.stage_due_on == date(2017, 6, 27)


def test_the_stage_has_the_days_the_ladder_gave_it_when_it_was_opened(
    raise_concern, iro, practice_manager
):
    from disputes.actions.ladder import change_ladder
    from disputes.ladder import DEFAULT

    before = raise_concern(on=date(2017, 6, 1))
    shorter = [rung._replace(working_days=2) for rung in DEFAULT]
    change_ladder(shorter, on=date(2017, 6, 5), by=practice_manager)
    day = date(2017, 6, 12)
    escalate(before, stage=1, text="Nothing was done.", on=day, at=at(day), by=iro)
    before.refresh_from_db()
    after = raise_concern(on=day, stage=1)
    assert before.stage_due_on == date(2017, 6, 19)
    assert after.stage_due_on == date(2017, 6, 14)
