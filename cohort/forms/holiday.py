"""The question of a proclaimed bank holiday."""

from django.core.exceptions import ValidationError

from cohort.actions.holidays import why_not_holiday
from iro_service.forms import DayField, QuestionForm, ShortTextField


class HolidayForm(QuestionForm):
    """Which day has been proclaimed a bank holiday, and what for?"""

    button = "See what would move"

    day = DayField(label="Day", noun="the day", missing="Enter the day")
    name = ShortTextField(
        label="Name",
        noun="the name",
        limit=80,
        help_text="For example: State funeral",
        missing="Enter the name of the bank holiday",
    )

    def clean_day(self):
        """Refuse a day on which offices do not work anyway, and a year nobody knows."""
        day = self.cleaned_data["day"]
        if why := why_not_holiday(day):
            raise ValidationError(why)
        return day
