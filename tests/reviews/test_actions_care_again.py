"""A child comes back into care, facts are corrected, missing plans are made."""

from datetime import UTC, date, datetime
from threading import Barrier, Thread

import pytest
from django.db import connection

from cohort.models import PeriodOfCare
from iro_service.refusals import Refusal
from reviews.actions.care import (
    correct_facts,
    end_care,
    plan_missing,
    take_back,
    without_plan,
)
from reviews.models import Review
from tests.factories import (
    EpisodeFactory,
    HeldReviewFactory,
    PeriodFactory,
    UserFactory,
)

NOW = datetime(2017, 7, 20, 11, 0, tzinfo=UTC)  # a Thursday
TODAY = NOW.date()


day = date.fromisoformat


def back(child, started_on, *, by, iro=None):
    return take_back(
        child,
        period={"started_on": day(started_on), "status_before": "CIN", "district": None},
        episode={"legal_status": "V2", "need": "N1", "placement": "U6", "provider": "PR1"},
        iro=iro, team=None, worker=None, at=NOW, by=by,
    )  # fmt: skip


def test_a_child_who_comes_back_starts_the_clocks_afresh(
    period, planned, practice_manager, other_iro
):
    HeldReviewFactory(period=period, held_on=day("2017-06-26"))
    end_care(period, ended_on=day("2017-06-30"), reason="E4a", at=NOW, by=practice_manager)
    review = back(period.child, "2017-07-10", by=practice_manager, iro=other_iro)
    # 20 working days after Monday 10 July.
    assert (review.rule, review.base_on, review.due_on) == (
        "first_review",
        day("2017-07-10"),
        day("2017-08-07"),
    )
    assert review.period_id != period.pk
    assert review.child.allocations.in_force(on=TODAY).get().iro == other_iro


@pytest.mark.parametrize(
    ("started_on", "sentence"),
    [
        ("2017-06-29", "cannot be before Ella last left care on 30 June 2017"),
        ("2017-07-21", "must be today or in the past"),
    ],
)
def test_a_child_cannot_come_back_on_such_a_day(period, practice_manager, started_on, sentence):
    end_care(period, ended_on=day("2017-06-30"), reason="E4a", at=NOW, by=practice_manager)
    with pytest.raises(Refusal, match=sentence):
        back(period.child, started_on, by=practice_manager)


def test_a_child_still_looked_after_does_not_come_back(period, practice_manager):
    with pytest.raises(Refusal, match="Ella is looked after already"):
        back(period.child, "2017-07-10", by=practice_manager)


@pytest.mark.parametrize("born", ["1999-07-10", "1999-07-09"])
def test_from_the_18th_birthday_nobody_comes_back(period, practice_manager, born):
    end_care(period, ended_on=day("2017-06-30"), reason="E17", at=NOW, by=practice_manager)
    type(period.child).objects.update(date_of_birth=day(born))
    with pytest.raises(Refusal, match="was 18 by then"):
        back(period.child, "2017-07-10", by=practice_manager)


def facts(child, **changed):
    names = (
        "given_name", "family_name", "reference", "date_of_birth", "sex", "ethnicity",
        "disabled", "unaccompanied", "unaccompanied_until",
    )  # fmt: skip
    return {name: getattr(child, name) for name in names} | changed


@pytest.mark.parametrize(
    ("born", "sentence"),
    [
        ("2017-07-21", "must be today or in the past"),
        ("2017-06-23", "cannot be after 22 June 2017, when the child came into care"),
        ("1999-06-22", "must have been under 18 then"),
        ("2013-06-27", "recorded with PN1, which is wrong for a child under 4"),
    ],
)
def test_a_birth_that_the_childs_care_does_not_fit_is_refused(
    period, practice_manager, born, sentence
):
    HeldReviewFactory(period=period, held_on=day("2017-06-26"), participation_code="PN1")
    changed = facts(period.child, date_of_birth=day(born))
    with pytest.raises(Refusal, match=sentence):
        correct_facts(period.child, **changed, at=NOW, by=practice_manager)


@pytest.mark.parametrize("born", ["2013-06-26", "1999-06-23"])
def test_a_birth_that_just_fits_is_taken(period, practice_manager, born):
    HeldReviewFactory(period=period, held_on=day("2017-06-26"), participation_code="PN1")
    changed = facts(period.child, date_of_birth=day(born), given_name="Elle")
    child = correct_facts(period.child, **changed, at=NOW, by=practice_manager)
    assert (child.date_of_birth, child.given_name) == (day(born), "Elle")


def test_a_reference_belongs_to_one_child(period, practice_manager):
    other = PeriodFactory().child
    changed = facts(period.child, reference=other.reference)
    with pytest.raises(Refusal, match="Another child with this reference"):
        correct_facts(period.child, **changed, at=NOW, by=practice_manager)


def test_what_is_missing_is_planned_once(period, planned, practice_manager):
    # Ella has a plan; of the others one was reviewed, one is in short breaks, one has left.
    reviewed = EpisodeFactory(period__started_on=day("2017-06-01")).period
    HeldReviewFactory(period=reviewed, held_on=day("2017-06-20"))
    breaks = EpisodeFactory(period__started_on=day("2017-06-01"), legal_status="V4").period
    EpisodeFactory(period__ended_on=day("2017-05-01"))
    assert {one.pk for one in without_plan(on=TODAY)} == {reviewed.pk, breaks.pk}
    done = plan_missing(at=NOW, by=practice_manager)
    assert (done.planned, done.cancelled, done.refused) == (2, 0, [])
    assert Review.objects.planned().get(period=reviewed).due_on == day("2017-09-20")
    assert Review.objects.planned().get(period=breaks).due_on == day("2017-09-01")
    assert plan_missing(at=NOW, by=practice_manager).planned == 0
    assert Review.objects.planned().count() == 3


def test_a_review_planned_for_a_child_who_has_left_is_cancelled_by_the_repair(
    period, planned, practice_manager
):
    period.episodes.update(ended_on=day("2017-07-01"), reason_ended="E4a")
    PeriodOfCare.objects.filter(pk=period.pk).update(ended_on=day("2017-07-01"), reason_ended="E4a")
    assert plan_missing(at=NOW, by=practice_manager).cancelled == 1
    assert not Review.objects.planned().exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_repair_at_once_neither_plans_twice(council):
    manager = UserFactory(role="practice_manager")
    for _ in range(3):
        EpisodeFactory(period__started_on=day("2017-06-01"))
    together, done = Barrier(2, timeout=30), []

    def repair():
        try:
            together.wait()
            done.append(plan_missing(at=NOW, by=manager))
        finally:
            connection.close()

    threads = [Thread(target=repair) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert len(done) == 2
    assert sum(one.planned for one in done) == 3
    assert Review.objects.planned().count() == 3
