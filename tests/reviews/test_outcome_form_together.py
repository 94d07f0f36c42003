"""Two people at one outcome form: each is told of the other, and nobody's words are lost."""

import pytest
from django.urls import reverse

from reviews.joining import joined
from reviews.models import Draft, OutcomeForm
from tests.reviews.filled_in import decision, filled_in, submitted
from tests.reviews.pages import words


@pytest.fixture
def keep(planned, client_for):
    """Keep a person's unfinished form."""

    def later(by, **changes):
        page = reverse("outcome_form", args=[planned.pk])
        client_for(by).post(page, filled_in(by, **changes) | {"later": "later"})
        return Draft.objects.get(review=planned, by=by)

    return later


def test_who_opens_the_form_is_told_of_a_colleagues(
    keep, planned, iro, practice_manager, client_for
):
    keep(iro, next_steps="Ask about the bike")
    page = words(client_for(practice_manager).get(reverse("outcome_form", args=[planned.pk])))
    assert f"{iro} has an unfinished form for this review, saved" in page
    assert "bike" not in page
    theirs = reverse("outcome_form_others", args=[planned.pk, iro.pk])
    assert "Ask about the bike" in words(client_for(practice_manager).get(theirs))
    assert "unfinished form" not in words(
        client_for(iro).get(reverse("outcome_form", args=[planned.pk]))
    )


def test_taking_over_fills_in_only_what_is_empty(keep, planned, iro, practice_manager, client_for):
    keep(iro, next_steps="The bike", concern="Drift", **decision(1, text="Swimming"))
    keep(practice_manager, next_steps="The school", concern="", **decision(1, text="Reading"))
    theirs = reverse("outcome_form_others", args=[planned.pk, iro.pk])
    beside = words(client_for(practice_manager).get(theirs))
    assert "The bike" in beside
    assert "The school" in beside
    page = client_for(practice_manager).post(theirs, follow=True)
    form = page.context["form"]
    assert form["next_steps"].value() == "The school"
    assert form["concern"].value() == "Drift"
    assert [row["text"].value() for row in form.rows] == ["Reading", "Swimming"]
    assert Draft.objects.get(by=iro).answers["next_steps"] == ["The bike"]


def test_a_day_half_typed_is_not_mixed_with_anothers():
    mine = {"held_on_0": ["3"], "held_on_1": [""], "method": [""]}
    theirs = {"held_on_0": ["19"], "held_on_1": ["7"], "held_on_2": ["2017"], "method": ["phone"]}
    both = joined(mine, theirs)
    assert (both["held_on_0"], both["held_on_1"], both["method"]) == (["3"], [""], ["phone"])
    assert "held_on_2" not in both


def test_nobodys_form_cannot_be_taken_over(planned, iro, practice_manager, client_for):
    theirs = reverse("outcome_form_others", args=[planned.pk, iro.pk])
    assert client_for(practice_manager).get(theirs).status_code == 404
    assert client_for(practice_manager).post(theirs).status_code == 404


def test_who_submits_second_sees_both_and_loses_no_word(
    keep, planned, iro, practice_manager, client_for
):
    keep(iro, next_steps="The bike", method="phone")
    submitted(client_for(practice_manager), planned, filled_in(iro))
    check = reverse("outcome_form_check", args=[planned.pk])
    page = client_for(iro).post(check, {"version": "1"})
    assert page.status_code == 409
    text = words(page)
    assert f"already submitted by {practice_manager}" in text
    assert "The bike" in text
    assert "By phone" in text
    assert "In person" in text
    assert Draft.objects.get(by=iro).answers["next_steps"] == ["The bike"]


def test_words_typed_after_the_other_submitted_are_kept_too(
    planned, iro, practice_manager, client_for
):
    submitted(client_for(practice_manager), planned, filled_in(iro))
    form = reverse("outcome_form", args=[planned.pk])
    typed = filled_in(iro, next_steps="Typed on the train")
    told = client_for(iro).post(form, typed | {"autosave": "1"})
    assert told.status_code == 409
    assert "What you typed is kept" in told.json()["problem"]
    page = client_for(iro).get(form)
    assert "Typed on the train" in words(page)
    mine = client_for(iro).get(reverse("outcome_form_correct", args=[planned.pk]), {"mine": "1"})
    assert mine.context["form"]["next_steps"].value() == "Typed on the train"
    assert mine.context["form"]["version"].value() == "0"
    review = words(client_for(iro).get(reverse("review", args=[planned.pk])))
    assert "You have answers of your own that were not submitted" in review


def test_a_correction_made_of_ones_own_words_ends_the_draft(
    planned, iro, practice_manager, client_for
):
    submitted(client_for(practice_manager), planned, filled_in(iro))
    typed = filled_in(iro, next_steps="Typed on the train")
    client_for(iro).post(reverse("outcome_form", args=[planned.pk]), typed)
    correct = reverse("outcome_form_correct", args=[planned.pk])
    client_for(iro).post(f"{correct}?mine=1", typed | {"version": 0, "reason": "Left out"})
    assert OutcomeForm.objects.get().next_steps == "Typed on the train"
    assert not Draft.objects.exists()


def test_own_words_can_be_thrown_away(planned, iro, practice_manager, client_for):
    submitted(client_for(practice_manager), planned, filled_in(iro))
    form = reverse("outcome_form", args=[planned.pk])
    client_for(iro).post(form, filled_in(iro, next_steps="Not needed"))
    page = client_for(iro).post(form, {"drop": "drop"}, follow=True)
    assert "thrown away" in words(page)
    assert not Draft.objects.exists()
