"""The outcome form: short sections on one page."""

from datetime import date, datetime

from crispy_forms_gds.layout import Button
from django.http import QueryDict
from django.urls import reverse

from accounts.models import User
from iro_service.forms import ModelSelectField, RadiosField
from iro_service.templatetags.house import day as in_words
from reviews.actions.outcome import Agreed
from reviews.codes import Method
from reviews.forms.became import last_time_forms
from reviews.forms.decision import MOST, DecisionForm
from reviews.forms.how_it_went import HowItWent
from reviews.forms.parts import Part
from reviews.holding import why_not_held
from reviews.models import Review
from statute.timescales import LONDON


class OutcomeFormQuestions(HowItWent):
    """What an IRO answers within 24 hours of a review."""

    button = "Continue"

    method = RadiosField(
        label="How was it held?",
        choices=Method.choices,
        missing="Select how the review was held",
        inline=True,
    )
    chair = ModelSelectField(
        label="Who chaired it?", noun="who chaired the review", queryset=User.objects.none()
    )

    def __init__(self, data=None, *, review: Review, at: datetime, decisions=(), **kwargs):
        super().__init__(data, review=review, at=at, **kwargs)
        # Named, or the place in the page that a new row leads to would stick to every answer.
        self.action = reverse("outcome_form", args=[review.pk])
        self.fields["chair"].queryset = User.objects.independent_reviewing_officers()
        count = _number(data.get("decisions")) if data is not None else max(len(decisions), 1)
        known = [*decisions, *[{}] * count]
        self.rows = [DecisionForm(data, number=n + 1, initial=known[n]) for n in range(count)]
        self.became = last_time_forms(data, review)

    @property
    def others(self) -> list:
        """The forms within this one: what became of the last decisions, and the new ones."""
        return [*self.became, *self.rows]

    @property
    def names(self) -> set[str]:
        """What the page may send of this form; only that is kept in a draft."""
        own = {bound.html_name for form in (self, *self.others) for bound in form}
        days = {f"{name}_{part}" for name in own for part in range(3)}
        return own | days | {"decisions"}

    def layout(self) -> list:
        """The sections; the last review's decisions only where there are any."""
        name = self.review.child.given_name
        return [
            Part("reviews/parts/first_button.html"),
            self.section("The review", *self.the_day(), "method", "chair"),
            *self.the_child_and_others(),
            self.placement_and_plans(),
            *self._last_decisions(),
            self.section("Decisions", Part("reviews/parts/decisions.html", most=MOST, name=name)),
            self.section("What next", "next_steps", "concern"),
        ]

    def _last_decisions(self) -> list:
        if not self.became:
            return []
        held = in_words(self.became[0].decision.review.held_on)
        part = Part("reviews/parts/last_decisions.html", on=self.on)
        return [self.section(f"Decisions of the review of {held}", part)]

    def buttons(self) -> list:
        """Go on, or keep it for later."""
        later = Button.secondary("later", "Save and come back later", css_id="later")
        return [*super().buttons(), later]

    def is_valid(self) -> bool:
        """Check the decisions too, so that the page shows all there is to mend at once."""
        return all([super().is_valid(), *(form.is_valid() for form in self.others)])

    @property
    def answers(self) -> dict:
        """What submit_outcome_form takes, once the form is valid."""
        typed = super().answers
        del typed["plans_checked"]  # the page asks, so they were
        held_on, began = typed.pop("held_on"), typed.pop("held_time")
        return typed | {
            "held_at": datetime.combine(held_on, began, tzinfo=LONDON),
            "decisions": [Agreed(**row.cleaned_data) for row in self.rows if not row.is_blank],
            "became": {one.decision.number: one.became for one in self.became if one.became},
        }

    def unchecked(self) -> "OutcomeFormQuestions":
        """Show what was typed without judging it yet: a row is being added, or a draft opened."""
        for form in self.others:
            form.unchecked()
        return super().unchecked()

    def why_not_on(self, day: date) -> str:
        """Why the review cannot have been held on the day; else ''."""
        return why_not_held(self.review, day, on=self.on)

    def check_by_the_day(self, held_on: date, answers: dict) -> None:
        """Check the decisions' days too."""
        super().check_by_the_day(held_on, answers)
        for row in self.rows:
            by_when = row.is_valid() and row.cleaned_data.get("by_when")
            if by_when and by_when < held_on:
                noun = row.fields["by_when"].noun
                sentence = f"{noun} must be on or after the review, {in_words(held_on)}"
                row.add_error("by_when", sentence)


def with_one_more_row(data: QueryDict) -> QueryDict:
    """The same answers with room for another decision."""
    more = data.copy()
    more["decisions"] = str(min(_number(data.get("decisions")) + 1, MOST))
    return more


def _number(typed) -> int:
    """How many rows the page had; anything odd counts as one."""
    text = str(typed or "")
    return (
        min(max(int(text), 1), MOST) if text.isascii() and text.isdigit() and len(text) < 4 else 1
    )
