"""A dispute to answer, in silence, answered, past its total: who is told on which day."""

from datetime import date

import pytest

from accounts.models import Role
from disputes.actions.answering import Promise, answer_dispute, finish_action, hold_meeting
from disputes.actions.climbing import escalate
from disputes.actions.closing import accept, close
from disputes.models import AgreedAction
from reviews.actions.notices import owe_notices
from reviews.models import Notice
from tests.disputes.conftest import at
from tests.factories import AllocationFactory, CoverFactory, UserFactory

pytestmark = pytest.mark.django_db
MONDAY, WEDNESDAY, NEXT_MONDAY = date(2017, 7, 3), date(2017, 7, 5), date(2017, 7, 10)
SILENT = "overdue silent silent_manager"

# The day it was raised, at which stage, the day, and what is owed then.
DAYS = [
    # Raised on a Monday: to be answered by Monday 10 July, to be settled by Monday 31 July.
    ("2017-07-03", 1, "2017-07-03", "to_answer"),
    ("2017-07-03", 1, "2017-07-07", "to_answer"),
    ("2017-07-03", 1, "2017-07-08", ""),
    ("2017-07-03", 1, "2017-07-09", ""),
    ("2017-07-03", 1, "2017-07-10", "due"),
    ("2017-07-03", 1, "2017-07-11", SILENT),
    ("2017-07-03", 1, "2017-07-21", SILENT),
    ("2017-07-03", 1, "2017-07-24", f"{SILENT} total_due"),
    ("2017-07-03", 1, "2017-07-31", f"{SILENT} total_due"),
    ("2017-07-03", 1, "2017-08-01", f"{SILENT} total_manager total_overdue"),
    # An informal one has no total.
    ("2017-07-03", 0, "2017-07-03", "to_answer"),
    ("2017-07-03", 0, "2017-08-01", SILENT),
    # Raised on a Saturday: told on Monday.
    ("2017-06-10", 0, "2017-06-10", ""),
    ("2017-06-10", 0, "2017-06-12", "to_answer"),
    ("2017-06-10", 0, "2017-06-16", "due"),
    # Raised on Thursday 22 December 2016: to be answered by 3 January, settled by 24 January.
    ("2016-12-22", 1, "2016-12-22", "to_answer"),
    ("2016-12-22", 1, "2016-12-26", ""),
    ("2016-12-22", 1, "2016-12-30", "to_answer"),
    ("2016-12-22", 1, "2017-01-02", ""),
    ("2016-12-22", 1, "2017-01-03", "due"),
    ("2016-12-22", 1, "2017-01-04", SILENT),
    ("2016-12-22", 1, "2017-01-16", SILENT),
    ("2016-12-22", 1, "2017-01-17", f"{SILENT} total_due"),
    ("2016-12-22", 1, "2017-01-25", f"{SILENT} total_manager total_overdue"),
    # Raised on Monday 10 April 2017, the week of Good Friday: 19 April and 11 May.
    ("2017-04-10", 1, "2017-04-13", "to_answer"),
    ("2017-04-10", 1, "2017-04-14", ""),
    ("2017-04-10", 1, "2017-04-17", ""),
    ("2017-04-10", 1, "2017-04-18", "to_answer"),
    ("2017-04-10", 1, "2017-04-19", "due"),
    ("2017-04-10", 1, "2017-04-20", SILENT),
    ("2017-04-10", 1, "2017-05-03", SILENT),
    ("2017-04-10", 1, "2017-05-04", f"{SILENT} total_due"),
    ("2017-04-10", 1, "2017-05-12", f"{SILENT} total_manager total_overdue"),
]


def owed(on) -> str:
    """The kinds owed once the day is looked at, without the word they share."""
    owe_notices(on=on)
    kinds = Notice.objects.order_by("kind").values_list("kind", flat=True)
    return " ".join(kind.removeprefix("dispute_") for kind in kinds)


def to_whom() -> dict:
    """Each kind owed with the person it is owed to."""
    return {one.kind.removeprefix("dispute_"): one.to for one in Notice.objects.all()}


@pytest.fixture
def put_by(iro):
    """The keywords of what an IRO, or another, does on a day."""
    return lambda on, by=iro: {"on": on, "at": at(on), "by": by}


@pytest.mark.parametrize(("raised", "stage", "on", "kinds"), DAYS)
def test_silence_is_chased_on_its_days(raise_concern, practice_manager, raised, stage, on, kinds):
    raise_concern(on=date.fromisoformat(raised), stage=stage)
    assert owed(date.fromisoformat(on)) == kinds


def test_each_is_told_their_own_part(
    raise_concern, iro, responding_manager, practice_manager, group_manager, other_iro
):
    dispute = raise_concern(on=MONDAY, stage=1)
    for day in (MONDAY, NEXT_MONDAY, date(2017, 7, 11), date(2017, 7, 24), date(2017, 8, 1)):
        owe_notices(on=day)
    assert to_whom() == {
        "to_answer": responding_manager,
        "due": responding_manager,
        "overdue": responding_manager,
        "silent": iro,
        "silent_manager": practice_manager,
        "total_due": iro,
        "total_overdue": iro,
        "total_manager": practice_manager,
    }
    due = {one.kind: one.due_on for one in Notice.objects.all()}
    assert due["dispute_silent"] == dispute.stage_due_on == NEXT_MONDAY
    assert due["dispute_total_manager"] == dispute.total_due_on == date(2017, 7, 31)


class TestWhereNobodyIsAsked:
    @pytest.mark.parametrize(
        ("on", "kinds"),
        [
            (MONDAY, "to_nobody"),
            (NEXT_MONDAY, "to_nobody"),
            (date(2017, 7, 11), "silent silent_manager"),
        ],
    )
    def test_the_iro_is_chased_instead(self, raise_concern, iro, practice_manager, on, kinds):
        assert raise_concern(on=MONDAY, stage=1, team=None, worker=None).asked is None
        assert owed(on) == kinds
        assert to_whom()[kinds.split()[0]] == iro

    def test_a_manager_who_left_is_nobody(self, raise_concern, iro, responding_manager):
        raise_concern(on=MONDAY)
        type(responding_manager).objects.filter(pk=responding_manager.pk).update(is_active=False)
        assert owed(MONDAY) == "to_nobody"

    def test_of_a_child_without_an_iro_the_practice_manager_is_told_once(
        self, raise_concern, iro, practice_manager
    ):
        raise_concern(on=MONDAY)
        iro.allocations.all().delete()
        assert owed(date(2017, 7, 11)) == "overdue silent"
        assert to_whom()["silent"] == practice_manager


class TestTheIrosTurn:
    def test_whoever_covers_is_told(self, raise_concern, iro, other_iro, practice_manager):
        raise_concern(on=MONDAY)
        CoverFactory(away=iro, covered_by=other_iro, started_on=MONDAY)
        owe_notices(on=date(2017, 7, 11))
        assert to_whom()["silent"] == other_iro

    def test_a_child_given_to_another_iro_is_chased_with_them(
        self, raise_concern, child, iro, other_iro, practice_manager
    ):
        raise_concern(on=MONDAY)
        iro.allocations.update(ended_on=WEDNESDAY)
        AllocationFactory(child=child, iro=other_iro, started_on=WEDNESDAY)
        owe_notices(on=date(2017, 7, 11))
        assert to_whom()["silent"] == other_iro

    @pytest.mark.parametrize(
        ("answer", "kind"), [("disagrees", "answered"), ("meeting", "meeting")]
    )
    def test_an_answer_is_told_since_the_day_it_came(
        self, raise_concern, iro, responding_manager, practice_manager, put_by, answer, kind
    ):
        dispute = raise_concern(on=MONDAY)
        answer_dispute(dispute, answer=answer, text="No.", **put_by(WEDNESDAY, responding_manager))
        assert owed(date(2017, 7, 20)) == kind  # silence is over, though the day is past
        notice = Notice.objects.get()
        assert (notice.to, notice.due_on, notice.day_words) == (iro, WEDNESDAY, "since")

    def test_who_wrote_it_down_themselves_is_not_told(self, raise_concern, put_by):
        answer_dispute(raise_concern(on=MONDAY), answer="disagrees", text="No.", **put_by(MONDAY))
        assert owed(MONDAY) == ""

    def test_after_the_meeting_the_manager_is_asked_again_by_the_same_day(
        self, raise_concern, responding_manager, practice_manager, put_by
    ):
        dispute = raise_concern(on=MONDAY)
        owe_notices(on=MONDAY)
        asks = put_by(MONDAY, responding_manager)
        answer_dispute(dispute, answer="meeting", text="To talk.", **asks)
        dispute.refresh_from_db()
        hold_meeting(dispute, text="They talked.", **put_by(WEDNESDAY))
        assert owed(WEDNESDAY) == "to_answer to_answer"
        assert len({notice.step for notice in Notice.objects.all()}) == 2


class TestClimbing:
    def test_two_managers_asked_on_one_day_are_both_told(
        self, raise_concern, responding_manager, director, put_by
    ):
        """Both have the same last day: what is owed once is owed for each turn."""
        dispute = raise_concern(on=MONDAY)
        owe_notices(on=MONDAY)
        escalate(dispute, stage=1, text="It cannot wait.", asked=director, **put_by(MONDAY))
        assert owed(MONDAY) == "to_answer to_answer"
        assert {one.to for one in Notice.objects.all()} == {responding_manager, director}
        assert {one.due_on for one in Notice.objects.all()} == {NEXT_MONDAY}

    def test_the_total_is_told_once_however_far_it_climbs(
        self, raise_concern, practice_manager, director, put_by
    ):
        dispute = raise_concern(on=MONDAY, stage=1)
        owe_notices(on=date(2017, 8, 1))
        escalate(dispute, stage=2, text="No.", asked=director, **put_by(date(2017, 8, 1)))
        owe_notices(on=date(2017, 8, 2))
        totals = Notice.objects.filter(kind__startswith="dispute_total")
        assert sorted(one.kind for one in totals) == [
            "dispute_total_manager",
            "dispute_total_overdue",
        ]


class TestAgreedActions:
    @pytest.fixture
    def agreed(self, raise_concern, put_by):
        """Agreed and accepted, with two actions by Friday 14 July and one by 21 July."""
        dispute = raise_concern(on=MONDAY)
        days = (date(2017, 7, 14), date(2017, 7, 14), date(2017, 7, 21))
        promises = [Promise("A plan.", "The team", day) for day in days]
        answer_dispute(dispute, answer="agrees", promises=promises, **put_by(MONDAY))
        dispute.refresh_from_db()
        accept(dispute, **put_by(WEDNESDAY))
        dispute.refresh_from_db()
        return dispute

    @pytest.mark.parametrize(
        ("on", "kinds"),
        [
            (date(2017, 7, 14), ""),
            (date(2017, 7, 17), "action_overdue"),
            (date(2017, 7, 21), "action_overdue"),
            (date(2017, 7, 24), "action_overdue action_overdue"),
        ],
    )
    def test_those_of_one_day_are_one_notice_once_it_is_past(self, agreed, iro, on, kinds):
        assert owed(on) == kinds
        assert {one.to for one in Notice.objects.all()} <= {iro}

    def test_they_are_followed_up_after_it_is_closed(self, agreed, put_by):
        close(agreed, outcome="upheld", what_changed="A plan.", **put_by(date(2017, 7, 12)))
        assert owed(date(2017, 7, 17)) == "action_overdue"

    def test_what_is_done_is_chased_no_more(self, agreed, put_by):
        for action in AgreedAction.objects.filter(by_when=date(2017, 7, 14)):
            finish_action(action, **put_by(date(2017, 7, 13)))
        assert owed(date(2017, 7, 21)) == ""


@pytest.mark.parametrize("deed", ["accepted", "closed"])
def test_nothing_is_owed_once_it_is_settled(raise_concern, practice_manager, put_by, deed):
    dispute = raise_concern(on=MONDAY, stage=1)
    if deed == "accepted":
        accept(dispute, text="Settled by word.", **put_by(WEDNESDAY))
    else:
        close(dispute, outcome="withdrawn", what_changed="Nothing.", **put_by(WEDNESDAY))
    assert owed(date(2017, 8, 1)) == ""


def test_owing_asks_no_more_for_many_than_for_one(
    raise_concern, practice_manager, django_assert_max_num_queries
):
    raise_concern(on=MONDAY, stage=1)
    with django_assert_max_num_queries(100) as one:
        owe_notices(on=date(2017, 7, 11))
    for _ in range(5):
        raise_concern(on=MONDAY, stage=1)
    with django_assert_max_num_queries(len(one)):
        owe_notices(on=date(2017, 7, 11))
    assert Notice.objects.count() == 18


def test_only_one_practice_manager_is_told(raise_concern, practice_manager):
    UserFactory(role=Role.PRACTICE_MANAGER)
    raise_concern(on=MONDAY)
    owe_notices(on=date(2017, 7, 11))
    assert to_whom()["silent_manager"] == practice_manager
