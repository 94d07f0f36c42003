"""The questions about the end of a child's care, and its new beginning."""

from django.core.exceptions import ValidationError

from cohort.actions.care import why_not_again, why_not_end
from cohort.forms.child import COMING, CareFields
from cohort.forms.places import PLACE
from cohort.models import PeriodOfCare
from iro_service.forms import DayField, QuestionForm, SelectField

WHY_CARE_ENDED = PeriodOfCare._meta.get_field("reason_ended").choices


class EndOfCareForm(QuestionForm):
    """When and why did the child stop being looked after?"""

    button = "End the period of care"

    ended_on = DayField(
        label="Day the child stopped being looked after",
        noun="the day care ended",
        missing="Enter the day care ended",
    )
    reason = SelectField(label="Reason", choices=WHY_CARE_ENDED, missing="Select the reason")

    def __init__(self, data=None, *, period, today, **kwargs):
        super().__init__(data, **kwargs)
        self.period, self.today = period, today

    def clean_ended_on(self):
        """Hold the day against the period of care."""
        day = self.cleaned_data["ended_on"]
        if why := why_not_end(self.period, day, on=self.today):
            raise ValidationError(why)
        return day


class BackInCareForm(CareFields):
    """A child who is looked after again."""

    button = "Save and plan the first review"

    def __init__(self, data=None, *, child, **kwargs):
        super().__init__(data, **kwargs)
        self.child = child

    def layout(self) -> list:
        return [
            self.section("Coming into care again", *COMING),
            self.section("Where the child lives now", *PLACE),
            self.section("People", "iro", "team", "worker"),
        ]

    def clean_started_on(self):
        """Hold the day against the child's age and care before."""
        day = self.cleaned_data["started_on"]
        if why := why_not_again(self.child, day, on=self.today):
            raise ValidationError(why)
        return day
