"""The questions of reporting."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from iro_service.forms import QuestionForm, SelectField, WholeNumberField
from iro_service.forms.sentences import Sentences
from reporting.figures import ReportingYear
from reporting.figures.year import PUBLISHED

YEARS_BACK = 6
FILE_AT_MOST = 1_000_000  # bytes: a hundred years of months are under 10,000


def years_before(records_from: date) -> list[ReportingYear]:
    """The years a council may have published figures of, the latest first."""
    latest = ReportingYear.of(records_from)
    if latest.basis(records_from) != PUBLISHED:
        latest = latest.before(1)
    return [latest.before(n) for n in range(YEARS_BACK)]


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


class PublishedYearForm(QuestionForm):
    """Participation in a year as published."""

    year = SelectField(label="Year", missing="Select the year")
    reviews_aged_4_and_over = WholeNumberField(
        label="Reviews of children aged 4 and over",
        noun="the number of reviews of children aged 4 and over",
    )
    participated = WholeNumberField(
        label="Reviews in which the child took part",
        noun="the number of reviews in which the child took part",
    )
    not_recorded = WholeNumberField(
        label="Reviews with nothing recorded", noun="the number of reviews with nothing recorded"
    )

    def __init__(self, *args, records_from: date, known: str | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        if known:
            del self.fields["year"]
            return
        years = [(str(year), str(year)) for year in years_before(records_from)]
        self.fields["year"].choices = [("", "Select"), *years]

    def clean_year(self) -> ReportingYear:
        """The reporting year."""
        return ReportingYear.parse(self.cleaned_data["year"])

    def clean(self):
        """The parts are not more than their whole."""
        names = ("reviews_aged_4_and_over", "participated", "not_recorded")
        whole, *parts = (self.cleaned_data.get(name) for name in names)
        if None not in (whole, *parts) and sum(parts) > whole:
            self.add_error(
                "reviews_aged_4_and_over",
                "Reviews of children aged 4 and over cannot be fewer than those in which the "
                "child took part and those with nothing recorded together",
            )


class CsvField(Sentences, forms.FileField):
    """A CSV file of a sensible size."""

    noun = "a CSV file"

    def clean(self, data, initial=None):
        """Give the file, or say why it is not taken."""
        file = super().clean(data, initial)
        if file and file.size > FILE_AT_MOST:
            raise ValidationError("The file must be smaller than 1 MB")
        return file


class PublishedFileForm(QuestionForm):
    """A file of published figures."""

    button = "Import"
    file = CsvField(
        label="CSV file",
        missing="Choose a CSV file",
        error_messages={"empty": "The file is empty", "invalid": "Choose a CSV file"},
        help_text="Timeliness by month has the columns year, month, reviews and "
        "reviews_in_timescale. Participation by year has the columns year, "
        "reviews_aged_4_and_over, participated and not_recorded.",
    )
