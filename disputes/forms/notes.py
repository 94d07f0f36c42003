"""What is kept beside the moves: notes, and that legal advice was sought."""

from disputes.forms.moves import MoveForm
from iro_service.forms import DayField, LongTextField, RadiosField

PRIVATE, SHARED = "private", "shared"


class PrivateForm(MoveForm):
    """Words that stay in the IRO service, unless the person shares them."""

    decides = False
    who_reads = RadiosField(
        label="Who may read it?",
        noun="who may read it",
        choices=[
            (PRIVATE, "The IRO service only"),
            (SHARED, "Everybody in this dispute: the managers who are asked, and the court"),
        ],
        initial=PRIVATE,
    )

    @property
    def answers(self) -> dict:
        """What the actions take."""
        answers = dict(self.cleaned_data)
        return answers | {"private": answers.pop("who_reads") == PRIVATE}


class NoteForm(PrivateForm):
    """A note."""

    button = "Add the note"
    field_order = ["text", "who_reads"]
    text = LongTextField(label="The note", noun="the note")


class LegalAdviceForm(PrivateForm):
    """Who was asked for legal advice, and about what."""

    button = "Save"
    field_order = ["text", "who_reads", "on"]
    text = LongTextField(
        label="Who was asked, and about what?",
        noun="who was asked and about what",
        help_text="Advice that is shared may lose its protection: keep it private if in doubt",
    )
    on = DayField(label="When was it sought?", noun="the day advice was sought")
