"""To whom a record was sent."""

from iro_service.forms import QuestionForm, ShortTextField
from reviews.actions.record import DEFAULT_TO

TO = {
    "label": "Sent to",
    "noun": "who the record was sent to",
    "limit": 500,
    "initial": DEFAULT_TO,
}


class DistributeForm(QuestionForm):
    """Marks one record as sent."""

    button = "Mark as sent"

    to = ShortTextField(**TO)


class SendManyForm(QuestionForm):
    """Marks the ticked records as sent, all to the same people's roles."""

    to = ShortTextField(help_text="The same for every record marked in this go", **TO)

    @property
    def helper(self):
        """The field alone: the list's own form is around it."""
        helper = super().helper
        helper.form_tag = False
        helper.disable_csrf = True
        return helper

    def buttons(self) -> list:
        """None: the list has them."""
        return []
