"""A review brought in from another system, of which nobody knows when it was due."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from reviews.actions.striking import ask_to_strike, confirm_strike
from reviews.models import Review
from tests.factories import AllocationFactory, EpisodeFactory, PeriodFactory, ReviewFactory
from tests.reviews.pages import words

pytestmark = pytest.mark.django_db

# Every page that has a held review's number in its address.
PAGES = [
    "review", "review_book", "review_bring_forward", "review_adjourn", "review_part",
    "review_held_before", "review_cancel", "review_strike", "review_decisions", "decisions_send",
    "decisions_settle", "outcome_form", "outcome_form_check", "outcome_form_correct",
    "outcome_form_versions", "record", "record_preview", "record_distribute", "record_recipients",
    "record_pdf", "who_comes", "workers_report", "midway_check",
]  # fmt: skip


@pytest.fixture
def period(council, iro):
    period = PeriodFactory(started_on=date(2014, 1, 6))
    EpisodeFactory(period=period)
    AllocationFactory(child=period.child, iro=iro)
    return period


def imported(period, held_on=date(2017, 3, 1), **rest):
    known = {"due_on": None, "base_on": None, "rule": "not_known"} | rest
    facts = {"period": period, "child": period.child, "participation_code": "PN1"}
    return Review.objects.create(**facts, held_on=held_on, imported=True, **known)


@pytest.fixture
def unknown(period):
    ReviewFactory(period=period, rule="later_review", base_on=date(2017, 3, 1))
    return imported(period)


@pytest.fixture
def manager(client_for, practice_manager):
    return client_for(practice_manager)


def test_it_is_neither_in_time_nor_late(unknown):
    unknown.refresh_from_db()
    assert unknown.held_in_time is None
    assert not Review.objects.held_timely().exists()
    assert not Review.objects.held_late().exists()
    assert Review.objects.held_without_due_day().get() == unknown


def test_its_page_says_that_nobody_knows_when_it_was_due(unknown, manager):
    page = words(manager.get(reverse("review", args=[unknown.pk])))
    assert "Not known: the records do not hold what came before" in page
    assert "Brought in from another system" in page
    assert "Why late" not in page
    assert "house-tag--late" not in page
    assert "house-tag--done" not in page


def test_an_imported_review_with_a_due_day_is_late_as_any_other(period, manager):
    late = imported(
        period, due_on=date(2017, 2, 20), base_on=date(2016, 8, 20), rule="later_review",
        late_reason="not_recorded",
    )  # fmt: skip
    page = words(manager.get(reverse("review", args=[late.pk])))
    assert "Monday 20 February 2017" in page
    assert "house-tag--late" in page


def test_the_list_the_childs_page_and_the_calendar_call_it_held(unknown, manager):
    listed = words(manager.get(reverse("reviews")))
    assert "Not known" in listed
    assert "house-tag--held" in listed
    assert "house-tag--late" not in listed
    child = words(manager.get(reverse("child", args=[unknown.child_id])))
    assert "The day it was due is not known." in child
    assert manager.get(reverse("calendar"), {"day": "2017-03-01"}).status_code == 200


def test_the_downloaded_list_leaves_the_due_day_empty(unknown, manager):
    lines = manager.get(reverse("reviews_download")).content.decode().splitlines()
    (row,) = [line for line in lines if "no due day" in line]
    assert ",,2017-03-01,PN1," in row
    assert ",held," in row


def test_the_list_finds_those_whose_due_day_is_not_known(unknown, manager):
    found = words(manager.get(reverse("reviews"), {"state": "held_due_not_known"}))
    assert "1 review" in found
    known = words(manager.get(reverse("reviews"), {"state": "held_due_known"}))
    assert "No review matches." in known


def test_this_months_share_in_time_leaves_it_out(unknown, period, manager):
    imported(period, held_on=date(2017, 7, 4))
    (tile,) = [
        one
        for one in manager.get(reverse("today")).context["strip"]
        if one["label"] == "Reviews held in time this month"
    ]
    assert tile["note"] == "None yet this month"


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("known", [True, False], ids=["due day known", "not known"])
def test_each_page_of_it_opens_or_says_why_not(name, known, period, client_for, iro, manager):
    days = {"due_on": date(2017, 3, 1), "base_on": date(2016, 9, 1), "rule": "later_review"}
    review = imported(period, **(days if known else {}))
    for client in (client_for(iro), manager):
        answer = client.get(reverse(name, args=[review.pk]), follow=True)
        assert answer.status_code in (200, 403, 404, 409)


def test_it_can_be_struck_as_recorded_in_error(unknown, iro, practice_manager, manager):
    strike = ask_to_strike(unknown, reason="Never held", on=date(2017, 7, 20), by=iro)
    confirm_strike(strike, at=datetime(2017, 7, 20, 9, tzinfo=UTC), by=practice_manager)
    assert Review.objects.struck().get() == unknown
    assert manager.get(reverse("review", args=[unknown.pk])).status_code == 200
    assert "taken out" in words(manager.get(reverse("child", args=[unknown.child_id])))
    assert "Recorded in error" in words(manager.get(reverse("reviews"), {"state": "struck"}))
