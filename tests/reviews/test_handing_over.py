"""Children change their IRO; when an IRO leaves, nothing is left without one."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from cohort.models import Allocation, Cover
from iro_service.refusals import Refusal
from reviews.actions.handing_over import let_go, move_children
from reviews.leaving import leaving
from reviews.models import Meeting, Review
from tests.cohort.kept import held_by
from tests.factories import (
    AllocationFactory,
    CoverFactory,
    HeldReviewFactory,
    IROPostFactory,
    RecordFactory,
    ReviewFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
TODAY, FRIDAY = date(2017, 7, 20), date(2017, 7, 28)
AFTER = date(2017, 7, 29)
SOON, LATER = datetime(2017, 7, 25, 9, tzinfo=UTC), datetime(2017, 8, 2, 9, tzinfo=UTC)


def booked(child, chair, when=LATER, **fields):
    """A review of the child booked with a chair."""
    return ReviewFactory(
        period=child.periods.get(), base_on=date(2017, 2, 1), due_on=date(2017, 8, 1),
        booked_for=when, chair=chair, **fields,
    )  # fmt: skip


def chair(review):
    """Who chairs it now."""
    return Review.objects.get(pk=review.pk).chair


def iros_on(day):
    """The IRO of each child on the day."""
    return dict(Allocation.objects.in_force(on=day).values_list("child", "iro"))


@pytest.fixture
def move(practice_manager):
    """Move children as the practice manager."""

    def to(iro, *children, on=TODAY):
        return move_children(
            dict.fromkeys(children, iro), reason="Evened out", on=on, by=practice_manager
        )

    return to


@pytest.fixture
def leave(iro, practice_manager):
    """Let the IRO go on Friday 28 July as the practice manager."""

    def go(to, last_day=FRIDAY):
        return let_go(
            iro, last_day=last_day, to=to, reason="Left", on=TODAY, by=practice_manager
        )  # fmt: skip

    return go


def test_what_is_booked_goes_with_the_child_from_that_day_on(iro, other_iro, move):
    one, other = held_by(iro, 2)
    before, after = booked(one, iro, when=SOON), booked(other, iro)
    handed = move(other_iro, one, other, on=date(2017, 8, 1))
    assert (handed.children, handed.reviews) == (2, 1)
    assert (chair(before), chair(after)) == (iro, other_iro)


def test_whoever_else_was_to_chair_still_does(iro, other_iro, move):
    (child,) = held_by(iro)
    third = UserFactory()
    review = booked(child, third)
    assert move(other_iro, child).reviews == 0
    assert chair(review) == third


def test_a_meeting_with_a_child_who_stays_keeps_its_chair(iro, other_iro, move):
    goes, stays = held_by(iro, 2)
    meeting = Meeting.objects.create(booked_for=LATER, place="Home", chair=iro)
    review = booked(goes, iro, meeting=meeting)
    booked(stays, iro, meeting=meeting)
    assert move(other_iro, goes).left == 1
    assert chair(review) == iro
    assert iros_on(TODAY) == {goes.pk: other_iro.pk, stays.pk: iro.pk}


def test_a_meeting_of_all_who_move_gets_the_new_chair(iro, other_iro, move):
    children = held_by(iro, 2)
    meeting = Meeting.objects.create(booked_for=LATER, place="Home", chair=iro)
    reviews = [booked(child, iro, meeting=meeting) for child in children]
    move(other_iro, *children)
    meeting.refresh_from_db()
    assert {meeting.chair, *map(chair, reviews)} == {other_iro}


def test_nobody_selected_is_refused(other_iro, move):
    with pytest.raises(Refusal, match="Select the children"):
        move(other_iro)


def test_who_leaves_leaves_nothing_without_an_iro(iro, other_iro, leave):
    post = IROPostFactory(iro=iro)
    one, other = held_by(iro, 2)
    short_break = held_by(iro, 1, legal_status="V3")[0]
    review = booked(one, iro)
    third = UserFactory()
    handed = leave({one: other_iro, other: third, short_break: third})
    assert (handed.children, handed.reviews) == (3, 1)
    assert set(iros_on(FRIDAY).values()) == {iro.pk}
    assert iros_on(AFTER) == {one.pk: other_iro.pk, other.pk: third.pk, short_break.pk: third.pk}
    assert chair(review) == other_iro
    post.refresh_from_db()
    assert post.ended_on == AFTER


def test_who_leaves_is_not_let_go_while_a_child_has_nobody_else(iro, other_iro, leave):
    one, other = held_by(iro, 2)
    with pytest.raises(Refusal, match=f"Select another IRO for {other}"):
        leave({one: other_iro})
    with pytest.raises(Refusal, match=f"Select another IRO for {other}"):
        leave({one: other_iro, other: iro})
    assert iros_on(AFTER) == {one.pk: iro.pk, other.pk: iro.pk}


def test_children_promised_to_who_leaves_are_placed_too(iro, other_iro, leave):
    (child,) = held_by(other_iro)
    child.allocations.update(ended_on=date(2017, 9, 1))
    AllocationFactory(child=child, iro=iro, started_on=date(2017, 9, 1))
    third = UserFactory()
    with pytest.raises(Refusal, match="Select another IRO"):
        leave({})
    leave({child: third})
    assert iros_on(date(2017, 9, 1)) == {child.pk: third.pk}


def test_a_change_planned_after_the_last_day_stands(iro, other_iro, leave):
    (child,) = held_by(iro)
    child.allocations.update(ended_on=date(2017, 9, 1))
    AllocationFactory(child=child, iro=other_iro, started_on=date(2017, 9, 1))
    third = UserFactory()
    leave({child: third})
    assert iros_on(AFTER) == {child.pk: third.pk}
    assert iros_on(date(2017, 9, 1)) == {child.pk: other_iro.pk}


def test_another_iros_child_whom_they_were_to_chair_for_gets_their_own_iro(iro, other_iro, leave):
    (child,) = held_by(other_iro)
    review = booked(child, iro)
    leave({})
    assert chair(review) == other_iro


def test_who_covers_for_another_first_finds_somebody_who_does(iro, other_iro, leave):
    cover = CoverFactory(away=other_iro, covered_by=iro, ended_on=date(2017, 8, 10))
    with pytest.raises(Refusal, match=f"covers for {other_iro} until 10 August 2017"):
        leave({})
    Cover.objects.filter(pk=cover.pk).update(ended_on=AFTER)
    leave({})


def test_leave_of_who_is_gone_ends_with_them(iro, leave):
    CoverFactory(away=iro, started_on=date(2017, 7, 24), ended_on=date(2017, 8, 10))
    CoverFactory(away=iro, started_on=date(2017, 9, 1), ended_on=date(2017, 9, 10))
    leave({})
    assert [c.ended_on for c in Cover.objects.order_by("started_on")] == [AFTER, date(2017, 9, 1)]


def test_the_last_day_is_not_in_the_past(leave):
    with pytest.raises(Refusal, match="must be today or later"):
        leave({}, last_day=date(2017, 7, 19))


def test_only_a_manager_lets_somebody_go(iro, other_iro):
    with pytest.raises(Refusal, match="Only a manager"):
        let_go(other_iro, last_day=FRIDAY, to={}, reason="", on=TODAY, by=iro)


def test_what_is_still_to_be_done_by_the_last_day_is_counted(iro):
    IROPostFactory(iro=iro, full_time_equivalent=Decimal("0.5"))
    (child,) = held_by(iro)
    held = HeldReviewFactory(
        period=child.periods.get(), held_on=date(2017, 7, 3), chair=iro,
        base_on=date(2017, 2, 1), due_on=date(2017, 8, 1),
    )  # fmt: skip
    RecordFactory(review=held)
    found = leaving(iro, last_day=FRIDAY, on=TODAY)
    assert [(owed.number, owed.nouns, owed.words) for owed in found.owed] == [
        (1, "record", "of discussion to write")
    ]
    assert found.owed[0].href == f"/reviews/?state=record_outstanding&iro={iro.pk}"
