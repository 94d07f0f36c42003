"""What is asked of priorities, of how they went, and of what was said and done."""

from datetime import date, timedelta

from iro_service.forms import (
    DayField,
    LongTextField,
    QuestionForm,
    RadiosField,
    SelectField,
    ShortTextField,
)
from reporting.measures import MEASURES
from reporting.models import Priority


class PriorityForm(QuestionForm):
    """What is to be done, by whom, by when, and how is it known that it is done?"""

    button = "Save the priority"
    title = ShortTextField(
        label="What is to be done?", missing="Enter what is to be done", noun="what is to be done",
        limit=300,
    )  # fmt: skip
    lead = ShortTextField(
        label="Who leads on it?", missing="Enter who leads on it", noun="who leads on it",
        help_text="A post says it better than a name: everybody reads the report", limit=120,
    )  # fmt: skip
    due_on = DayField(label="By when?", noun="the day it is to be done by")
    measure = ShortTextField(
        label="How will it be known that it is done?",
        missing="Enter how it will be known that it is done",
        noun="how it will be known that it is done",
        limit=300,
    )
    figure = SelectField(
        label="Which figure tells it? (optional)",
        help_text="Next year's report shows it as it was and as it is then",
        choices=[(key, one.words) for key, one in MEASURES.items()],
        empty="None of them",
        required=False,
    )

    def __init__(self, *args, after: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["due_on"].earliest = after + timedelta(days=1)


class LookBackForm(QuestionForm):
    """How did it go?"""

    result = RadiosField(
        label="How far is it?", missing="Select how far it is", choices=Priority.Result.choices
    )
    went = LongTextField(
        label="How did it go?", missing="Enter how it went", noun="how it went", limit=2000
    )


class SaidForm(QuestionForm):
    """What was said, and what was done?"""

    said = ShortTextField(
        label="You said", missing="Enter what was said", noun="what was said", limit=500,
        help_text="What children or parents told the service, in words that name nobody",
    )  # fmt: skip
    did = ShortTextField(
        label="We did", missing="Enter what was done", noun="what was done", limit=500
    )
