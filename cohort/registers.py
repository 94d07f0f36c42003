"""The registers of the unit: what each is called, what its columns hold, what is asked."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Model

from cohort.forms.unit import RegisterForm, StaffingChangeForm, TrainingForm, UnitManagerForm
from cohort.models import StaffingChange, Training, UnitManager


class Column(NamedTuple):
    """A column: its heading, what an entry has in it, the field it sorts by if it does."""

    heading: str
    value: Callable
    sort: str = ""
    numeric: bool = False


@dataclass(frozen=True)
class Register:
    """A register of managers' own entries; its key is the name of its page."""

    key: str
    title: str
    add: str  # the words of the button
    one: str  # "entry,entries"
    lead: str
    nothing: tuple[str, str]  # what an empty register says, and what to do
    model: type[Model]
    form: type[RegisterForm]
    day: str  # the field of the day by which it is narrowed and ordered
    columns: tuple[Column, ...]
    downward: bool = True  # the latest first

    @property
    def order(self) -> str:
        """How it is sorted unless the address says otherwise."""
        return f"-{self.day}" if self.downward else self.day


REGISTERS = {
    register.key: register
    for register in (
        Register(
            "unit_managers",
            "Management of the unit",
            "Add a manager",
            "manager,managers",
            "Who manages the unit and what they answer for, those before them too. The annual "
            "report tells it in its section on management.",
            ("No manager is entered.", "Enter those of today first, then those before them."),
            UnitManager,
            UnitManagerForm,
            "started_on",
            (
                Column("Name", lambda one: one.name, "name"),
                Column("Title", lambda one: one.title, "title"),
                Column("From", lambda one: one.started_on, "started_on"),
                Column("To", lambda one: one.ended_on, "ended_on"),
                Column("Answers for", lambda one: one.answers_for),
            ),
        ),
        Register(
            "staffing_changes",
            "Staffing changes",
            "Add a change",
            "change,changes",
            "Who came, who left, who was away for long, in sentences that name nobody: the annual "
            "report prints them. Whom a change concerns stays here.",
            ("No change is entered.", "Enter one when somebody joins, leaves or is away for long."),
            StaffingChange,
            StaffingChangeForm,
            "on",
            (
                Column("What happened", lambda one: one.get_kind_display(), "kind"),
                Column("Day", lambda one: one.on, "on"),
                Column("Posts", lambda one: one.full_time_equivalent, "full_time_equivalent", True),
                Column("How it is told", lambda one: one.words),
                Column("Whom it concerns", lambda one: one.person, "person__last_name"),
            ),
        ),
        Register(
            "training",
            "Training and development",
            "Add an event",
            "event,events",
            "What the team learned, and what it changes in the work. A day to come is a plan: the "
            "annual report tells it as one.",
            ("No event is entered.", "Enter training when it is booked, and come back after it."),
            Training,
            TrainingForm,
            "held_on",
            (
                Column("What it was about", lambda one: one.title, "title"),
                Column("Kind", lambda one: one.get_kind_display(), "kind"),
                Column("Day", lambda one: one.held_on, "held_on"),
                Column("Hours", lambda one: one.hours, "hours", True),
                Column("IROs there", lambda one: one.attended, "attended", True),
                Column("What it changes", lambda one: one.learned),
            ),
        ),
    )
}
