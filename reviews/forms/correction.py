"""The correction of an outcome form that was handed in."""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.urls import reverse

from iro_service.forms import ShortTextField
from reviews.correcting import DAY, answers_of, why_not_begun_at, why_not_held_on
from reviews.forms.how_it_went import UP_TO_DATE, HowItWent
from reviews.forms.parts import Part
from reviews.models import OutcomeForm

REOPEN = "Open the form again from the review's page, then correct it"
YES_NO = {True: "yes", False: "no", None: ""}


class CorrectionQuestions(HowItWent):
    """The answers that may be corrected, as they stand, and why they are."""

    button = "Save the correction"

    version = forms.IntegerField(
        min_value=0,
        max_value=2**31 - 1,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), REOPEN),
    )
    reason = ShortTextField(
        label="Why is it corrected?",
        noun="why the form is corrected",
        limit=500,
        help_text="What stood there before can still be read",
    )

    def __init__(self, data=None, *, form: OutcomeForm, may_move: bool, at, **kwargs):
        self.kept, self.form = answers_of(form), form
        known = as_asked(self.kept) | {"version": form.corrections.count()}
        kwargs["initial"] = known | kwargs.pop("initial", {})
        super().__init__(data, review=form.review, at=at, **kwargs)
        self.action = reverse("outcome_form_correct", args=[form.review_id])
        self.may_move = may_move
        if not may_move:
            for name in DAY:
                del self.fields[name]
            if form.review.held_in_time:
                del self.fields["late_reason"], self.fields["late_detail"]
        for name in ("placement_right", "permanence_plan", "plans"):
            self.fields[name].required = self.is_needed(name)

    def layout(self) -> list:
        """The reason first, then the sections; the day only for a manager."""
        day = self.the_day() if self.may_move else []
        if not self.may_move and "late_reason" in self.fields:
            day = ["late_reason", "late_detail"]
        return [
            Part("reviews/parts/first_button.html"),
            "version",
            "reason",
            *([self.section("The review", *day)] if day else []),
            *self.the_child_and_others(),
            self.placement_and_plans(),
            self.section("What next", "next_steps", "concern"),
        ]

    @property
    def changes(self) -> dict:
        """What correct_outcome_form takes, once the form is valid."""
        asked = self.answers
        return {name: asked[name] for name in self.kept if name in asked}

    def is_needed(self, field: str) -> bool:
        """Whether an answer may not be left out: what was never asked may stay so."""
        return as_asked(self.kept).get(field) not in ("", None, [])

    def why_not_on(self, day: date) -> str:
        """Why the review cannot have been held on the day; else ''."""
        return why_not_held_on(self.form, day) if day != self.review.held_on else ""

    def clean(self) -> dict:
        """Check the time against when the form was handed in."""
        answers = super().clean()
        held_on, began = answers.get("held_on"), answers.get("held_time")
        if held_on and began is not None and "held_time" not in self.errors:
            self.blame("held_time", why_not_begun_at(self.form, held_on, began))
        return answers


def as_asked(answers: Mapping) -> dict:
    """Answers as they are kept, the way the page asks for them."""
    plans = list(answers["plans_out_of_date"])
    asked = {name: YES_NO[answers[name]] for name in ("advocate_offered", "placement_right")}
    return {
        **answers,
        **asked,
        "seen_alone": YES_NO[answers["seen_alone"]],
        "plans": plans or ([UP_TO_DATE] if answers["plans_checked"] else []),
    }
