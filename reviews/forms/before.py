"""The questions before a review: who comes, what they answered, has the report come."""

from datetime import date

from iro_service.forms import (
    CheckboxesField,
    DayField,
    LongTextField,
    PersonNameField,
    QuestionForm,
    RadiosField,
    SelectField,
    TickField,
)
from reviews.invitations import ROLES, Proposal
from reviews.models import Invitation

HOW = [("invited", "Is invited to come"), ("consulted", "Is asked for their views only")]
YES_NO = [("yes", "Yes"), ("no", "No")]


class InviteForm(QuestionForm):
    """One more person."""

    button = "Add to the list"

    name = PersonNameField(label="Name", noun="the name", limit=120, missing="Enter their name")
    role = SelectField(label="Who are they?", choices=ROLES, missing="Select who they are")
    how = RadiosField(
        label="Do they come?",
        choices=HOW,
        initial="invited",
        missing="Select whether they are invited or asked for their views",
    )


class ProposalsForm(QuestionForm):
    """Those who were there last time, to tick."""

    button = "Add those ticked"

    who = CheckboxesField(
        label="From the last review", choices=[], missing="Tick who is to be added"
    )

    def __init__(self, data=None, *, proposals: list[Proposal], **kwargs):
        super().__init__(data, **kwargs)
        self.proposals = {f"{one.role}:{one.name}": one for one in proposals}
        self.fields["who"].choices = [(key, _in_words(one)) for key, one in self.proposals.items()]

    @property
    def chosen(self) -> list[Proposal]:
        """Those ticked."""
        return [self.proposals[key] for key in self.cleaned_data["who"]]


class AnswerInvitationForm(QuestionForm):
    """What an invited person answered."""

    answer = RadiosField(
        label="What did they answer?",
        choices=[*Invitation.Answer.choices, ("none", "Nothing yet")],
        missing="Select what they answered",
    )
    views = LongTextField(
        label="What they said (optional)",
        noun="what they said",
        help_text="Their views for the review, in their own words where you can",
        required=False,
    )

    def clean(self) -> dict:
        """Views that were sent are written down."""
        typed = super().clean()
        if typed.get("answer") == "views" and typed.get("views") == "":
            self.add_error("views", "Enter what they said")
        return typed


class ReportForm(QuestionForm):
    """The social worker's report."""

    received = RadiosField(
        label="Has the report come?",
        choices=YES_NO,
        inline=True,
        missing="Select yes if the report has come",
    )
    received_on = DayField(label="On which day?", noun="the day the report came", required=False)

    def __init__(self, data=None, *, earliest: date, on: date, **kwargs):
        super().__init__(data, **kwargs)
        self.earliest, self.on = earliest, on

    def layout(self) -> list:
        """The day is asked where there is one."""
        return [self.block("received"), self.reveal("received_on", when="received", equals="yes")]

    def clean(self) -> dict:
        """Check the day against the review and today."""
        typed = super().clean()
        day = typed.get("received_on")
        if typed.get("received") != "yes":
            return typed | {"received_on": None}
        if day is None and "received_on" not in self.errors:
            self.add_error("received_on", "Enter the day the report came")
        elif day and not self.earliest <= day <= self.on:
            self.add_error(
                "received_on",
                "The day the report came must be today or before, and after "
                f"{self.earliest:%-d %B %Y}",
            )
        return typed


class ShareForm(QuestionForm):
    """The child agreed."""

    button = "Share"

    agreed = TickField(missing="Tick the box once the child has agreed")

    def __init__(self, data=None, *, name: str, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["agreed"].label = f"I asked {name}, and {name} agrees that others read this"


def _in_words(one: Proposal) -> str:
    who = one.name if one.name == one.role_words else f"{one.name}, {one.role_words.lower()}"
    return f"{who} (views only)" if one.consulted_only else who
