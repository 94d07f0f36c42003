"""The questions about what changes in a child's care."""

from django import forms
from django.core.exceptions import ValidationError

from cohort.actions.care import (
    why_not_again,
    why_not_born,
    why_not_end,
    why_not_episode,
    why_not_reason,
)
from cohort.codes import LegalStatus, Need, Placement, Provider, ReasonNew
from cohort.forms.child import COMING, CareFields, FactsFields
from cohort.models import Child, PeriodOfCare
from cohort.versions import version_of
from iro_service.forms import DayField, QuestionForm, RadiosField, SelectField

CHANGES = [choice for choice in ReasonNew.choices if choice[0] != ReasonNew.S]
REOPEN = "Open the child's facts again, then correct them"
WHY_CARE_ENDED = PeriodOfCare._meta.get_field("reason_ended").choices


class EpisodeForm(QuestionForm):
    """What changed: the legal status, the placement, or both?"""

    started_on = DayField(
        label="Day it changed", noun="the day it changed", missing="Enter the day it changed"
    )
    reason_new = RadiosField(label="What changed", choices=CHANGES, missing="Select what changed")
    legal_status = SelectField(
        label="Legal status", choices=LegalStatus.choices, missing="Select the legal status"
    )
    need = SelectField(
        label="Category of need", choices=Need.choices, missing="Select the category of need"
    )
    placement = SelectField(
        label="Placement", choices=Placement.choices, missing="Select the placement"
    )
    provider = SelectField(
        label="Provided by", choices=Provider.choices, missing="Select who provides it"
    )

    def __init__(self, data=None, *, period, today, **kwargs):
        self.period, self.today = period, today
        self.now = period.episodes.latest_first().first()
        super().__init__(data, initial=self._as_it_is(), **kwargs)

    def _as_it_is(self) -> dict:
        names = ("legal_status", "need", "placement", "provider")
        return {name: getattr(self.now, name) for name in names} if self.now else {}

    def clean(self):
        """Hold the day and the reason against what is recorded now."""
        typed = super().clean()
        day = typed.get("started_on")
        if day and (why := why_not_episode(self.period, self.now, day, on=self.today)):
            self.add_error("started_on", why)
        facts = ("reason_new", "legal_status", "placement")
        if all(typed.get(name) for name in facts) and (why := why_not_reason(self.now, **typed)):
            self.add_error("reason_new", why)
        return typed


class EndOfCareForm(QuestionForm):
    """When and why did the child stop being looked after?"""

    button = "End the period of care"

    ended_on = DayField(
        label="Day the child stopped being looked after",
        noun="the day care ended",
        missing="Enter the day care ended",
    )
    reason = SelectField(label="Reason", choices=WHY_CARE_ENDED, missing="Select the reason")

    def __init__(self, data=None, *, period, today, **kwargs):
        super().__init__(data, **kwargs)
        self.period, self.today = period, today

    def clean_ended_on(self):
        """Hold the day against the period of care."""
        day = self.cleaned_data["ended_on"]
        if why := why_not_end(self.period, day, on=self.today):
            raise ValidationError(why)
        return day


class BackInCareForm(CareFields):
    """A child who is looked after again."""

    button = "Save and plan the first review"

    def __init__(self, data=None, *, child, **kwargs):
        super().__init__(data, **kwargs)
        self.child = child

    def layout(self) -> list:
        return [
            self.section("Coming into care again", *COMING),
            self.section("People", "iro", "team", "worker"),
        ]

    def clean_started_on(self):
        """Hold the day against the child's age and care before."""
        day = self.cleaned_data["started_on"]
        if why := why_not_again(self.child, day, on=self.today):
            raise ValidationError(why)
        return day


class FactsForm(FactsFields):
    """A child's basic facts, put right."""

    NAMES = ("given_name", "family_name", "reference", "date_of_birth", "sex", "ethnicity")
    FLAGS = ("disabled", "unaccompanied")

    version = forms.IntegerField(
        min_value=0,
        max_value=2**63 - 1,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), REOPEN),
    )
    unaccompanied_until = DayField(
        label="Unaccompanied until, if it has ended",
        noun="the day it ended",
        help_text="The 18th birthday, or the day it was found otherwise",
        required=False,
    )

    def __init__(self, data=None, *, child, today, **kwargs):
        self.child, self.today = child, today
        names = (*self.NAMES, *self.FLAGS, "unaccompanied_until")
        known = {n: getattr(child, n) for n in names} | {"version": version_of(child)}
        super().__init__(data, initial=known, **kwargs)

    def over(self, child) -> "FactsForm":
        """The same answers again, to be saved over the facts as they stand now."""
        data = self.data.copy()
        data["version"] = str(version_of(child))
        return FactsForm(data, child=child, today=self.today)

    def clean_reference(self):
        """Refuse a reference another child has."""
        reference = self.cleaned_data["reference"]
        if Child.objects.filter(reference=reference).exclude(pk=self.child.pk).exists():
            raise ValidationError("Another child with this reference is here already")
        return reference

    def clean_date_of_birth(self):
        """Hold the birth against the child's periods of care."""
        born = self.cleaned_data["date_of_birth"]
        if why := why_not_born(self.child, born, on=self.today):
            raise ValidationError(why)
        return born

    def clean(self):
        """Hold the end of being unaccompanied against the rest."""
        typed = super().clean()
        until, born = typed.get("unaccompanied_until"), typed.get("date_of_birth")
        if until and not typed.get("unaccompanied"):
            self.add_error("unaccompanied_until", "Tick that the child is or was unaccompanied")
        if until and born and until < born:
            self.add_error("unaccompanied_until", "The day cannot be before the date of birth")
        return typed
