"""The outcome form: five short sections on one page."""

from datetime import date, datetime

from crispy_forms_gds.layout import Button
from django.forms.utils import ErrorDict
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from iro_service.forms import (
    CheckboxesField,
    DayField,
    LongTextField,
    ModelSelectField,
    QuestionForm,
    RadiosField,
    ShortTextField,
    TimeField,
)
from iro_service.templatetags.house import day as in_words
from reviews.actions.outcome import Agreed
from reviews.codes import PARTICIPATION, Attendee, LateReason, Method
from reviews.forms.decision import MOST, DecisionForm
from reviews.forms.participation import groups_for
from reviews.forms.parts import Part
from reviews.holding import why_not_at, why_not_code, why_not_held
from reviews.models import Review
from statute.timescales import LONDON

LATE_REASONS = [one for one in LateReason.choices if one[0] != LateReason.NOT_RECORDED]
YES_NO = [("yes", "Yes"), ("no", "No")]


class OutcomeFormQuestions(QuestionForm):
    """What an IRO answers within 24 hours of a review."""

    button = "Continue"

    held_on = DayField(label="Which day was it held?", noun="the day the review was held")
    late_reason = RadiosField(
        label="Why was it late?",
        noun="why the review was late",
        choices=LATE_REASONS,
        required=False,
    )
    late_detail = ShortTextField(
        label="More about why it was late (optional)",
        noun="what you say about why it was late",
        limit=500,
        required=False,
    )
    held_time = TimeField(label="At what time did it begin?", noun="the time the review began")
    method = RadiosField(
        label="How was it held?",
        choices=Method.choices,
        missing="Select how the review was held",
        inline=True,
    )
    chair = ModelSelectField(
        label="Who chaired it?", noun="who chaired the review", queryset=User.objects.none()
    )
    participation_code = RadiosField(choices=PARTICIPATION)
    attendees = CheckboxesField(label="Who else came?", choices=Attendee.choices, required=False)
    others_attending = ShortTextField(
        label="Anyone else who came (optional)", noun="who else came", limit=300, required=False
    )
    seen_alone = RadiosField(choices=YES_NO, inline=True)
    not_alone_reason = LongTextField(
        noun="why the child was not seen alone", limit=1000, rows=2, required=False
    )
    next_steps = LongTextField(
        label="What happens next? (optional)",
        noun="what happens next",
        help_text="Anything to be done before the next review that is not one of the decisions",
        limit=2000,
        rows=3,
        required=False,
    )

    def __init__(self, data=None, *, review: Review, at: datetime, **kwargs):
        super().__init__(data, **kwargs)
        self.review, self.at = review, at
        # Named, or the place in the page that a new row leads to would stick to every answer.
        self.action = reverse("outcome_form", args=[review.pk])
        self.on = timezone.localtime(at).date()
        name = review.child.given_name
        self.fields["chair"].queryset = User.objects.independent_reviewing_officers()
        taking_part = self.fields["participation_code"]
        taking_part.label = f"Did {name} come to the review, and how did they take part?"
        _say(taking_part, f"Select how {name} took part")
        seen_alone = self.fields["seen_alone"]
        seen_alone.label = f"Did you see {name} alone?"
        _say(seen_alone, f"Select yes if you saw {name} alone")
        self.fields["not_alone_reason"].label = f"Why was {name} not seen alone?"
        groups = self._groups()["groups"]
        if len(groups) == len(groups[0].choices) == 1:  # a baby: there is nothing to ask
            self.initial.setdefault("participation_code", *groups[0].choices)
        rows = _number(data.get("decisions")) if data is not None else 1
        self.rows = [DecisionForm(data, number=n) for n in range(1, rows + 1)]

    @property
    def names(self) -> set[str]:
        """What the page may send of this form; only that is kept in a draft."""
        own = {bound.html_name for form in (self, *self.rows) for bound in form}
        days = {f"{name}_{part}" for name in own for part in range(3)}
        return own | days | {"decisions"}

    def layout(self) -> list:
        """The five sections."""
        name = self.review.child.given_name
        return [
            Part("reviews/parts/first_button.html"),
            self.section(
                "The review",
                "held_on",
                self.reveal_after(
                    Part("reviews/parts/held_late.html", review=self.review),
                    "late_reason",
                    "late_detail",
                    day="held_on",
                    due_on=self.review.due_on,
                ),
                "held_time",
                "method",
                "chair",
            ),
            self.section("Taking part", Part("reviews/parts/participation.html", **self._groups())),
            self.section(
                "Who came",
                "attendees",
                "others_attending",
                "seen_alone",
                self.reveal("not_alone_reason", when="seen_alone", equals="no"),
            ),
            self.section("Decisions", Part("reviews/parts/decisions.html", most=MOST, name=name)),
            self.section("What next", "next_steps"),
        ]

    def buttons(self) -> list:
        """Go on, or keep it for later."""
        later = Button.secondary("later", "Save and come back later", css_id="later")
        return [*super().buttons(), later]

    def is_valid(self) -> bool:
        """Check the decisions too, so that the page shows all there is to mend at once."""
        return all([super().is_valid(), *(row.is_valid() for row in self.rows)])

    def clean(self) -> dict:
        """Check the answers against each other and against the child's record."""
        answers = super().clean()
        held_on, held_time = answers.get("held_on"), answers.get("held_time")
        if held_on and (wrong := why_not_held(self.review, held_on, on=self.on)):
            self.add_error("held_on", wrong)
        elif held_on:
            self._check_by_the_day(held_on, answers)
            if held_time is not None:
                self._blame("held_time", why_not_at(held_on, held_time, at=self.at))
        if answers.get("seen_alone") == "no" and answers.get("not_alone_reason") == "":
            name = self.review.child.given_name
            self._blame("not_alone_reason", f"Enter why {name} was not seen alone")
        return answers

    @property
    def answers(self) -> dict:
        """What submit_outcome_form takes, once the form is valid."""
        typed = dict(self.cleaned_data)
        held_on, began = typed.pop("held_on"), typed.pop("held_time")
        late = held_on > self.review.due_on
        return typed | {
            "held_at": datetime.combine(held_on, began, tzinfo=LONDON),
            "seen_alone": typed["seen_alone"] == "yes",
            "not_alone_reason": typed["not_alone_reason"] if typed["seen_alone"] == "no" else "",
            "late_reason": typed["late_reason"] if late else "",
            "late_detail": typed["late_detail"] if late else "",
            "decisions": [Agreed(**row.cleaned_data) for row in self.rows if not row.is_blank],
        }

    def unchecked(self) -> "OutcomeFormQuestions":
        """Show what was typed without judging it yet: a row is being added, or a draft opened."""
        for form in (self, *self.rows):
            form._errors, form.cleaned_data = ErrorDict(), {}
        return self

    def _check_by_the_day(self, held_on: date, answers: dict) -> None:
        """Check what depends on the day: the reason if late, the code, the decisions' days."""
        self._blame("late_reason", self._why_no_reason(held_on, answers))
        code = answers.get("participation_code", "")
        self._blame("participation_code", code and why_not_code(self.review, code, held_on))
        for row in self.rows:
            by_when = row.is_valid() and row.cleaned_data.get("by_when")
            if by_when and by_when < held_on:
                noun = row.fields["by_when"].noun
                sentence = f"{noun} must be on or after the review, {in_words(held_on)}"
                row.add_error("by_when", sentence)

    def _why_no_reason(self, held_on: date, answers: dict) -> str:
        due_on = self.review.due_on
        if held_on <= due_on or "late_reason" not in answers:
            return ""
        if not answers["late_reason"]:
            return f"Say why the review was late: it was due on {in_words(due_on)}"
        if answers["late_reason"] == LateReason.OTHER and answers.get("late_detail") == "":
            self._blame("late_detail", "Say what the other reason was")
        return ""

    def _blame(self, field: str, sentence: str) -> None:
        if sentence:
            self.add_error(field, sentence)

    def _groups(self) -> dict:
        period = self.review.period
        last = min(self.on, period.ended_on or self.on)
        first = min(max(self.review.base_on, period.started_on), last)
        return {"groups": groups_for(self.review, first, last)}


def _say(field: RadiosField, sentence: str) -> None:
    """Give the sentence for no answer, and for one that is none of those offered."""
    field.error_messages |= {"required": sentence, "invalid_choice": sentence}


def known_answers(review: Review, user) -> dict:
    """What need not be asked: the booked day and time, and who chairs."""
    chair = review.chair or (user if user.is_iro else None)
    booked = review.booked_for and timezone.localtime(review.booked_for)
    known = {"held_on": booked.date(), "held_time": booked.time()} if booked else {}
    return known | {"chair": chair.pk if chair else None}


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
