"""A look half-way between two reviews, and footprints."""

from datetime import UTC, date, datetime

import pytest

from iro_service.refusals import Refusal
from reviews.actions.oversight import do_midway_check, log_footprint, owe_midway_check
from reviews.actions.planning import plan_review
from reviews.models import Footprint, MidwayCheck
from reviews.oversight import row_of, since, with_last_footprint, without_footprint
from tests.factories import FootprintFactory, MidwayCheckFactory
from tests.reviews.cases import child_of, review_due, review_held

TODAY = date(2017, 7, 20)
pytestmark = pytest.mark.usefixtures("council")


@pytest.mark.parametrize(
    ("held_on", "due_on", "half_way"),
    [
        (date(2017, 1, 10), date(2017, 7, 10), date(2017, 4, 10)),  # 181 days: the earlier middle
        (date(2017, 7, 3), date(2017, 10, 3), date(2017, 8, 18)),
        (date(2019, 8, 31), date(2020, 2, 29), date(2019, 11, 30)),
        (date(2017, 7, 20), date(2017, 7, 21), date(2017, 7, 20)),
    ],
)
def test_it_is_due_half_way_between_the_last_review_and_the_next(iro, held_on, due_on, half_way):
    child = child_of(iro)
    review_held(child, held_on)
    assert owe_midway_check(review_due(child, due_on)).due_on == half_way


def test_planning_the_next_review_owes_its_check(iro):
    child = child_of(iro)
    review_held(child, date(2017, 1, 10))
    review = plan_review(child.periods.get(), by=iro)
    assert review.midway_check.due_on == date(2017, 2, 24)  # of 10 January and 10 April


def test_before_the_first_review_there_is_no_check(iro):
    assert plan_review(child_of(iro).periods.get(), by=iro)
    assert not MidwayCheck.objects.exists()


def test_a_review_planned_anew_moves_a_check_not_done_and_no_other(iro):
    child = child_of(iro)
    review_held(child, date(2017, 1, 10))
    review = review_due(child, date(2017, 7, 10))
    check = owe_midway_check(review)
    review.due_on = date(2017, 9, 10)
    assert owe_midway_check(review).due_on == date(2017, 5, 11)
    do_midway_check(check, outcome="on_track", note="", on=date(2017, 5, 2), by=iro)
    review.due_on = date(2017, 10, 10)
    assert owe_midway_check(review).due_on == date(2017, 5, 11)
    assert MidwayCheck.objects.count() == 1


def test_a_change_of_plan_makes_no_check_overdue_at_once(iro):
    child = child_of(iro)
    review_held(child, date(2017, 1, 10))
    review = review_due(child, date(2017, 8, 17))
    assert owe_midway_check(review, on=TODAY).due_on == TODAY


def test_it_is_done_once_and_drift_has_words(iro):
    check = MidwayCheckFactory(due_on=date(2017, 7, 19))
    with pytest.raises(Refusal, match="Enter what is drifting"):
        do_midway_check(check, outcome="some_drift", note=" ", on=TODAY, by=iro)
    done = do_midway_check(check, outcome="on_track", note="", on=TODAY, by=iro)
    assert done.done_in_time is False
    with pytest.raises(Refusal, match="already done by"):
        do_midway_check(check, outcome="on_track", note="", on=TODAY, by=iro)


def test_checks_due_in_a_stretch_of_days_and_those_done_in_time(iro):
    for n, (due_on, done_on) in enumerate(
        [
            (date(2017, 4, 1), date(2017, 4, 1)),
            (date(2017, 4, 30), date(2017, 5, 1)),
            (date(2017, 4, 30), None),
            (date(2017, 5, 1), date(2017, 4, 30)),
        ]
    ):
        MidwayCheckFactory(
            due_on=due_on,
            done_on=done_on,
            done_by=iro if done_on else None,
            outcome="on_track" if done_on else "",
            review__period__child__reference=f"M{n}",
        )
    due = MidwayCheck.objects.due_between(date(2017, 4, 1), date(2017, 4, 30))
    assert (due.count(), due.done().count(), due.timely().count()) == (3, 2, 1)


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        (date(2017, 7, 21), "Enter a day that is not in the future."),
        (date(2016, 9, 4), "was not looked after on 4 September 2016."),
    ],
)
def test_a_footprint_is_of_a_day_in_care_that_came(iro, on, sentence):
    at = datetime(2017, 7, 20, 12, tzinfo=UTC)
    with pytest.raises(Refusal, match=sentence):
        log_footprint(child_of(iro), kind="visit", on=on, at=at, by=iro, today=TODAY)
    assert not Footprint.objects.exists()


def last_of(child):
    row = row_of(with_last_footprint(type(child).objects.all(), on=TODAY).get(), on=TODAY)
    return row.what, row.child.last_on


def test_the_last_footprint_is_the_newest_of_log_check_and_review(iro):
    child = child_of(iro)
    assert last_of(child) == ("None yet: became looked after", date(2016, 9, 5))
    review_held(child, date(2017, 1, 10))
    assert last_of(child) == ("Review held", date(2017, 1, 10))
    MidwayCheckFactory(
        review=review_due(child, date(2017, 7, 10)),
        done_on=date(2017, 4, 10),
        done_by=iro,
        outcome="on_track",
    )
    assert last_of(child) == ("Midway check", date(2017, 4, 10))
    FootprintFactory(child=child, kind="visit", on=date(2017, 6, 1))
    FootprintFactory(child=child, kind="case_file", on=date(2017, 5, 1))
    assert last_of(child) == ("Visit to the child", date(2017, 6, 1))


@pytest.mark.parametrize(
    ("last", "too_long"), [(date(2017, 4, 20), False), (date(2017, 4, 19), True)]
)
def test_three_months_and_a_day_are_too_long(iro, last, too_long):
    assert since(TODAY) == date(2017, 4, 20)
    FootprintFactory(child=child_of(iro), on=last)
    assert without_footprint(iro, on=TODAY).exists() is too_long


def test_only_children_looked_after_now_and_ones_own_are_listed(iro, other_iro):
    child_of(other_iro)
    left = child_of(iro).periods.get()
    left.episodes.update(ended_on=date(2017, 7, 1), reason_ended="E4a")
    left.ended_on, left.reason_ended = date(2017, 7, 1), "E4a"
    left.save()
    mine = child_of(iro)
    assert list(without_footprint(iro, on=TODAY)) == [mine]
