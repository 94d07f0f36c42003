"""The question for timeliness of a month, as published."""

from datetime import date

from iro_service.forms import QuestionForm, SelectField, WholeNumberField
from reporting.forms.years import years_before


class PublishedMonthForm(QuestionForm):
    """Timeliness of a month as published."""

    month = SelectField(label="Month", missing="Select the month")
    reviews = WholeNumberField(label="Reviews held", noun="the number of reviews held")
    in_timescale = WholeNumberField(
        label="Reviews in timescale", noun="the number of reviews in timescale"
    )

    def __init__(self, *args, records_from: date, known: date | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        if known:  # the month stays: only its numbers are corrected
            del self.fields["month"]
            return
        months = [day for year in years_before(records_from) for day in year.months]
        words = [(f"{day:%Y-%m}", f"{day:%B %Y}") for day in months]
        self.fields["month"].choices = [("", "Select"), *words]

    def clean_month(self) -> date:
        """The first day of the month."""
        return date.fromisoformat(f"{self.cleaned_data['month']}-01")

    def clean(self):
        """A part is not more than its whole."""
        reviews, part = (self.cleaned_data.get(name) for name in ("reviews", "in_timescale"))
        if None not in (reviews, part) and part > reviews:
            self.add_error(
                "in_timescale", "Reviews in timescale cannot be more than the reviews held"
            )
