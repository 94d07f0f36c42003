"""The pages on which a manager puts right, or takes out, care that was entered wrongly."""

from datetime import date

import pytest

from cohort.models import Child, Episode, PeriodOfCare, PreviousPermanence
from cohort.versions import version_of
from reviews.models import Review
from tests.factories import EpisodeFactory, HeldReviewFactory
from tests.reviews.test_care_pages import boxes, facts, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(practice_manager, client_for):
    return client_for(practice_manager)


@pytest.fixture
def moved(planned):
    """Ella was moved on 3 July 2017."""
    Episode.objects.update(ended_on=date(2017, 7, 3), reason_ended="X1")
    return EpisodeFactory(
        period=planned.period, started_on=date(2017, 7, 3), reason_new="P", placement="K2"
    )


def correction(episode: Episode, **changes) -> dict:
    began = episode.started_on
    names = ("reason_new", "legal_status", "need", "placement", "provider")
    return {
        **boxes("started_on", f"{began.day} {began.month} {began.year}"),
        **{name: getattr(episode, name) for name in names},
        "version": version_of(episode),
        "reason": "Typed wrongly",
        **changes,
    }


def period_correction(period: PeriodOfCare, **changes) -> dict:
    began = period.started_on
    return {
        **boxes("started_on", f"{began.day} {began.month} {began.year}"),
        "status_before": period.status_before,
        "version": version_of(period),
        "reason": "Typed wrongly",
        **changes,
    }


def test_an_episode_is_put_right_with_its_place(manager, moved):
    data = correction(
        moved, **boxes("started_on", "5 7 2017"), placement_postcode="wr52np", miles_from_home="31"
    )
    page = said(manager, f"/episodes/{moved.pk}/correct/", data)
    assert "Saved. The next review stays due by Thursday 20 July 2017." in page
    assert page.count("Care was put right") == 1
    moved.refresh_from_db()
    assert (moved.started_on, moved.placement_postcode) == (date(2017, 7, 5), "WR5 2NP")
    assert moved.miles_from_home == 31


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"reason": ""}, "Enter what was wrong"),
        ({"placement_postcode": "Worcester"}, "Enter a full postcode, like WR5 2NP"),
        ({"miles_from_home": "far"}, "The miles from home must be a whole number"),
        (boxes("started_on", "22 6 2017"), "must be after 22 June 2017"),
        ({"legal_status": "C1"}, "but the legal status did too"),
        ({"version": "x"}, "Open the facts again"),
    ],
)
def test_an_episode_that_cannot_be_so_gets_a_sentence(manager, moved, changes, sentence):
    page = said(manager, f"/episodes/{moved.pk}/correct/", correction(moved) | changes)
    assert sentence in page
    assert Episode.objects.get(pk=moved.pk).started_on == date(2017, 7, 3)


def test_the_first_episode_is_corrected_without_its_day(manager, moved):
    first = moved.period.episodes.earliest("started_on")
    page = manager.get(f"/episodes/{first.pk}/correct/").content.decode()
    assert "started_on" not in page
    assert "Why this placement ended" in page
    data = correction(first, placement="U1", reason_place_change="CHILD")
    assert "Saved." in said(manager, f"/episodes/{first.pk}/correct/", data)
    first.refresh_from_db()
    assert (first.placement, first.reason_place_change) == ("U1", "CHILD")


def test_an_episode_after_it_that_does_not_fit_any_more_is_told_of(manager, moved):
    first = moved.period.episodes.earliest("started_on")
    data = correction(first, legal_status="V2")
    page = said(manager, f"/episodes/{first.pk}/correct/", data)
    assert "The episode of 3 July 2017 does not fit the one before it." in page
    assert "Correct that episode too." in page


def test_who_comes_second_to_an_episode_sees_both(client_for, practice_manager, manager, moved):
    mine = correction(moved, need="N5")
    said(manager, f"/episodes/{moved.pk}/correct/", correction(moved, need="N3"))
    told = client_for(practice_manager).post(f"/episodes/{moved.pk}/correct/", mine)
    page = told.content.decode()
    assert told.status_code == 409
    assert f"{practice_manager} changed these facts after you opened them." in page
    assert "Parent&#x27;s illness or disability" in page
    assert Episode.objects.get(pk=moved.pk).need == "N3"


def test_an_episode_is_taken_out_with_a_reason(manager, moved):
    there = f"/episodes/{moved.pk}/take-out/"
    assert "Enter why it is taken out" in said(manager, there, {"reason": ""})
    page = said(manager, there, {"reason": "A twin's"})
    assert "Saved. The next review stays due" in page
    assert "Care recorded in error was taken out" in page
    assert Episode.objects.get().ended_on is None


def test_the_only_episode_is_not_taken_out(manager, planned):
    only = planned.period.episodes.get()
    answer = manager.get(f"/episodes/{only.pk}/take-out/")
    assert answer.status_code == 409
    assert "It is the only episode of the period of care" in answer.content.decode()


def test_the_first_review_follows_the_day_care_truly_began(manager, planned):
    data = period_correction(planned.period, **boxes("started_on", "29 6 2017"))
    page = said(manager, f"/periods/{planned.period_id}/correct/", data)
    assert "Saved. The next review is now due by Thursday 27 July 2017." in page


def test_a_start_nobody_knows_is_said_on_the_page(manager, planned):
    data = period_correction(planned.period, began_before="on")
    page = said(manager, f"/periods/{planned.period_id}/correct/", data)
    assert "22 June 2017 or before: the day is not on record" in page


def test_care_that_had_not_ended_is_open_again_with_a_planned_review(manager, planned):
    ended = {**boxes("ended_on", "19 7 2017"), "reason": "E4a"}
    manager.post(f"/children/{planned.child_id}/care/end/", ended)
    period = PeriodOfCare.objects.get()
    there = f"/periods/{period.pk}/correct/"
    for boxed, sentence in (
        (boxes("ended_on", "21 7 2017"), "must be today or in the past"),
        (boxes("ended_on", "18 7 2017"), "Select why care ended"),
    ):
        assert sentence in said(manager, there, period_correction(period, **boxed))
    page = said(manager, there, period_correction(period))
    assert "Saved. The next review is now due by Thursday 20 July 2017." in page
    assert Review.objects.planned().count() == 1


def test_a_period_with_a_held_review_is_not_taken_out(manager, period):
    HeldReviewFactory(period=period, held_on=date(2017, 7, 10))
    there = f"/periods/{period.pk}/take-out/"
    assert there not in manager.get(f"/children/{period.child_id}/").content.decode()
    answer = manager.get(there)
    assert answer.status_code == 409
    assert "A review was held in it, on 10 July 2017" in answer.content.decode()


def test_a_period_that_never_was_is_taken_out(manager, planned):
    there = f"/periods/{planned.period_id}/take-out/"
    assert there in manager.get(f"/children/{planned.child_id}/").content.decode()
    page = said(manager, there, {"reason": "A twin's"})
    assert "The period of care was taken out." in page
    assert "Care recorded in error was taken out" in page
    assert "No period of care is recorded." in page


def test_a_mother_and_the_care_before_are_recorded(manager, planned):
    there = f"/children/{planned.child_id}/facts/"
    born = boxes("mothers_child_born_on", "1 5 2017")
    data = facts(planned.child, is_mother="yes", **boxes("date_of_birth", "4 3 2002"), **born)
    page = said(manager, there, data)
    assert "Yes, her child was born on 1 May 2017" in page
    child = Child.objects.get()
    assert child.is_mother is True
    later = boxes("mothers_child_born_on", "1 8 2017")
    data = facts(child, is_mother="yes", **later)
    assert "The day must be today or in the past" in said(manager, there, data)
    data = facts(child, is_mother="no", **born)
    said(manager, there, data)
    child.refresh_from_db()
    assert (child.is_mother, child.mothers_child_born_on) == (False, None)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("27/03/2012", True), ("zz/03/2012", True), ("ZZ/ZZ/2012", True), ("zz/zz/zzzz", False),
     ("31/02/2012", False), ("27/zz/2012", False), ("2012", False)],
)  # fmt: skip
def test_the_order_before_is_a_day_or_the_part_of_it_that_is_known(manager, planned, typed, kept):
    data = {"option": "P1", "authority": "885", "ordered_on": typed}
    page = said(manager, f"/children/{planned.child_id}/permanence-before/", data)
    assert PreviousPermanence.objects.exists() == kept
    assert "Adopted" in page
    assert ("Enter the day of the order" in page) != kept
