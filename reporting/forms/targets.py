"""What is asked of a target, and of a PDF."""

from iro_service.forms import DecimalField, QuestionForm, SelectField


class TargetForm(QuestionForm):
    """From which year is how much aimed at?"""

    button = "Save the target"
    from_year = SelectField(label="From which year on?", missing="Select the year")
    value = DecimalField(
        label="Target", noun="the target", missing="Enter the target", decimal_places=1
    )

    def __init__(self, *args, years, unit: str, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(year.begins_in, str(year)) for year in years]
        self.fields["from_year"].choices = choices
        self.fields["value"].most = 100 if unit else 10_000
        self.fields["value"].label = f"Target ({unit})" if unit else "Target"

    def clean_from_year(self) -> int:
        """The calendar year in which it begins."""
        return int(self.cleaned_data["from_year"])
