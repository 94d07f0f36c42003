"""What the steps of a report ask."""

from iro_service.forms import LongTextField, QuestionForm, SelectField, ShortTextField, TickField
from reporting.outline import WRITTEN


class SendBackForm(QuestionForm):
    """What has to change?"""

    button = "Send back"
    section = SelectField(
        label="Which section is it about?",
        missing="Select the section",
        choices=[(heading.id, heading.title) for heading in WRITTEN],
    )
    text = LongTextField(
        label="What has to change?",
        missing="Enter what has to change",
        noun="what has to change",
        help_text="It is kept as a comment, and stays open until it is settled",
    )


class CorrectionForm(QuestionForm):
    """Why is a published report opened again?"""

    button = "Open for a correction"
    reason = ShortTextField(
        label="What is wrong in the published report?",
        missing="Enter what is wrong in the published report",
        noun="what is wrong",
        help_text="Everybody reads this in the next edition",
        limit=500,
    )


class PublishForm(QuestionForm):
    """Everything looked at?"""

    button = "Publish"
    names_seen = TickField(
        label="I have looked at each of these names, and they may be published",
        missing="Tick the box once you have looked at each of the names",
    )

    def __init__(self, *args, named: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not named:
            del self.fields["names_seen"]
