"""When, where and by whom a review will be held."""

from datetime import date, datetime

from accounts.models import User
from iro_service.forms import DayField, ModelSelectField, QuestionForm, ShortTextField, TimeField
from reviews.forms.parts import Part
from reviews.holding import why_not_booked
from reviews.models import Review
from statute.timescales import LONDON


class BookingForm(QuestionForm):
    """The booking of a planned review."""

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

    def __init__(self, *args, review: Review, on: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.review, self.on = review, on
        self.fields["chair"].queryset = User.objects.independent_reviewing_officers()

    def layout(self) -> list:
        """Say under the day when it would be too late."""
        late = Part("reviews/parts/booked_late.html", review=self.review)
        return [
            self.block("day"),
            self.reveal_after(late, day="day", due_on=self.review.due_on),
            self.block("time"),
            self.block("place"),
            self.block("chair"),
        ]

    def clean_day(self) -> date:
        """Refuse a day on which this child's review cannot be."""
        day = self.cleaned_data["day"]
        if day and (sentence := why_not_booked(self.review, day, on=self.on)):
            self.add_error("day", sentence)
        return day

    @property
    def booked_for(self) -> datetime:
        """The moment the answers give."""
        return datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"], tzinfo=LONDON)
