"""The questions about a child who has become looked after."""

from django.core.exceptions import ValidationError

from accounts.models import User
from cohort.codes import Ethnicity, Sex
from cohort.forms import origin
from cohort.forms.places import PLACE, PlaceFields
from cohort.models import Child, SocialWorker, Team
from iro_service.forms import (
    DayField,
    ModelSelectField,
    PersonNameField,
    QuestionForm,
    RadiosField,
    SelectField,
    ShortTextField,
    TickField,
)
from statute.ages import age_on

COMING = (
    "started_on",
    "status_before",
    "district",
    "legal_status",
    "need",
)


class FactsFields(QuestionForm):
    """Who the child is."""

    given_name = PersonNameField(
        label="Given name", noun="the given name", missing="Enter the child's given name"
    )
    family_name = PersonNameField(
        label="Family name", noun="the family name", missing="Enter the child's family name"
    )
    reference = ShortTextField(
        label="Reference",
        noun="the reference",
        limit=20,
        help_text="The child's number in the case system, as in the SSDA903 return",
        missing="Enter the child's reference",
    )
    date_of_birth = DayField(
        label="Date of birth", noun="the date of birth", missing="Enter the date of birth"
    )
    sex = RadiosField(
        label="Sex", choices=Sex.choices, inline=True, small=True, missing="Select the sex"
    )
    ethnicity = SelectField(
        label="Ethnicity", choices=Ethnicity.choices, missing="Select the ethnicity"
    )
    disabled = TickField(label="The child is disabled", required=False)
    unaccompanied = TickField(label="An unaccompanied asylum-seeking child", required=False)


class CareFields(PlaceFields):
    """How the child came into care, and who works with them."""

    started_on = DayField(
        label="Day the child became looked after",
        noun="the day the child became looked after",
        missing="Enter the day the child became looked after",
    )
    status_before = origin.status_before()
    district = origin.district_before()
    iro = ModelSelectField(
        label="IRO",
        queryset=User.objects.none(),
        required=False,
        empty_label="Not yet allocated",
        help_text="Within 5 working days, and before the first review",
    )
    team = ModelSelectField(
        label="Team", queryset=Team.objects.all(), required=False, empty_label="Not known yet"
    )
    worker = ModelSelectField(
        label="Social worker",
        queryset=SocialWorker.objects.filter(left_on=None).select_related("team"),
        required=False,
        empty_label="Not known yet",
    )

    def __init__(self, data=None, *, today, **kwargs):
        super().__init__(data, **kwargs)
        self.today = today
        self.fields["iro"].queryset = User.objects.independent_reviewing_officers()

    def clean(self):
        """Hold the worker against the team."""
        typed = super().clean()
        worker, team = typed.get("worker"), typed.get("team")
        if worker and team and worker.team_id != team.pk:
            self.add_error("worker", f"{worker} is in {worker.team}. Select one of {team}")
        return typed


class ChildForm(CareFields, FactsFields):
    """A child who has become looked after."""

    button = "Save and plan the first review"

    def layout(self) -> list:
        return [
            self.section(
                "The child",
                *("given_name", "family_name", "reference", "date_of_birth", "sex", "ethnicity"),
                *("disabled", "unaccompanied"),
            ),
            self.section("Coming into care", *COMING),
            self.section("Where the child lives now", *PLACE),
            self.section("People", "iro", "team", "worker"),
        ]

    def clean_reference(self):
        """Refuse a reference another child has."""
        reference = self.cleaned_data["reference"]
        if Child.objects.filter(reference=reference).exists():
            raise ValidationError("A child with this reference is here already")
        return reference

    def clean(self):
        """Hold the days against each other and against today."""
        typed = super().clean()
        born, started = typed.get("date_of_birth"), typed.get("started_on")
        if born and born > self.today:
            self.add_error("date_of_birth", "The date of birth must be today or in the past")
        if started and started > self.today:
            self.add_error(
                "started_on", "The day the child became looked after must be today or in the past"
            )
        if born and started and started < born:
            self.add_error(
                "started_on",
                "The day the child became looked after cannot be before the date of birth",
            )
        elif born and started and age_on(born, started) >= 18:
            self.add_error(
                "date_of_birth", "The child must have been under 18 when they became looked after"
            )
        return typed
