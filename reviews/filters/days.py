"""The first and the last day of a list."""

from datetime import date

import django_filters
from django import forms


class DayInput(forms.DateInput):
    """The browser's own day picker; a filter's day has no need of three boxes."""

    input_type = "date"

    def __init__(self):
        super().__init__(attrs={"class": "govuk-input govuk-input--width-10"})

    def format_value(self, value):
        """The day as the browser's picker wants it."""
        return value.isoformat() if isinstance(value, date) else value


class DayFilter(django_filters.DateFilter):
    """A first or last day of the list."""

    def __init__(self, name: str, label: str):
        errors = {"invalid": "Enter a real day, like 2017-07-20"}
        super().__init__(
            name, label=label, widget=DayInput(), error_messages=errors, method="by_day"
        )
