"""The question for a year's participation and number of children, as published."""

from datetime import date

from iro_service.forms import QuestionForm, SelectField, WholeNumberField
from reporting.figures import ReportingYear
from reporting.forms.years import years_before


class PublishedYearForm(QuestionForm):
    """Participation in a year, and the children on its last day, as published."""

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

    looked_after = WholeNumberField(
        label="Children looked after on 31 March, the last day of the year (optional)",
        noun="the number of children looked after",
        required=False,
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
