"""Which two days the children are compared on; both live in the address."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django.core.exceptions import ValidationError

from iro_service.forms import FilterForm
from reporting.comparison import Compared
from reporting.forms.patterns import day_field

A_YEAR = relativedelta(years=1)
EARLIEST = 1990  # the day a year before must be one too


class CohortForm(FilterForm):
    """A day, and the other day it is compared with."""

    on = day_field("Children on")

    def __init__(self, data, *, today: date):
        self.today, self.usual = today, Compared(today, today - A_YEAR)
        typed = {name: words for name, words in data.items() if words}
        super().__init__({"on": today, **typed})
        if "with" not in typed:
            self.data["with"] = self._a_year_before()

    @property
    def days(self) -> Compared:
        """The two days; today and a year ago while those typed make no sense."""
        if not self.is_valid():
            return self.usual
        return Compared(self.cleaned_data["on"], self.cleaned_data["with"])

    def clean(self):
        """Both days are past or today, and they are two."""
        cleaned = super().clean()
        on, other = cleaned.get("on"), cleaned.get("with")
        for name, day in (("on", on), ("with", other)):
            if day and day > self.today:
                self.add_error(name, "The day must be today or earlier")
            elif day and day.year < EARLIEST:
                self.add_error(name, f"The day must be in {EARLIEST} or later")
        if on and on == other:
            self.add_error("with", "Choose another day to compare with")
        return cleaned

    def _a_year_before(self) -> date:
        try:
            on = self.fields["on"].clean(self.data["on"])
        except ValidationError:
            return self.usual.other
        return on - A_YEAR if on and on.year > 1 else self.usual.other


# "with" is Python's own word, so the field is declared by name.
CohortForm.base_fields["with"] = day_field("Compared with")
