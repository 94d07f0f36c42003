"""What happens to a review before it is held: adjourned, in parts, cancelled, in error."""

from datetime import date

from iro_service.forms import DayField, LongTextField, QuestionForm, ShortTextField, TimeField
from reviews.holding import why_not_begun
from reviews.models import Review


class BegunForm(QuestionForm):
    """A question about a day on which the review was begun."""

    def __init__(self, *args, review: Review, on: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.review, self.on = review, on

    def clean_day(self) -> date:
        """Refuse a day on which no part of it can have been."""
        day = self.cleaned_data["day"]
        if day and (sentence := why_not_begun(self.review, day, on=self.on)):
            self.add_error("day", sentence)
        return day


class AdjournForm(BegunForm):
    """When and why a review that was begun was adjourned."""

    button = "Adjourn the review"

    day = DayField(
        label="On which day was it begun and adjourned?", noun="the day the review was adjourned"
    )
    reason = ShortTextField(
        label="Why was it adjourned?", noun="why the review was adjourned", limit=500
    )


class PartForm(BegunForm):
    """One part of a review completed in several."""

    button = "Add this part"

    day = DayField(label="On which day was this part held?", noun="the day this part was held")
    with_whom = ShortTextField(
        label="With whom?",
        noun="with whom this part was held",
        help_text="For example, Ella and her foster carer, at home",
        limit=300,
    )


class CancelForm(QuestionForm):
    """Why a planned review is cancelled."""

    button = "Cancel the review"

    reason = ShortTextField(
        label="Why is it cancelled?", noun="why the review is cancelled", limit=500
    )


class HeldBeforeForm(QuestionForm):
    """When a review was held whose due day changed before it was entered, and why so late."""

    button = "Enter it under the rules of that day"

    day = DayField(label="On which day was it held?", noun="the day the review was held")
    time = TimeField(label="At what time did it begin?", noun="the time the review began")
    place = ShortTextField(label="Where was it held?", noun="where the review was held")
    reason = ShortTextField(
        label="Why was it not entered before?",
        noun="why it was not entered before",
        help_text="It is kept with the review for good",
        limit=400,
    )


class StrikeForm(QuestionForm):
    """What is wrong with the record of a review that was never held, or not like that."""

    button = "Ask to take it out"

    reason = LongTextField(
        label="What is wrong?",
        noun="what is wrong",
        help_text="For example, it was entered for the wrong child",
        limit=500,
        rows=3,
    )


class LetItStandForm(QuestionForm):
    """Why a review said to be recorded in error stands."""

    button = "Let it stand"

    reason = LongTextField(
        label="Why does it stand?",
        noun="why the review stands",
        help_text="It is kept with the review, with your name, for whoever asked",
        limit=250,
        rows=3,
    )


class TakeOutPartForm(QuestionForm):
    """What is wrong with a part of a review."""

    button = "Take this part out"

    reason = ShortTextField(
        label="What is wrong with it?", noun="what is wrong with this part", limit=180
    )
