"""Who gets what of a record."""

from iro_service.forms import (
    PersonNameField,
    QuestionForm,
    RadiosField,
    SelectField,
    ShortTextField,
)
from reviews.models import Recipient
from reviews.models.recipient import ROLES

What, How = Recipient.What, Recipient.How


class RecipientForm(QuestionForm):
    """One person on the distribution list."""

    name = PersonNameField(
        label="Name", noun="the name", help_text="Or what they are, if that is enough", limit=120
    )
    role = SelectField(label="Who they are to the child", noun="who they are", choices=ROLES)
    what = RadiosField(label="What they get", noun="what they get", choices=What.choices)
    why = ShortTextField(
        label="Why not all of it",
        noun="why they do not get all of it",
        help_text="Business support reads this",
        limit=300,
        required=False,
    )
    how = RadiosField(label="How it goes", noun="how it goes", choices=How.choices, required=False)

    def __init__(self, data=None, *, recipient: Recipient | None = None, **kwargs):
        if recipient:
            kwargs["initial"] = {name: getattr(recipient, name) for name in self.base_fields}
        super().__init__(data, **kwargs)

    def layout(self) -> list:
        """The reason only for less than all, the way only for something."""
        return [
            *("name", "role", "what"),
            self.reveal("why", when="what", equals=f"{What.DECISIONS} {What.NOTHING}"),
            self.reveal("how", when="what", equals=f"{What.FULL} {What.DECISIONS}"),
        ]

    def clean(self):
        """Less than all needs its reason, and what goes needs a way."""
        answers = super().clean()
        what = answers.get("what")
        if what in (What.DECISIONS, What.NOTHING) and not answers.get("why", "x"):
            self.add_error("why", "Enter why they do not get all of it")
        if what in (What.FULL, What.DECISIONS) and not answers.get("how", "x"):
            self.add_error("how", "Select how it goes")
        return answers
