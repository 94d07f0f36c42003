"""What became of the last review's decisions, answered on the outcome form."""

from datetime import date
from re import sub

import pytest
from django.urls import reverse

from reviews.actions.outcomes import Became, record_outcomes
from reviews.models import Decision, Draft, Review
from tests.factories import DecisionFactory, EpisodeFactory, PeriodFactory, ReviewFactory
from tests.reviews.cases import child_of, review_due, review_held
from tests.reviews.filled_in import decision, filled_in
from tests.reviews.pages import sentences, words

DAY_BEFORE = date(2017, 1, 10)
HELD = date(2017, 7, 19)


@pytest.fixture
def child(iro):
    """Ella, whose last review was on 10 January and decided two things."""
    return child_of(iro, given_name="Ella")


@pytest.fixture
def last(child):
    """That review."""
    review = review_held(child, DAY_BEFORE)
    DecisionFactory(review=review, number=1, text="A dentist is found.")
    DecisionFactory(review=review, number=2, text="Ella sees her sister monthly.")
    return review


@pytest.fixture
def planned(child, last):
    """The review due on 20 July 2017."""
    return review_due(child, date(2017, 7, 20))


@pytest.fixture
def page(planned):
    return reverse("outcome_form", args=[planned.pk])


def became(number: int, outcome: str = "", why: str = "", was: str = "") -> dict:
    row = f"last-{number}"
    return {f"{row}-outcome": outcome, f"{row}-why": why, f"{row}-was": was}


def hand_in(client, planned, answers):
    page = reverse("outcome_form", args=[planned.pk])
    checked = client.post(page, answers, follow=True)
    version = Draft.objects.get(review=planned).version
    check = reverse("outcome_form_check", args=[planned.pk])
    return checked, client.post(check, {"version": version}, follow=True)


def test_the_form_shows_what_the_last_review_decided(client_for, iro, page):
    shown = words(client_for(iro).get(page))
    assert "Decisions of the review of 10 January 2017" in shown
    assert "A dentist is found." in shown
    assert "Ella sees her sister monthly." in shown


def test_a_first_review_has_no_such_part(client_for, iro, child):
    first = review_due(child, date(2017, 7, 20))
    shown = words(client_for(iro).get(reverse("outcome_form", args=[first.pk])))
    assert "Decisions of the review of" not in shown


def test_what_became_of_them_is_handed_in_with_the_form(client_for, iro, planned, last):
    answers = filled_in(
        iro, **became(1, "done"), **became(2, "not_done", "No carer could drive."), **decision(1)
    )
    checked, after = hand_in(client_for(iro), planned, answers)
    assert "A dentist is found. Done" in _text(checked)
    assert "Not done: No carer could drive." in _text(checked)
    assert not Review.objects.planned().filter(pk=planned.pk).exists()
    kept = last.decisions.values_list("outcome", "outcome_why", "outcome_on")
    assert list(kept) == [("done", "", HELD), ("not_done", "No carer could drive.", HELD)]
    assert "Not done" in words(after)  # on the review's page


def test_nothing_is_kept_of_them_before_the_form_is_handed_in(client_for, iro, page, last):
    client_for(iro).post(page, filled_in(iro, **became(1, "done")))
    assert set(last.decisions.values_list("outcome", flat=True)) == {""}


def test_they_are_kept_as_they_are_typed_like_the_rest(client_for, iro, page):
    client = client_for(iro)
    client.post(page, {"decisions": "1", **became(2, "partly", "Half of it"), "autosave": "1"})
    again = client.get(page)
    row = again.context["form"].became[1]
    assert (row["outcome"].value(), row["why"].value()) == ("partly", "Half of it")


def test_not_done_needs_a_why_and_a_why_needs_its_answer(client_for, iro, page):
    answers = filled_in(iro, **became(1, "not_done"), **became(2, "", "No carer could drive."))
    refused = client_for(iro).post(page, answers)
    assert sentences(refused) == [
        "Enter why decision 1 of the last review was not done",
        "Select what became of decision 2 of the last review",
    ]


def test_left_unanswered_they_stay_not_known(client_for, iro, planned, last):
    hand_in(client_for(iro), planned, filled_in(iro))
    assert set(last.decisions.values_list("outcome", flat=True)) == {""}
    assert not Review.objects.planned().filter(pk=planned.pk).exists()


def test_what_was_changed_meanwhile_is_told_and_only_then_replaced(
    client_for, iro, other_iro, planned, last, page
):
    client = client_for(iro)
    record_outcomes(last, outcomes={1: Became("done")}, on=HELD, by=other_iro)
    told = client.post(page, filled_in(iro, **became(1, "partly", "Half of it")))
    assert sentences(told) == [
        "Decision 1 of the last review was changed meanwhile: it is done now"
    ]
    was = told.context["form"].became[0]["was"].value()
    assert was == "done"
    hand_in(client, planned, filled_in(iro, **became(1, "partly", "Half of it", was)))
    assert last.decisions.get(number=1).outcome == "partly"


def test_one_refused_at_the_last_moment_keeps_the_form_from_being_handed_in(
    client_for, iro, other_iro, planned, last, page
):
    client = client_for(iro)
    client.post(page, filled_in(iro, **became(1, "partly", "Half of it")))
    draft = Draft.objects.get(review=planned)
    record_outcomes(last, outcomes={1: Became("done")}, on=HELD, by=other_iro)
    check = reverse("outcome_form_check", args=[planned.pk])
    told = words(client.post(check, {"version": draft.version}, follow=True))
    assert "changed meanwhile" in told
    assert Review.objects.planned().filter(pk=planned.pk).exists()
    assert last.decisions.get(number=1).outcome == "done"


def test_decisions_of_a_care_that_ended_are_not_asked_about(iro, client_for, child, last):
    period = child.periods.get()
    period.ended_on, period.reason_ended = date(2017, 2, 1), "E4a"
    period.save()
    again = PeriodFactory(child=child, started_on=date(2017, 6, 22))
    EpisodeFactory(period=again)
    first = ReviewFactory(period=again)
    assert not Decision.objects.of_last_review_before(first).exists()


def test_a_colleagues_answers_are_seen_beside_ones_own(
    client_for, iro, practice_manager, planned, page
):
    mine = {"decisions": "1", **became(1, "done"), "autosave": "1"}
    client_for(iro).post(page, mine)
    theirs = {"decisions": "1", **became(1, "partly", "Half of it"), "autosave": "1"}
    client_for(practice_manager).post(page, theirs)
    seen = words(
        client_for(iro).get(reverse("outcome_form_others", args=[planned.pk, practice_manager.pk]))
    )
    assert "Partly done; Half of it" in seen


def _text(response) -> str:
    """The page without its markup, in one line."""
    return " ".join(sub(r"<[^>]+>", " ", response.content.decode()).split())
