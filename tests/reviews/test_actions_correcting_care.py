"""Care entered wrongly is put right or taken out, and the planned review follows the law."""

from datetime import UTC, date, datetime

import pytest

from cohort.models import Allocation, Child, Episode, PeriodOfCare
from cohort.versions import ChangedMeanwhile, version_of
from iro_service.refusals import Refusal
from reviews.actions.correcting_care import (
    correct_episode,
    correct_period,
    take_out_episode,
    take_out_period,
)
from reviews.actions.planning import plan_review_by_episodes
from reviews.models import PlanChange, Review
from tests.factories import (
    AllocationFactory,
    EpisodeFactory,
    HeldReviewFactory,
    PeriodFactory,
)

NOW = datetime(2017, 7, 20, 11, tzinfo=UTC)  # a Thursday
pytestmark = pytest.mark.django_db


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.fixture
def cared_for(council):
    """Ella: care from 5 September 2016, an order from 3 October, placed for adoption on 6 July."""
    period = PeriodFactory(child__given_name="Ella", child__date_of_birth=day("2012-05-14"))
    ended = {"reason_ended": "X1", "period": period}
    EpisodeFactory(legal_status="V2", ended_on=day("2016-10-03"), **ended)
    EpisodeFactory(
        started_on=day("2016-10-03"), reason_new="L", ended_on=day("2017-07-06"), **ended
    )
    EpisodeFactory(
        period=period, started_on=day("2017-07-06"), reason_new="B",
        legal_status="E1", placement="A6",
    )  # fmt: skip
    for held_on in ("2016-10-03", "2017-01-03", "2017-06-30"):
        HeldReviewFactory(period=period, held_on=day(held_on), due_on=day(held_on))
    plan_review_by_episodes(period, on=day("2017-06-30"), known_on=day("2017-07-06"), by=None)
    return period


def episodes(period) -> list[tuple]:
    rows = period.episodes.order_by("started_on")
    return [(str(row.started_on), str(row.ended_on), row.legal_status) for row in rows]


def put_right(episode, *, by, **facts):
    names = ("started_on", "reason_new", "legal_status", "placement")
    known = {name: getattr(episode, name) for name in names}
    return correct_episode(
        episode, version=version_of(episode), reason="Typed wrongly", at=NOW, by=by,
        **(known | facts),
    )  # fmt: skip


def period_put_right(period, *, by, **facts):
    names = ("started_on", "began_before", "status_before", "district", "ended_on", "reason_ended")
    known = {name: getattr(period, name) for name in names}
    return correct_period(
        period, version=version_of(period), reason="Typed wrongly", at=NOW, by=by, **(known | facts)
    )


def test_the_day_an_episode_began_moves_with_the_end_of_the_one_before(cared_for, practice_manager):
    second = cared_for.episodes.order_by("started_on")[1]
    put_right(second, started_on=day("2016-10-10"), by=practice_manager)
    assert episodes(cared_for)[:2] == [
        ("2016-09-05", "2016-10-10", "V2"),
        ("2016-10-10", "2017-07-06", "C2"),
    ]
    second.refresh_from_db()
    put_right(second, started_on=day("2016-09-12"), by=practice_manager)
    assert episodes(cared_for)[0] == ("2016-09-05", "2016-09-12", "V2")


def test_a_gap_before_an_episode_is_closed_by_its_correction(cared_for, practice_manager):
    first, second, _ = cared_for.episodes.order_by("started_on")
    Episode.objects.filter(pk=first.pk).update(ended_on=day("2016-09-20"))
    put_right(second, legal_status="C1", by=practice_manager)
    assert episodes(cared_for)[0] == ("2016-09-05", "2016-10-03", "V2")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"started_on": day("2016-09-05")}, "must be after 5 September 2016"),
        ({"started_on": day("2017-07-06")}, "must be before 6 July 2017, when it ended"),
        ({"started_on": day("2017-07-21")}, "must be today or in the past"),
        ({"reason_new": "P"}, "but the legal status did too"),
        ({"reason_new": "S"}, "for the first episode only"),
    ],
)
def test_an_episode_keeps_between_its_neighbours_and_true_to_its_reason(
    cared_for, practice_manager, changes, sentence
):
    second = cared_for.episodes.order_by("started_on")[1]
    with pytest.raises(Refusal, match=sentence):
        put_right(second, by=practice_manager, **changes)


def test_a_placement_for_adoption_dated_wrongly_moves_the_planned_review(
    cared_for, practice_manager
):
    """4 weeks from 6 July are 3 August; from 13 July they are 10 August 2017."""
    last = cared_for.episodes.latest("started_on")
    _, moved = put_right(last, started_on=day("2017-07-13"), by=practice_manager)
    assert (moved.rule, str(moved.due_on)) == ("adoption_placed_first", "2017-08-10")
    change = PlanChange.objects.get(kind="replanned")
    assert (str(change.day_before), change.reason) == ("2017-08-03", "Typed wrongly")


def test_an_overdue_review_counted_from_a_slip_is_due_by_the_true_day(cared_for, practice_manager):
    """The year of the placement was typed wrongly: the review looked overdue and was not."""
    last = cared_for.episodes.latest("started_on")
    Review.objects.planned().update(due_on=day("2017-07-19"), base_on=day("2017-06-21"))
    _, moved = put_right(last, started_on=day("2017-07-13"), by=practice_manager)
    assert str(moved.due_on) == "2017-08-10"


def test_a_correction_that_the_law_does_not_ask_about_moves_no_day(cared_for, practice_manager):
    Review.objects.planned().update(due_on=day("2017-07-31"), base_on=day("2017-07-03"))
    last = cared_for.episodes.latest("started_on")
    _, moved = put_right(last, placement_postcode="WR5 2NP", by=practice_manager)
    assert moved is None
    assert Review.objects.planned().get().due_on == day("2017-07-31")


def test_an_episode_that_a_held_review_counts_from_waits_for_that_review(
    cared_for, practice_manager
):
    last = cared_for.episodes.latest("started_on")
    HeldReviewFactory(
        period=cared_for, held_on=day("2017-07-18"), due_on=day("2017-08-03"),
        rule="adoption_placed_first", base_on=day("2017-07-06"),
    )  # fmt: skip
    for deed in (
        lambda: put_right(last, started_on=day("2017-07-13"), by=practice_manager),
        lambda: take_out_episode(last, reason="Never was", at=NOW, by=practice_manager),
    ):
        with pytest.raises(Refusal, match="The review held on 18 July 2017 was due by a day that"):
            deed()
    put_right(last, placement_postcode="WR5 2NP", by=practice_manager)


def test_an_episode_that_never_was_leaves_its_days_to_the_one_before(cared_for, practice_manager):
    last = cared_for.episodes.latest("started_on")
    moved = take_out_episode(last, reason="Another child's", at=NOW, by=practice_manager)
    assert episodes(cared_for)[-1] == ("2016-10-03", "None", "C2")
    assert (moved.rule, str(moved.due_on)) == ("later_review", "2017-12-30")
    gone = Episode.pgh_event_model.objects.get(pgh_label="delete")
    assert (gone.legal_status, gone.pgh_context.metadata["reason"]) == ("E1", "Another child's")


def test_the_first_episode_stays_as_care_began_with_it(cared_for, practice_manager):
    first = cared_for.episodes.earliest("started_on")
    with pytest.raises(Refusal, match="Care began with this episode"):
        take_out_episode(first, reason="Never was", at=NOW, by=practice_manager)


def test_who_comes_second_to_an_episode_is_told(cared_for, practice_manager):
    last = cared_for.episodes.latest("started_on")
    version = version_of(last)
    Episode.objects.filter(pk=last.pk).update(need="N5")
    with pytest.raises(ChangedMeanwhile):
        correct_episode(
            last, version=version, need="N3", reason="x", at=NOW, by=practice_manager,
            reason_new="B", legal_status="E1", placement="A6",
        )  # fmt: skip


@pytest.fixture
def begun(council, iro):
    """Noah: in care from 22 June 2017, his first review planned for 20 July."""
    period = PeriodFactory(child__given_name="Noah", started_on=day("2017-06-22"))
    EpisodeFactory(period=period)
    AllocationFactory(child=period.child, iro=iro, started_on=day("2017-06-23"))
    plan_review_by_episodes(period, on=period.started_on, by=None)
    return period


def test_the_first_review_counts_from_the_day_care_truly_began(begun, practice_manager):
    """20 working days from 29 June 2017 end on 27 July."""
    _, moved = period_put_right(begun, started_on=day("2017-06-29"), by=practice_manager)
    assert (moved.rule, str(moved.due_on)) == ("first_review", "2017-07-27")
    assert str(begun.episodes.get().started_on) == "2017-06-29"
    begun.refresh_from_db()
    period_put_right(begun, started_on=day("2017-06-01"), by=practice_manager)
    assert str(begun.episodes.get().started_on) == "2017-06-01"


@pytest.mark.parametrize(
    ("began", "sentence"),
    [
        ("2017-07-21", "must be today or in the past"),
        ("2008-05-13", "cannot be before the date of birth"),
        ("2016-02-29", "cannot be before 1 March 2016, when the period of care before it ended"),
    ],
)
def test_care_begins_after_birth_and_after_the_care_before(
    begun, practice_manager, began, sentence
):
    PeriodFactory(child=begun.child, started_on=day("2016-01-04"), ended_on=day("2016-03-01"))
    with pytest.raises(Refusal, match=sentence):
        period_put_right(begun, started_on=day(began), by=practice_manager)


def test_a_held_first_review_keeps_the_day_care_began(begun, practice_manager):
    Review.objects.all().delete()
    HeldReviewFactory(period=begun, held_on=day("2017-07-10"), due_on=day("2017-07-20"))
    with pytest.raises(Refusal, match="counts from the day care began"):
        period_put_right(begun, started_on=day("2017-06-21"), by=practice_manager)
    period_put_right(begun, status_before="CP", by=practice_manager)


@pytest.fixture
def left(begun, iro):
    """Noah left care on 10 July, and so did his IRO's part; his planned review was cancelled."""
    begun.episodes.update(ended_on=day("2017-07-10"), reason_ended="E4a")
    PeriodOfCare.objects.update(ended_on=day("2017-07-10"), reason_ended="E4a")
    Allocation.objects.update(ended_on=day("2017-07-10"))
    Review.objects.all().delete()
    begun.refresh_from_db()
    return begun


def test_care_that_had_not_ended_goes_on_with_its_iro_and_a_planned_review(left, practice_manager):
    open_again = {"ended_on": None, "reason_ended": None}
    _, planned = period_put_right(left, by=practice_manager, **open_again)
    assert str(planned.due_on) == "2017-07-20"
    assert left.episodes.get().ended_on is None
    assert Allocation.objects.get().ended_on is None


@pytest.mark.parametrize("ended", ["2017-07-03", "2017-07-14"])
def test_the_day_care_ended_moves_its_episode_and_the_iros_part(left, practice_manager, ended):
    period_put_right(left, ended_on=day(ended), reason_ended="E4b", by=practice_manager)
    episode = left.episodes.get()
    assert (str(episode.ended_on), episode.reason_ended) == (ended, "E4b")
    assert str(Allocation.objects.get().ended_on) == ended


def test_care_ends_before_the_next_begins(left, practice_manager):
    EpisodeFactory(period__child=left.child, period__started_on=day("2017-07-12"))
    with pytest.raises(Refusal, match="cannot be after 12 July 2017, when the next period"):
        period_put_right(left, ended_on=day("2017-07-13"), by=practice_manager)
    with pytest.raises(Refusal, match="Another period of care began on 12 July 2017"):
        period_put_right(left, ended_on=None, reason_ended=None, by=practice_manager)


def test_a_period_that_never_was_goes_with_its_untouched_review(begun, practice_manager):
    take_out_period(begun, reason="Another child's", at=NOW, by=practice_manager)
    assert not PeriodOfCare.objects.exists()
    assert not Review.objects.exists()
    assert Child.objects.get().given_name == "Noah"
    assert str(Allocation.objects.get().ended_on) == "2017-06-23"


@pytest.mark.parametrize(
    ("booked_for", "sentence"),
    [(NOW, "is being prepared already"), (None, "A review was held in it, on 10 July 2017")],
)
def test_a_period_with_work_on_its_reviews_stays(begun, practice_manager, booked_for, sentence):
    if booked_for:
        Review.objects.update(booked_for=booked_for)
    else:
        HeldReviewFactory(period=begun, held_on=day("2017-07-10"), due_on=day("2017-07-20"))
    with pytest.raises(Refusal, match=sentence):
        take_out_period(begun, reason="Never was", at=NOW, by=practice_manager)


def test_only_managers_correct_a_childs_care(begun, iro):
    episode = begun.episodes.get()
    for deed in (
        lambda: put_right(episode, by=iro),
        lambda: period_put_right(begun, by=iro),
        lambda: take_out_episode(episode, reason="x", at=NOW, by=iro),
        lambda: take_out_period(begun, reason="x", at=NOW, by=iro),
    ):
        with pytest.raises(Refusal, match="Only a manager"):
            deed()
