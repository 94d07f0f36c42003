"""The browser's own picker of a day, for a filter that lives in the address."""

from datetime import date

from django import forms

NOT_A_DAY = {"invalid": "Enter a real day, like 2017-07-20"}


class DayInput(forms.DateInput):
    """The browser's own day picker; a filter's day has no need of three boxes."""

    input_type = "date"

    def __init__(self):
        super().__init__(attrs={"class": "govuk-input govuk-input--width-10"})

    def format_value(self, value):
        """The day as the browser's picker wants it."""
        return value.isoformat() if isinstance(value, date) else value
