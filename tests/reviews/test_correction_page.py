"""Correcting an outcome form on its pages, and reading what stood there first."""

from datetime import date

import pytest
from django.urls import reverse

from reviews.models import Correction, OutcomeForm, Review
from tests.factories import HeldReviewFactory, OutcomeFormFactory
from tests.reviews.filled_in import decision, filled_in, on, submitted
from tests.reviews.pages import sentences, words


@pytest.fixture
def form(planned, iro, client_for):
    """Ella's form, handed in on its page by her IRO."""
    submitted(client_for(iro), planned, filled_in(iro, **decision(1)))
    return OutcomeForm.objects.get(review=planned)


@pytest.fixture
def send(form, iro, client_for):
    """Send a correction of the form, with some answers changed."""

    def correct(by=iro, version=0, reason="Ella told me", **changes):
        answers = filled_in(by, **changes) | {"version": version, "reason": reason}
        page = reverse("outcome_form_correct", args=[form.review_id])
        return client_for(by).post(page, answers, follow=True)

    return correct


def test_what_was_handed_in_stands_in_the_form(form, iro, client_for):
    page = client_for(iro).get(reverse("outcome_form_correct", args=[form.review_id]))
    asked = page.context["form"]
    assert asked["participation_code"].value() == "PN1"
    assert asked["plans"].value() == ["none"]
    assert asked["seen_alone"].value() == "yes"
    assert "held_on" not in asked.fields


def test_a_correction_is_on_the_versions_page_beside_the_first_one(send, form, iro, client_for):
    page = send(participation_code="PN4", concern="No visits <since> May")
    assert "Corrected. What stood there before can still be read." in words(page)
    text = words(page)
    assert "Version 2" in text
    assert "PN1: " in text
    assert "No visits &lt;since&gt; May" in text
    assert "Ella told me" in text
    review = words(client_for(iro).get(reverse("review", args=[form.review_id])))
    assert "Corrected 1 time." in review
    assert "did not contribute" in review
    child = words(client_for(iro).get(reverse("child", args=[form.review.child_id])))
    assert f"Outcome form corrected by {iro}" in child


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"reason": ""}, "Enter why the form is corrected"),
        ({"reason": "x" * 501, "concern": "x"}, None),
        ({"participation_code": "PN0"}, None),
        ({"concern": "x" * 100_000}, None),
        ({"concern": "a\x00b"}, None),
        ({"version": "x"}, "Open the form again from the review's page, then correct it"),
        ({"version": "9" * 30}, "Open the form again from the review's page, then correct it"),
        ({"plans": []}, "Select the plans that are out of date, or that all are up to date"),
    ],
)
def test_bad_input_gets_a_sentence_and_changes_nothing(send, changes, sentence):
    page = send(**changes)
    assert page.status_code == 200
    assert sentences(page)
    if sentence:
        assert sentences(page) == [sentence]
    assert not Correction.objects.exists()


def test_nothing_changed_is_no_correction(send):
    page = send()
    assert page.status_code == 409
    assert "Nothing was changed" in words(page)


def test_an_iro_who_sends_another_day_all_the_same_does_not_move_it(send, form):
    send(**on(date(2017, 7, 18)), concern="x")
    assert Review.objects.get(pk=form.review_id).held_on == date(2017, 7, 19)


def test_a_manager_corrects_the_day_and_the_next_review_follows(send, form, practice_manager):
    page = send(practice_manager, **on(date(2017, 7, 18)))
    assert "18 July 2017" in words(page)
    review = Review.objects.get(pk=form.review_id)
    assert (review.held_on, review.due_on) == (date(2017, 7, 18), date(2017, 7, 20))
    assert Review.objects.planned().get(child=review.child).due_on == date(2017, 10, 18)


def test_a_manager_is_told_where_the_day_cannot_be(send, practice_manager):
    page = send(practice_manager, **on(date(2017, 6, 1)))
    assert sentences(page) == ["The review cannot be before Ella came into care on 22 June 2017"]


def test_the_second_of_two_sees_both_and_saves_again(send, form, practice_manager):
    send(concern="The IRO's words")
    page = send(practice_manager, concern="The manager's words")
    assert page.status_code == 409
    text = words(page)
    assert "corrected this form at" in text
    assert "The IRO&#x27;s words" in text
    assert "The manager&#x27;s words" in text
    assert OutcomeForm.objects.get(pk=form.pk).concern == "The IRO's words"
    send(practice_manager, version=1, concern="The manager's words")
    assert OutcomeForm.objects.get(pk=form.pk).concern == "The manager's words"
    assert Correction.objects.count() == 2


def test_what_was_never_asked_may_stay_unanswered(planned, iro, client_for):
    old = OutcomeFormFactory(
        review=HeldReviewFactory(period=planned.period, held_on=date(2017, 7, 3))
    )
    unasked = {
        "advocate_offered": "",
        "parents_took_part": "",
        "carers_took_part": "",
        "placement_right": "",
        "permanence_plan": "",
        "plans": [],
        "attendees": [],
    }
    answers = filled_in(iro, **unasked, concern="Seen since") | {"version": 0, "reason": "Late"}
    page = reverse("outcome_form_correct", args=[old.review_id])
    assert client_for(iro).post(page, answers).status_code == 302
    old.refresh_from_db()
    assert (old.concern, old.plans_checked, old.placement_right) == ("Seen since", False, None)


def test_a_form_not_handed_in_has_nothing_to_correct(planned, iro, client_for):
    client = client_for(iro)
    assert client.get(reverse("outcome_form_correct", args=[planned.pk])).status_code == 302
    assert client.get(reverse("outcome_form_versions", args=[planned.pk])).status_code == 404


def test_a_late_form_is_called_late_and_stays_so(planned, iro, practice_manager, client_for):
    answers = filled_in(iro, **on(date(2017, 7, 17)))
    submitted(client_for(practice_manager), planned, answers)
    review = reverse("review", args=[planned.pk])
    assert "After 24 hours" in words(client_for(practice_manager).get(review))
    correct = reverse("outcome_form_correct", args=[planned.pk])
    answers = filled_in(iro, **on(date(2017, 7, 19))) | {"version": 0, "reason": "x"}
    page = client_for(practice_manager).post(correct, answers, follow=True)
    assert "After 24 hours" in words(page)
    assert OutcomeForm.objects.get(review=planned).within_24_hours is False
