"""What is asked of a child's words."""

from datetime import date

from iro_service.forms import (
    DayField,
    LongTextField,
    PersonNameField,
    QuestionForm,
    RadiosField,
    SelectField,
)
from statute.ages import BANDS

YES, NO = "yes", "no"


class QuoteForm(QuestionForm):
    """The child's words, how old the child is, and what the child agreed to."""

    button = "Save the words"
    words = LongTextField(
        label="The child's words",
        missing="Enter the child's words",
        noun="the child's words",
        help_text="As the child said or wrote them, without a name or a place",
        limit=1000,
    )
    age_band = SelectField(
        label="How old is the child?", missing="Select how old the child is",
        choices=list(BANDS.items()),
    )  # fmt: skip
    consent_on = DayField(
        label="When did the child agree that it is printed?", noun="the day the child agreed"
    )
    consent_to = PersonNameField(
        label="Who asked the child?", missing="Enter who asked the child", limit=120,
        noun="the name of who asked the child", help_text="This is not printed",
    )  # fmt: skip
    for_public = RadiosField(
        label="Did the child agree that everybody may read it?",
        missing="Select whether the child agreed that everybody may read it",
        help_text="Without it, the words stand in the internal report only",
        choices=[(YES, "Yes"), (NO, "No, only those who work with the report")],
    )

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["consent_on"].latest = today

    def clean_for_public(self) -> bool:
        """Whether everybody may read it."""
        return self.cleaned_data["for_public"] == YES
