"""The questions of the unit's registers."""

import re

from accounts.models import Role, User
from cohort.codes import Ethnicity, Sex
from cohort.forms.versioned import Versioned
from cohort.models import StaffFacts, StaffingChange, Training
from iro_service.forms import (
    DayField,
    DecimalField,
    LongTextField,
    ModelSelectField,
    PersonNameField,
    RadiosField,
    SelectField,
    ShortTextField,
    WholeNumberField,
)

SEXES = [(Sex.FEMALE.value, Sex.FEMALE.label), (Sex.MALE.value, Sex.MALE.label), ("", "Not said")]
# A child's record knows why an ethnicity is missing; here it is simply not said.
ETHNICITIES = [one for one in Ethnicity.choices if one[0] not in ("REFU", "NOBT")]
NAMES_NOBODY = "The annual report prints this sentence: it names nobody"


class RegisterForm(Versioned):
    """An entry of a register; a new one begins empty."""

    def __init__(self, data=None, *, row, today, **kwargs):
        names = [name for name in self.base_fields if name != "version"]
        initial = {name: getattr(row, name) for name in names}
        super().__init__(data, row=row, today=today, initial=initial, **kwargs)


class UnitManagerForm(RegisterForm):
    """Who manages the unit, and from when to when."""

    name = PersonNameField(label="Name", limit=120)
    title = ShortTextField(label="Title", noun="the title", limit=120)
    answers_for = LongTextField(
        label="What they answer for (optional)",
        noun="what they answer for",
        limit=1000,
        rows=3,
        required=False,
    )
    started_on = DayField(label="First day", noun="the first day")
    ended_on = DayField(
        label="Last day", noun="the last day", help_text="Empty while they are here", required=False
    )

    def clean(self):
        """Nobody leaves before they come."""
        typed = super().clean()
        first, last = typed.get("started_on"), typed.get("ended_on")
        if first and last and last < first:
            self.add_error("ended_on", "The last day must be the first day or later")
        return typed


class StaffingChangeForm(RegisterForm):
    """What changed the team."""

    on = DayField(label="When was it?", missing="Enter the day")
    kind = SelectField(
        label="What happened?", choices=StaffingChange.Kind.choices, missing="Select what happened"
    )
    person = ModelSelectField(
        label="Whom does it concern? (optional)",
        noun="whom it concerns",
        queryset=User.objects.none(),
        empty_label="Nobody here, or not said",
        help_text="Only managers see this",
        required=False,
    )
    full_time_equivalent = DecimalField(
        label="Full-time equivalent (optional)",
        noun="the full-time equivalent",
        least=0,
        most=9,
        help_text="For example, 1 or 0.6",
        required=False,
    )
    words = LongTextField(
        label="How is it told?", noun="how it is told", limit=500, rows=3, help_text=NAMES_NOBODY
    )

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["person"].queryset = User.objects.filter(role=Role.IRO)

    def clean(self):
        """What names somebody would be printed."""
        typed = super().clean()
        person, words = typed.get("person"), typed.get("words", "")
        named = [name for name in (person.first_name, person.last_name) if name] if person else []
        if any(re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE) for name in named):
            self.add_error("words", f"Tell it without the name of {person}")
        return typed


class TrainingForm(RegisterForm):
    """Training, or another event of development."""

    title = ShortTextField(label="What was it about?", noun="what it was about", limit=200)
    kind = RadiosField(
        label="What kind of event?", choices=Training.Kind.choices, missing="Select the kind"
    )
    held_on = DayField(
        label="On which day?", missing="Enter the day", help_text="A day to come is a plan"
    )
    hours = DecimalField(
        label="Hours (optional)",
        noun="the hours",
        least=0.5,
        most=99,
        decimal_places=1,
        required=False,
    )
    attended = WholeNumberField(
        label="How many IROs were there? (optional)",
        noun="how many were there",
        most=500,
        required=False,
    )
    learned = LongTextField(
        label="What does it change in the work? (optional)",
        noun="what it changes",
        limit=1000,
        rows=3,
        required=False,
    )

    def clean(self):
        """Nobody was at what is still to come."""
        typed = super().clean()
        day = typed.get("held_on")
        if day and day > self.today and typed.get("attended") is not None:
            self.add_error("attended", "Enter how many were there once it was held")
        return typed


class StaffFactsForm(RegisterForm):
    """What an IRO says of themselves."""

    sex = RadiosField(label="Sex", choices=SEXES, inline=True, required=False)
    ethnicity = SelectField(
        label="Ethnicity", choices=ETHNICITIES, empty="Not said", required=False
    )


def staff_facts_of(person: User) -> StaffFacts:
    """What is known, or an empty row to begin with."""
    return StaffFacts.objects.filter(person=person).first() or StaffFacts(person=person)
