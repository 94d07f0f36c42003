"""A review recorded in error is nobody's last review: nothing of it is shown, carried or copied."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from iro_service.refusals import Refusal
from reviews.actions.outcomes import carry_forward
from reviews.actions.striking import ask_to_strike, confirm_strike
from reviews.forms.known_answers import known_answers
from reviews.invitations import proposals
from reviews.models import Decision, Invitation, Review
from tests.factories import (
    DecisionFactory,
    MidwayCheckFactory,
    OutcomeFormFactory,
    RecordFactory,
)
from tests.reviews.cases import child_of, review_due, review_held
from tests.reviews.pages import words

TODAY = date(2017, 7, 20)
AT = datetime(2017, 7, 20, 15, tzinfo=UTC)


@pytest.fixture
def child(iro):
    return child_of(iro, given_name="Ella")


@pytest.fixture
def stands(child, iro):
    """A review of 10 January that was held: a decision, a form, a record, a list of who came."""
    review = review_held(child, date(2017, 1, 10), chair=iro)
    DecisionFactory(review=review, number=1, text="A dentist is found.")
    OutcomeFormFactory(review=review, permanence_plan="fostering")
    RecordFactory(review=review, discussion="Ella likes her school.", completed_on=None)
    Invitation.objects.create(review=review, name="Nan", role="other_family")
    return review


@pytest.fixture
def error(child, stands, iro):
    """One entered for 3 July that never was: the same of each."""
    review = review_held(child, date(2017, 7, 3), chair=iro)
    DecisionFactory(review=review, number=1, text="The wrong child moves.")
    OutcomeFormFactory(review=review, permanence_plan="adoption")
    RecordFactory(review=review, discussion="It was about another child.")
    Invitation.objects.create(review=review, name="Uncle Bob", role="other_family")
    return review


@pytest.fixture
def planned(child, error):
    return review_due(child, date(2017, 7, 10))


@pytest.fixture
def strike(error, iro, practice_manager):
    """Have it taken out."""

    def take_out():
        asked = ask_to_strike(error, reason="Another child's", on=TODAY, by=iro)
        return confirm_strike(asked, at=AT, by=practice_manager)

    return take_out


def test_the_outcome_form_asks_about_the_decisions_of_the_one_that_stands(
    planned, strike, iro, client_for
):
    strike()
    page = words(client_for(iro).get(reverse("outcome_form", args=[planned.pk])))
    assert "A dentist is found." in page
    assert "The wrong child moves." not in page


def test_so_does_the_midway_check(planned, strike, iro, client_for):
    MidwayCheckFactory(review=planned)
    strike()
    page = words(client_for(iro).get(reverse("midway_check", args=[planned.pk])))
    assert "A dentist is found." in page
    assert "The wrong child moves." not in page


def test_the_record_shows_what_was_written_for_the_one_that_stands(child, strike, iro, client_for):
    strike()
    now = review_held(child, date(2017, 7, 17), chair=iro)
    RecordFactory(review=now)
    page = words(client_for(iro).get(reverse("record", args=[now.pk])))
    assert "Ella likes her school." in page
    assert "It was about another child." not in page


def test_who_was_there_last_time_and_the_plan_last_time_are_of_the_one_that_stands(
    planned, strike, iro
):
    assert known_answers(planned, iro)["permanence_plan"] == "adoption"
    strike()
    assert known_answers(planned, iro)["permanence_plan"] == "fostering"
    assert "Nan" in {one.name for one in proposals(planned, on=TODAY)}
    assert "Uncle Bob" not in {one.name for one in proposals(planned, on=TODAY)}


def test_its_decisions_are_in_no_list(strike, practice_manager, client_for):
    listed = client_for(practice_manager).get(reverse("decisions") + "?state=all")
    assert "The wrong child moves." in words(listed)
    strike()
    listed = words(client_for(practice_manager).get(reverse("decisions") + "?state=all"))
    assert "A dentist is found." in listed
    assert "The wrong child moves." not in listed


def test_its_own_page_offers_nothing_to_carry_or_to_answer(strike, error, iro, client_for):
    strike()
    error.decisions.all().delete()
    page = words(client_for(iro).get(reverse("review_decisions", args=[error.pk])))
    assert "Carry forward" not in page
    assert "Save what became of them" not in page


def test_nothing_is_carried_into_it_or_out_of_it(child, stands, error, strike, iro):
    strike()
    error.refresh_from_db()
    now = review_held(child, date(2017, 7, 17))
    more = {"by_when": date(2017, 9, 1), "on": TODAY, "by": iro}
    with pytest.raises(Refusal, match="recorded in error"):
        carry_forward(stands.decisions.get(), into=error, **more)
    with pytest.raises(Refusal, match="recorded in error"):
        carry_forward(error.decisions.get(), into=now, **more)
    assert Decision.objects.count() == 2


def test_what_was_carried_into_it_may_be_carried_to_one_really_held(
    child, stands, error, strike, iro, client_for
):
    more = {"by_when": date(2017, 9, 1), "on": TODAY, "by": iro}
    carry_forward(stands.decisions.get(), into=error, **more)
    strike()
    now = review_held(child, date(2017, 7, 17), chair=iro)
    page = words(client_for(iro).get(reverse("review_decisions", args=[now.pk])))
    assert "A dentist is found." in page
    carried = carry_forward(Decision.objects.get(review=stands), into=now, **more)
    assert carried.review == now


def test_the_childs_page_counts_from_the_one_that_stands(planned, strike, child, iro, client_for):
    strike()
    shown = client_for(iro).get(reverse("child", args=[child.pk]))
    marks = [one.held_on for one in shown.context["marks"]]
    assert marks == [date(2017, 1, 10)]
    assert Review.objects.held().get().held_on == date(2017, 1, 10)
