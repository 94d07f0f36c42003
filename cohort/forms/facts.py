"""A child's basic facts, and how they had left care before, put right."""

from datetime import date

from django.core.exceptions import ValidationError

from cohort.actions.care import why_not_born
from cohort.codes import PermanenceBefore
from cohort.forms.child import FactsFields
from cohort.forms.versioned import Versioned
from cohort.models import Child
from iro_service.forms import DayField, QuestionForm, RadiosField, SelectField, ShortTextField

ANSWERS = [("", "Not asked"), ("yes", "Yes"), ("no", "No")]
SAID = {True: "yes", False: "no", None: ""}


class FactsForm(Versioned, FactsFields):
    """A child's basic facts, put right."""

    NAMES = ("given_name", "family_name", "reference", "upn", "date_of_birth", "sex", "ethnicity")
    GROUPS = ("disabled", "unaccompanied", "unaccompanied_until")
    MOTHER = ("is_mother", "mothers_child_born_on")

    upn = ShortTextField(
        label="Unique pupil number (optional)",
        noun="the unique pupil number",
        limit=13,
        required=False,
    )
    unaccompanied_until = DayField(
        label="Unaccompanied until, if it has ended",
        noun="the day it ended",
        help_text="The 18th birthday, or the day it was found otherwise",
        required=False,
    )
    is_mother = RadiosField(
        label="Is this child a mother?", choices=ANSWERS, inline=True, required=False
    )
    mothers_child_born_on = DayField(
        label="Day her child was born, or the first of them",
        noun="the day her child was born",
        required=False,
    )

    def __init__(self, data=None, *, row: Child, today, **kwargs):
        names = (*self.NAMES, *self.GROUPS, *self.MOTHER)
        known = {name: getattr(row, name) for name in names}
        known["is_mother"] = SAID[row.is_mother]
        super().__init__(data, row=row, today=today, initial=known, **kwargs)

    def layout(self) -> list:
        """The child, the groups, then what only concerns mothers."""
        return [
            "version",
            self.section("The child", *self.NAMES),
            self.section("Disabled and unaccompanied children", *self.GROUPS),
            self.section(
                "Mothers",
                "is_mother",
                self.reveal("mothers_child_born_on", when="is_mother", equals="yes"),
            ),
        ]

    def clean_reference(self):
        """Refuse a reference another child has."""
        reference = self.cleaned_data["reference"]
        if Child.objects.filter(reference=reference).exclude(pk=self.row.pk).exists():
            raise ValidationError("Another child with this reference is here already")
        return reference

    def clean_date_of_birth(self):
        """Hold the birth against the child's periods of care."""
        born = self.cleaned_data["date_of_birth"]
        if why := why_not_born(self.row, born, on=self.today):
            raise ValidationError(why)
        return born

    def clean_is_mother(self):
        """Yes, no, or None where it was not asked."""
        return {"yes": True, "no": False}.get(self.cleaned_data["is_mother"])

    def clean(self):
        """Hold the days against the ticks and the birth."""
        typed = super().clean()
        until, born = typed.get("unaccompanied_until"), typed.get("date_of_birth")
        if until and not typed.get("unaccompanied"):
            self.add_error("unaccompanied_until", "Tick that the child is or was unaccompanied")
        if until and born and until < born:
            self.add_error("unaccompanied_until", "The day cannot be before the date of birth")
        delivered = typed.get("mothers_child_born_on")
        if delivered and not typed.get("is_mother"):
            typed["mothers_child_born_on"] = None  # hidden by scripts once she is no mother
        elif delivered and delivered > self.today:
            self.add_error("mothers_child_born_on", "The day must be today or in the past")
        elif delivered and born and delivered <= born:
            self.add_error("mothers_child_born_on", "The day must be after her own birth")
        return typed


class PermanenceBeforeForm(QuestionForm):
    """How the child had last left care for good, in any council, before this care."""

    option = SelectField(
        label="How the child had left care",
        choices=PermanenceBefore.choices,
        missing="Select how the child had left care",
    )
    authority = ShortTextField(
        label="Which council it was (optional)",
        noun="which council it was",
        limit=3,
        help_text="Its three letters or figures in the return, WMT for a council in Wales",
        required=False,
    )
    ordered_on = ShortTextField(
        label="Day of the order (optional)",
        noun="the day of the order",
        limit=10,
        help_text="Like 27/03/2012; zz/03/2012 or zz/zz/2012 where only the rest is known",
        required=False,
    )

    def clean_ordered_on(self):
        """A day as the return writes it, or the part of one that is known."""
        typed = self.cleaned_data["ordered_on"].lower()
        if typed and not is_day_or_part(typed):
            raise ValidationError("Enter the day of the order, like 27/03/2012 or zz/zz/2012")
        return typed

    def clean(self):
        """Where there was none, there is no order to tell of."""
        typed = super().clean()
        if typed.get("option") == PermanenceBefore.P0 and typed.get("ordered_on"):
            self.add_error("ordered_on", "Where the child had not left for good there is no order")
        return typed


def is_day_or_part(typed: str) -> bool:
    """Whether it is a day like 27/03/2012, or one of which the first parts are zz."""
    parts = typed.split("/")
    if [len(part) for part in parts] != [2, 2, 4]:
        return False
    day, month, year = parts
    known = ("01" if day == "zz" else day, "01" if month == "zz" else month, year)
    if month == "zz" and day != "zz":
        return False
    try:
        date(int(known[2]), int(known[1]), int(known[0]))
    except ValueError:
        return False
    return all(part.isascii() and part.isdigit() for part in known)
