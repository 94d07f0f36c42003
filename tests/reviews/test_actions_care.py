"""What happens in a child's care, and what follows for the planned review."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from cohort.models import PeriodOfCare
from iro_service.refusals import Refusal
from reviews.actions.care import (
    change_care,
    end_care,
)
from reviews.actions.outcome import submit_outcome_form
from reviews.actions.planning import plan_review_by_episodes
from reviews.models import Adjournment, PlanChange, Review
from tests.factories import (
    AllocationFactory,
    CaseHoldingFactory,
    EpisodeFactory,
    HeldReviewFactory,
    OutcomeFormFactory,
    PeriodFactory,
)

NOW = datetime(2017, 7, 20, 11, 0, tzinfo=UTC)  # a Thursday
TODAY = NOW.date()


def day(text: str) -> date:
    return date.fromisoformat(text)


def moved(period, started_on, reason_new, legal_status, placement, *, by, at=NOW):
    """Begin an episode; the review whose day moved with it, if one did."""
    _, review = change_care(
        period, started_on=day(started_on), reason_new=reason_new, legal_status=legal_status,
        need="N1", placement=placement, provider="PR1", at=at, by=by,
    )  # fmt: skip
    return review


def in_care(*, since, held=(), legal_status="C2", placement="U6"):
    """A child in care, with the reviews held, and the next one planned by the law."""
    period = PeriodFactory(started_on=day(since))
    EpisodeFactory(period=period, legal_status=legal_status, placement=placement)
    for held_on in held:
        HeldReviewFactory(period=period, held_on=day(held_on), due_on=day(held_on))
    on = day(held[-1]) if held else period.started_on
    return period, plan_review_by_episodes(period, on=on, by=None)


# Since when in care, reviews held, the new episode (day, reason, status, placement), and the
# planned review before and after: rule, due day. All counted by hand.
CHANGES = [
    # Placed for adoption: 4 weeks from the placement, later than the day before ...
    (
        ("2016-09-05", ["2016-10-03", "2017-01-03", "2017-01-24"]),
        ("2017-07-06", "B", "E1", "A6"),
        ("later_review", "2017-07-24"),
        ("adoption_placed_first", "2017-08-03"),
    ),
    # ... or sooner.
    (
        ("2016-09-05", ["2016-10-03", "2017-01-03", "2017-06-30"]),
        ("2017-07-06", "B", "E1", "A6"),
        ("later_review", "2017-12-30"),
        ("adoption_placed_first", "2017-08-03"),
    ),
    # Authorised: 3 months from the authority; from 30 June to 30 September.
    (
        ("2016-09-05", ["2016-10-03", "2017-01-03", "2017-05-02"]),
        ("2017-06-30", "L", "E1", "U6"),
        ("later_review", "2017-11-02"),
        ("adoption_authorised_first", "2017-09-30"),
    ),
    # A move under an ordinary order: nothing.
    (
        ("2016-09-05", ["2016-10-03", "2017-01-03", "2017-05-02"]),
        ("2017-06-30", "P", "C2", "K2"),
        ("later_review", "2017-11-02"),
        None,
    ),
    # From an interim to a full order: nothing.
    (
        ("2017-06-26", []),
        ("2017-07-10", "L", "C1", "U6"),
        ("first_review", "2017-07-24"),
        None,
    ),
]


@pytest.mark.parametrize(("life", "episode", "before", "after"), CHANGES)
def test_a_change_of_regime_plans_anew(practice_manager, life, episode, before, after):
    since, held = life
    period, planned = in_care(since=since, held=held)
    assert (planned.rule, planned.due_on) == (before[0], day(before[1]))
    review = moved(period, *episode, by=practice_manager)
    planned.refresh_from_db()
    if after is None:
        assert review is None
        assert (planned.rule, planned.due_on) == (before[0], day(before[1]))
        assert not PlanChange.objects.exists()
        return
    assert review == planned
    assert (planned.rule, planned.due_on, planned.base_on) == (
        after[0],
        day(after[1]),
        day(episode[0]),
    )
    change = PlanChange.objects.get()
    assert (change.kind, change.asked_by) == ("replanned", "law")
    assert (change.day_before, change.day_after) == (day(before[1]), day(after[1]))
    assert change.by == practice_manager


def test_short_breaks_that_become_full_care_start_the_20_working_days(practice_manager):
    # 3 months from 1 May; then 20 working days from Monday 3 July: Monday 31 July.
    period, planned = in_care(since="2017-05-01", legal_status="V3")
    assert (planned.rule, planned.due_on) == ("short_breaks_first", day("2017-08-01"))
    review = moved(period, "2017-07-03", "L", "C1", "U6", by=practice_manager)
    assert (review.rule, review.due_on) == ("first_review", day("2017-07-31"))


def test_a_placement_that_breaks_down_goes_back_to_the_authoritys_clock(practice_manager):
    period, _ = in_care(since="2016-09-05", held=["2016-10-03", "2017-01-03"])
    moved(period, "2017-05-02", "L", "E1", "U6", by=practice_manager, at=NOW - timedelta(70))
    moved(period, "2017-07-06", "P", "E1", "A6", by=practice_manager, at=NOW - timedelta(10))
    assert Review.objects.planned().get().due_on == day("2017-08-03")
    review = moved(period, "2017-07-18", "P", "E1", "U6", by=practice_manager)
    # 3 months from the authority of 2 May.
    assert (review.rule, review.due_on) == ("adoption_authorised_first", day("2017-08-02"))


@pytest.mark.parametrize(
    ("since", "due_on", "is_moved"),
    [
        ("2017-06-21", "2017-07-19", False),  # overdue since yesterday
        ("2017-06-22", "2017-07-20", True),  # its last lawful day is today
    ],
)
def test_no_change_makes_an_overdue_review_timely(practice_manager, since, due_on, is_moved):
    period, planned = in_care(since=since)
    assert planned.due_on == day(due_on)
    review = moved(period, "2017-07-11", "B", "E1", "A6", by=practice_manager)
    planned.refresh_from_db()
    assert bool(review) == is_moved
    assert planned.due_on == (day("2017-08-08") if is_moved else day(due_on))


def test_an_adjourned_review_is_finished_under_the_rules_it_was_begun_under(practice_manager, iro):
    period, planned = in_care(since="2016-09-05", held=["2016-10-03", "2017-01-03", "2017-01-24"])
    Adjournment.objects.create(
        review=planned, adjourned_on=day("2017-07-04"), resume_by=day("2017-08-01"),
        reason="The school was not there.", by=iro,
    )  # fmt: skip
    assert moved(period, "2017-07-06", "B", "E1", "A6", by=practice_manager) is None


def test_a_review_whose_form_is_owed_is_finished_and_the_next_one_follows_the_change(
    practice_manager, iro
):
    period, planned = in_care(since="2016-09-05", held=["2016-10-03", "2017-01-03", "2017-01-24"])
    booked = datetime(2017, 7, 18, 9, tzinfo=UTC)
    Review.objects.filter(pk=planned.pk).update(booked_for=booked)
    OutcomeFormFactory(review=planned, due_at=booked + timedelta(1), submitted_at=None)
    assert moved(period, "2017-07-19", "B", "E1", "A6", by=practice_manager) is None
    planned.refresh_from_db()
    submit_outcome_form(
        planned, held_at=booked, method="in_person", participation_code="PN1", attendees=[],
        others_attending="", seen_alone=True, not_alone_reason="", late_reason="",
        late_detail="", decisions=[], next_steps="", at=NOW, by=iro,
    )  # fmt: skip
    following = Review.objects.planned().get()
    assert (following.rule, following.base_on, following.due_on) == (
        "adoption_placed_first",
        day("2017-07-19"),
        day("2017-08-16"),
    )


@pytest.mark.parametrize(
    ("episode", "sentence"),
    [
        (("2017-07-21", "P", "C2", "K2"), "must be today or in the past"),
        (("2017-06-21", "P", "C2", "K2"), "cannot be before Ella came into care on 22 June 2017"),
        (("2017-06-22", "P", "C2", "K2"), "must be after 22 June 2017"),
        (("2017-07-03", "S", "C2", "K2"), "for the first episode only"),
        (("2017-07-03", "P", "E1", "K2"), "but the legal status did too"),
        (("2017-07-03", "L", "C2", "U6"), "but it is the same as before"),
        (("2017-07-03", "L", "E1", "A5"), "but the placement did too"),
        (("2017-07-03", "B", "C2", "K2"), "but it is the same as before"),
    ],
)
def test_an_episode_that_cannot_be_is_refused_and_nothing_changes(
    period, practice_manager, episode, sentence
):
    with pytest.raises(Refusal, match=sentence):
        moved(period, *episode, by=practice_manager)
    assert period.episodes.get().ended_on is None


def test_the_episode_before_ends_with_x1(period, practice_manager):
    moved(period, "2017-07-03", "P", "C2", "K2", by=practice_manager)
    now, before = period.episodes.all()
    assert (before.ended_on, before.reason_ended) == (day("2017-07-03"), "X1")
    assert (now.started_on, now.ended_on, now.placement) == (day("2017-07-03"), None, "K2")


def test_only_a_manager_changes_care(period, planned, iro):
    with pytest.raises(Refusal, match="Only a manager"):
        moved(period, "2017-07-03", "P", "C2", "K2", by=iro)
    with pytest.raises(Refusal, match="Only a manager"):
        end_care(period, ended_on=TODAY, reason="E4a", at=NOW, by=iro)


def test_the_end_of_care_ends_all_that_belongs_to_it(period, planned, practice_manager):
    CaseHoldingFactory(child=period.child, started_on=day("2017-06-23"))
    end_care(period, ended_on=day("2017-07-14"), reason="E4a", at=NOW, by=practice_manager)
    period.refresh_from_db()
    assert (period.ended_on, period.reason_ended) == (day("2017-07-14"), "E4a")
    episode = period.episodes.get()
    assert (episode.ended_on, episode.reason_ended) == (day("2017-07-14"), "E4a")
    assert period.child.allocations.get().ended_on == day("2017-07-14")
    assert period.child.case_holdings.get().ended_on == day("2017-07-14")
    planned.refresh_from_db()
    assert planned.cancelled_on == TODAY
    assert planned.cancelled_reason == "No longer looked after"
    assert planned.due_on == day("2017-07-20")  # as it was
    assert not Review.objects.planned().exists()
    assert PlanChange.objects.get().kind == "cancelled"


def test_an_iro_allocated_after_the_child_had_left_was_theirs_for_no_day(
    period, practice_manager, iro
):
    AllocationFactory(child=period.child, iro=iro, started_on=day("2017-07-19"))
    end_care(period, ended_on=day("2017-07-14"), reason="E4a", at=NOW, by=practice_manager)
    assert period.child.allocations.get().ended_on == day("2017-07-19")


@pytest.mark.parametrize(
    ("ended_on", "sentence"),
    [
        ("2017-07-21", "must be today or in the past"),
        ("2017-06-21", "before it began on 22 June 2017"),
        ("2017-07-02", "before 3 July 2017, when the last episode began"),
        ("2017-07-09", "before 10 July 2017, when a review was held"),
    ],
)
def test_care_cannot_end_on_such_a_day(period, practice_manager, ended_on, sentence):
    moved(period, "2017-07-03", "P", "C2", "K2", by=practice_manager)
    HeldReviewFactory(period=period, held_on=day("2017-07-10"))
    with pytest.raises(Refusal, match=sentence):
        end_care(period, ended_on=day(ended_on), reason="E4a", at=NOW, by=practice_manager)
    assert PeriodOfCare.objects.get(pk=period.pk).ended_on is None


def test_care_does_not_end_over_a_form_that_is_owed(period, planned, practice_manager):
    booked = datetime.combine(day("2017-07-12"), time(9), tzinfo=UTC)
    Review.objects.filter(pk=planned.pk).update(booked_for=booked)
    with pytest.raises(Refusal, match="booked for 12 July 2017 and its outcome form is still"):
        end_care(period, ended_on=day("2017-07-14"), reason="E4a", at=NOW, by=practice_manager)
    # Had the child left before that day, the review cannot have been.
    end_care(period, ended_on=day("2017-07-11"), reason="E4a", at=NOW, by=practice_manager)
    assert not Review.objects.planned().exists()
