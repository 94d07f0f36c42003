"""The questions with which a dispute is opened."""

from datetime import date

from crispy_forms_gds.choices import Choice
from django.core.exceptions import ValidationError

from accounts.models import User
from cohort.council import working_calendar
from disputes.about import About
from disputes.codes import Urgency
from disputes.forms.raised import RaisedForm
from disputes.ladder import who_answers
from disputes.offered import Offered
from iro_service.forms import LongTextField, ModelSelectField, RadiosField
from iro_service.templatetags.house import day_long
from statute.calendar import UnknownBankHolidays


def in_words(one: Offered) -> Choice:
    """A stage as it is offered: who answers, and by when."""
    who = f"{one.answers} answers" if one.answers else "Nobody is named: choose who is asked"
    if not one.formal and not one.answers:
        who = "A word with the team"
    return Choice(str(one.number), one.stage.name, hint=f"{who}, by {day_long(one.due_on)}")


class OpeningForm(RaisedForm):
    """What is the concern, and whom is it put to?"""

    button = "Raise the concern"

    text = LongTextField(
        label="What is the concern?",
        noun="the concern",
        help_text="The manager who is asked reads these words",
        missing="Enter what the concern is",
    )
    wanted = LongTextField(
        label="What do you want to happen?",
        noun="what you want to happen",
        help_text="What should be different, and by when",
        missing="Enter what you want to happen",
        rows=3,
    )
    impact = LongTextField(
        label="What has it meant for the child so far? (optional)",
        noun="what it has meant for the child",
        help_text="For example: still no school place after ten weeks",
        required=False,
        rows=3,
    )
    urgency = RadiosField(
        label="How soon does the child need it?",
        noun="how soon the child needs it",
        choices=Urgency.choices,
    )
    stage = RadiosField(label="Where does it start?", noun="where it starts", choices=())
    skipped_because = LongTextField(
        label="Why does it not start with an informal word?",
        noun="why it does not start informally",
        help_text="It stays in the log",
        required=False,
        rows=3,
        limit=2000,
    )
    asked = ModelSelectField(
        label="Who is asked?",
        queryset=User.objects.none(),
        noun="who is asked",
        help_text="Leave it as it is unless somebody else is to answer",
        empty_label="Who answers at the stage chosen",
        required=False,
    )

    def __init__(self, data=None, *, about: About, offered: list[Offered], **kwargs):
        known = {"stage": "0", "urgency": Urgency.ROUTINE} | about.known
        super().__init__(data, about=about, known=known, **kwargs)
        self.offered = offered
        self.fields["stage"].choices = [in_words(one) for one in offered]
        self.fields["asked"].queryset = User.objects.responding_managers()

    def layout(self) -> list:
        """Give the concern first, then whom it is put to."""
        later = " ".join(str(one.number) for one in self.offered if one.formal)
        return [
            *(self.block(name) for name in ("text", "theme", "wanted", "impact", "urgency")),
            self.section("Who is asked", "stage"),
            self.reveal("skipped_because", when="stage", equals=later),
            self.block("asked"),
            self.section("Whose work it is about", "team", "worker", "on"),
        ]

    def clean_on(self) -> date:
        """Refuse a day from which no working days can be counted."""
        on = self.cleaned_data["on"]
        try:
            working_calendar().is_working_day(on)
        except UnknownBankHolidays as unknown:
            raise ValidationError(str(unknown)) from unknown
        return on

    def clean(self) -> dict:
        """A later stage says why it does not start informally, and has somebody to answer."""
        answers = super().clean()
        stage = answers.get("stage")
        if stage in (None, "", "0"):
            return answers
        if not answers.get("skipped_because") and "skipped_because" not in self.errors:
            self.add_error("skipped_because", "Enter why it does not start with an informal word")
        rung = self.offered[int(stage)].stage
        nobody = not answers.get("asked") and who_answers(rung, team=answers.get("team")) is None
        if nobody and "asked" not in self.errors:
            self.add_error("asked", f"Select who is asked: nobody is named for “{rung.name}”")
        return answers
