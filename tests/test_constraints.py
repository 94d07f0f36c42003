"""What must never be false is refused by the database itself."""

from datetime import date

import pytest
from django.db import IntegrityError, InternalError, transaction

from cohort.models import Child, PeriodOfCare
from reviews.models import OutcomeForm, Review
from tests.factories import (
    AllocationFactory,
    ChildFactory,
    EpisodeFactory,
    HeldReviewFactory,
    IROPostFactory,
    NoticeFactory,
    OutcomeFormFactory,
    PeriodFactory,
    RecordFactory,
    ReviewFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def refused(make, **fields):
    """The database refuses the row: by a constraint, or by a trigger that protects it."""
    with pytest.raises((IntegrityError, InternalError)), transaction.atomic():
        make(**fields)
    return True


def test_a_child_has_one_planned_review():
    review = ReviewFactory()
    assert refused(ReviewFactory, period=review.period)


def test_a_child_is_reviewed_once_a_day():
    review = HeldReviewFactory()
    assert refused(HeldReviewFactory, period=review.period)


def test_a_child_has_one_iro_at_a_time_and_a_new_one_from_the_day_the_other_ends():
    child = ChildFactory()
    AllocationFactory(child=child, started_on=date(2016, 1, 1), ended_on=date(2017, 1, 1))
    assert refused(AllocationFactory, child=child, started_on=date(2016, 12, 31))
    AllocationFactory(child=child, started_on=date(2017, 1, 1))


def test_periods_of_care_do_not_overlap():
    period = PeriodFactory()
    assert refused(PeriodFactory, child=period.child, started_on=date(2017, 1, 1))


def test_a_period_of_care_starts_at_birth_or_later():
    child = ChildFactory(date_of_birth=date(2016, 9, 6))
    assert refused(PeriodFactory, child=child, started_on=date(2016, 9, 5))


def test_an_episode_lies_within_its_period_of_care():
    period = PeriodFactory()
    assert refused(EpisodeFactory, period=period, started_on=date(2016, 9, 4))


def test_a_period_of_care_ends_with_a_reason():
    assert refused(PeriodFactory, ended_on=date(2017, 1, 1), reason_ended=None)


def test_a_post_is_at_most_one_full_time_post():
    assert refused(IROPostFactory, full_time_equivalent="1.01")
    assert refused(IROPostFactory, full_time_equivalent=0)


@pytest.mark.parametrize(
    ("held_on", "reason"),
    [("2016-10-04", ""), ("2016-10-03", "court")],
    ids=["late without a reason", "in time with one"],
)
def test_a_late_review_has_a_reason_and_a_timely_one_has_none(held_on, reason):
    assert refused(HeldReviewFactory, held_on=date.fromisoformat(held_on), late_reason=reason)


def test_held_in_time_is_worked_out_from_the_two_days():
    on_the_day = HeldReviewFactory()
    a_day_late = HeldReviewFactory(held_on=date(2016, 10, 4))
    assert Review.objects.get(pk=on_the_day.pk).due_on == date(2016, 10, 3)
    assert Review.objects.get(pk=on_the_day.pk).held_in_time is True
    assert Review.objects.get(pk=a_day_late.pk).held_in_time is False


@pytest.mark.parametrize("day", ["2016-09-04", "2017-02-02"])
def test_a_review_is_held_within_its_period_of_care(day):
    period = PeriodFactory(ended_on=date(2017, 2, 1))
    held = {"held_on": date.fromisoformat(day), "base_on": date(2016, 9, 1), "late_reason": "court"}
    assert refused(HeldReviewFactory, period=period, due_on=date(2016, 9, 2), **held)


@pytest.mark.parametrize(
    ("born", "code", "accepted"),
    [
        ("2012-10-03", "PN0", True),  # the 4th birthday is the day of the review: both pass
        ("2012-10-03", "PN1", True),
        ("2012-10-02", "PN0", False),
        ("2012-10-04", "PN1", False),
        ("2012-10-04", "PN0", True),
    ],
)
def test_the_participation_code_fits_the_age(born, code, accepted):
    period = PeriodFactory(child__date_of_birth=date.fromisoformat(born))
    if accepted:
        HeldReviewFactory(period=period, participation_code=code)
    else:
        assert refused(HeldReviewFactory, period=period, participation_code=code)


def test_nothing_makes_a_late_review_timely():
    review = HeldReviewFactory(held_on=date(2016, 10, 4))
    later = Review.objects.filter(pk=review.pk)
    assert refused(later.update, due_on=date(2016, 10, 5), late_reason="")


def test_a_late_outcome_form_stays_late():
    form = OutcomeFormFactory()
    assert refused(OutcomeForm.objects.filter(pk=form.pk).update, submitted_at=form.due_at)


def test_a_record_is_not_distributed_before_it_is_completed():
    user = UserFactory()
    assert refused(RecordFactory, distributed_on=date(2017, 1, 1), distributed_by=user)


def test_a_notice_of_a_kind_is_owed_once():
    notice = NoticeFactory()
    assert refused(NoticeFactory, review=notice.review)


def test_every_change_of_a_case_record_is_kept_and_cannot_be_edited():
    child = ChildFactory(given_name="Ela")
    Child.objects.filter(pk=child.pk).update(given_name="Ella")
    kept = Child.pgh_event_model.objects.filter(pgh_obj_id=child.pk)
    names = kept.order_by("pgh_id").values_list("given_name", flat=True)
    assert list(names) == ["Ela", "Ella"]
    assert refused(kept.update, given_name="Eve")
    assert refused(kept.delete)


def test_deleting_a_period_of_care_leaves_its_history():
    period = PeriodFactory()
    PeriodOfCare.objects.filter(pk=period.pk).delete()
    labels = PeriodOfCare.pgh_event_model.objects.filter(pgh_obj_id=period.pk)
    assert list(labels.order_by("pgh_id").values_list("pgh_label", flat=True))[-1] == "delete"
