"""A proclaimed bank holiday moves the days of open disputes, and no settled one's."""

from datetime import UTC, date, datetime

import pytest

from cohort.models import ProclaimedHoliday
from disputes.actions.answering import answer_dispute
from disputes.actions.climbing import escalate
from disputes.actions.closing import accept
from disputes.actions.ladder import change_ladder
from disputes.deadlines import of_stage
from disputes.ladder import DEFAULT
from disputes.replay import replay, standing_of
from reviews.actions.holidays import proclaim_holiday, withdraw_holiday, would_move_with
from reviews.actions.notices import owe_notices
from reviews.deadlines import deadlines_as_at
from reviews.models import Notice
from tests.disputes.conftest import at

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)
NOW = datetime(2017, 7, 20, 11, tzinfo=UTC)
HOLIDAY = date(2017, 7, 26)  # a Wednesday
FUNERAL = "State funeral"


@pytest.fixture
def proclaim(practice_manager):
    return lambda: proclaim_holiday(HOLIDAY, name=FUNERAL, at=NOW, by=practice_manager)


# The day it was raised, at which stage, its two days before and after.
MOVES = [
    ("2017-07-19", 0, "2017-07-26", "2017-07-27", None, None),
    ("2017-07-19", 1, "2017-07-26", "2017-07-27", "2017-08-16", "2017-08-17"),
    # Friday, moved over the weekend.
    ("2017-07-20", 0, "2017-07-27", "2017-07-28", None, None),
    # Answered before the holiday; the total runs across it.
    ("2017-07-17", 1, "2017-07-24", "2017-07-24", "2017-08-14", "2017-08-15"),
    ("2017-06-26", 1, "2017-07-03", "2017-07-03", "2017-07-24", "2017-07-24"),
]


@pytest.mark.parametrize(("raised", "stage", "due", "due_then", "total", "total_then"), MOVES)
def test_days_counted_across_it_move(
    raise_concern, proclaim, raised, stage, due, due_then, total, total_then
):
    dispute = raise_concern(on=date.fromisoformat(raised), stage=stage)
    assert str(dispute.stage_due_on) == due
    assert dispute.total_due_on == (total and date.fromisoformat(total))
    moved = (due != due_then) + (total != total_then)
    assert len(would_move_with(HOLIDAY, FUNERAL)) == moved
    assert len(proclaim()) == moved
    dispute.refresh_from_db()
    assert str(dispute.stage_due_on) == due_then
    assert dispute.total_due_on == (total_then and date.fromisoformat(total_then))


def test_a_stage_keeps_the_working_days_of_its_own_ladder(
    raise_concern, practice_manager, iro, director, proclaim
):
    days = [3, 4, 8, 4, 4]
    rungs = [one._replace(working_days=n) for one, n in zip(DEFAULT, days, strict=True)]
    change_ladder(rungs, on=date(2017, 7, 3), by=practice_manager)
    informal = raise_concern(on=date(2017, 7, 21))
    second = raise_concern(on=date(2017, 7, 17), stage=1)
    on = date(2017, 7, 20)
    escalate(second, stage=2, text="No.", asked=director, on=on, at=at(on), by=iro)
    change_ladder(DEFAULT, on=on, by=practice_manager)
    proclaim()
    informal.refresh_from_db()
    second.refresh_from_db()
    assert informal.stage_due_on == date(2017, 7, 27)
    assert second.stage_due_on == date(2017, 8, 2)  # eight after 20 July, without the 26th


def test_what_is_answered_keeps_its_stages_day_and_what_is_settled_keeps_both(
    raise_concern, responding_manager, iro, proclaim
):
    answered, settled = (raise_concern(on=date(2017, 7, 19), stage=1) for _ in range(2))
    to = {"on": TODAY, "at": NOW}
    answer_dispute(answered, answer="disagrees", text="No.", by=responding_manager, **to)
    accept(settled, text="Settled by word.", by=iro, **to)
    proclaim()
    for dispute in (answered, settled):
        dispute.refresh_from_db()
        assert dispute.stage_due_on == HOLIDAY
    assert answered.total_due_on == date(2017, 8, 17)
    assert settled.total_due_on == date(2017, 8, 16)


def test_the_page_explains_the_day_the_log_replays_and_the_history_keeps_the_change(
    raise_concern, proclaim
):
    dispute = raise_concern(on=date(2017, 7, 19), stage=1)
    opened = dispute.steps.get()
    proclaim()
    dispute.refresh_from_db()
    opened.refresh_from_db()
    assert opened.stage_due_on == HOLIDAY  # as it was told then
    assert replay([opened]) == standing_of(dispute)
    stage = dispute.ladder.stages.get(number=1)
    shown = of_stage(deadlines_as_at(NOW, on=TODAY), dispute, stage)
    assert shown.sentence == "5 working days after 19 July 2017, leaving out 26 July."
    events = type(dispute).pgh_event_model.objects.filter(pgh_obj=dispute)
    days = events.order_by("pgh_id").values_list("stage_due_on", flat=True)
    assert [days.first(), days.last()] == [HOLIDAY, date(2017, 7, 27)]


def test_a_day_taken_out_moves_them_back_and_not_before_today(
    raise_concern, practice_manager, proclaim
):
    dispute = raise_concern(on=date(2017, 7, 19))
    proclaim()
    holiday = ProclaimedHoliday.objects.get()
    withdraw_holiday(holiday, at=at(HOLIDAY), by=practice_manager)
    dispute.refresh_from_db()
    assert dispute.stage_due_on == HOLIDAY


def test_the_manager_is_told_the_new_day(raise_concern, proclaim):
    raise_concern(on=date(2017, 7, 19))
    owe_notices(on=TODAY)
    proclaim()
    owe_notices(on=TODAY)
    days = Notice.objects.filter(kind="dispute_to_answer").order_by("due_on")
    assert [one.due_on for one in days] == [HOLIDAY, date(2017, 7, 27)]


def test_the_page_of_holidays_shows_what_would_move(client_for, practice_manager, raise_concern):
    raise_concern(on=date(2017, 7, 19), stage=1)
    typed = {"day_0": "26", "day_1": "7", "day_2": "2017", "name": FUNERAL}
    shown = client_for(practice_manager).post("/bank-holidays/add/", typed).content.decode()
    assert "1 dispute to answer" in shown
    assert "1 dispute to settle" in shown
