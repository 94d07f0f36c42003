"""When, where and by whom a review will be held."""

from datetime import date, datetime

from accounts.models import User
from iro_service.forms import (
    CheckboxesField,
    DayField,
    ModelSelectField,
    QuestionForm,
    RadiosField,
    ShortTextField,
    TimeField,
)
from iro_service.templatetags.house import day as in_words
from reviews.actions.booking import MAY_WANT_IT_SOONER
from reviews.forms.parts import Part
from reviews.holding import why_not_booked
from reviews.models import PlanChange, Review
from reviews.plan import planned_day
from statute.timescales import LONDON

AskedBy = PlanChange.AskedBy
PEOPLE = [one for one in AskedBy.choices if one[0] != AskedBy.LAW]
SOONER = [one for one in AskedBy.choices if one[0] in MAY_WANT_IT_SOONER]


class BookingForm(QuestionForm):
    """The booking of a planned review; where it is booked already, also why that changes."""

    button = "Book the review"

    day = DayField(
        label="Which day?", noun="the day of the review", help_text="For example, 27 3 2017"
    )
    time = TimeField(label="At what time?", noun="the time of the review")
    place = ShortTextField(
        label="Where, or how?",
        noun="the place of the review",
        help_text="An address, or “by video”",
    )
    chair = ModelSelectField(
        label="Who will chair it?",
        noun="who will chair the review",
        queryset=User.objects.none(),
    )
    asked_by = RadiosField(label="Who asked for the change?", choices=PEOPLE, inline=True)
    reason = ShortTextField(
        label="Why is the booking changed?", noun="why the booking is changed", limit=500
    )

    def __init__(self, *args, review: Review, on: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.review, self.on = review, on
        self.fields["chair"].queryset = User.objects.independent_reviewing_officers()
        if not (review.booked_for or self.always_asks_why):
            del self.fields["asked_by"], self.fields["reason"]

    always_asks_why = False

    def layout(self) -> list:
        """Say under the day when it would be too late."""
        late = Part("reviews/parts/booked_late.html", review=self.review)
        asked = [name for name in self.fields if name != "day"]
        return [
            self.block("day"),
            self.reveal_after(late, day="day", due_on=self.review.due_on),
            *(self.block(name) for name in asked),
        ]

    def clean_day(self) -> date:
        """Refuse a day on which this child's review cannot be."""
        day = self.cleaned_data["day"]
        if day and (sentence := self.why_not(day)):
            self.add_error("day", sentence)
        return day

    def why_not(self, day: date) -> str:
        """Why the review cannot be on the day; else ''."""
        return why_not_booked(self.review, day, on=self.on)

    @property
    def booking(self) -> dict:
        """What the actions that book take, once the form is valid."""
        typed = dict(self.cleaned_data)
        day, time = typed.pop("day"), typed.pop("time")
        return typed | {"booked_for": datetime.combine(day, time, tzinfo=LONDON)}


class TogetherForm(BookingForm):
    """The booking of a review, and of other children's on the same occasion."""

    siblings = CheckboxesField(
        label="Which children are reviewed together with this one?",
        noun="the children reviewed together",
        help_text="Each has an outcome form of their own; what they share is typed once",
        required=False,
    )
    another = ModelSelectField(
        label="Another child of this IRO (optional)",
        noun="the other child",
        queryset=Review.objects.none(),
        autocomplete=True,
        required=False,
    )

    def __init__(self, *args, family: list[Review], others, **kwargs):
        super().__init__(*args, **kwargs)
        self.family = {str(one.pk): one for one in family}
        self.fields["siblings"].choices = [
            (pk, f"{_named(one)}. {one.why}") for pk, one in self.family.items()
        ]
        self.fields["another"].queryset = others
        self.fields["another"].label_from_instance = _named
        if not family:
            del self.fields["siblings"]

    def clean(self) -> dict:
        """Refuse a day that is wrong for one of the others, by their name."""
        answers = super().clean()
        for one in self.others:
            day = answers.get("day")
            if day and (sentence := why_not_booked(one, day, on=self.on)):
                self.add_error("day", f"{one.child.given_name}: {sentence}")
                break
            if one.booked_for and not self.review.booked_for and "reason" not in self.fields:
                self.add_error(None, f"{one.child.given_name}'s review is booked already. {OPEN}")
        return answers

    @property
    def others(self) -> list[Review]:
        """The other reviews chosen."""
        chosen = [self.family[pk] for pk in self.cleaned_data.get("siblings", [])]
        another = self.cleaned_data.get("another")
        return [*chosen, another] if another and another not in chosen else chosen

    @property
    def booking(self) -> dict:
        """What the actions that book take, less who else it is for."""
        return {
            name: value
            for name, value in super().booking.items()
            if name not in ("siblings", "another")
        }


OPEN = "Change that booking from its own page, where these two can be put together"


class BringForwardForm(BookingForm):
    """An earlier day than the one planned, wanted by the child or the IRO."""

    button = "Bring the review forward"
    always_asks_why = True

    asked_by = RadiosField(
        label="Who asked for it?", noun="who asked for an earlier review", choices=SOONER
    )
    reason = ShortTextField(
        label="Why?", noun="why the review is brought forward", limit=500
    )  # fmt: skip

    def why_not(self, day: date) -> str:
        """Why the review cannot be brought forward to the day; else ''."""
        now = planned_day(self.review)
        if day >= now:
            return f"The day of the review must be before {in_words(now)}, as it is planned now"
        return super().why_not(day)


def _named(review: Review) -> str:
    booked = f", booked for {in_words(review.booked_for)}" if review.booked_for else ""
    return f"{review.child} ({review.child.reference}), due by {in_words(review.due_on)}{booked}"
