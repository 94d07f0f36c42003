"""The questions about good practice."""

from disputes.forms.raised import RaisedForm
from iro_service.forms import LongTextField


class GoodPracticeForm(RaisedForm):
    """What was done well, by whom?"""

    button = "Record good practice"

    text = LongTextField(
        label="What was done well?",
        noun="what was done well",
        help_text="What was done, and what it meant for the child",
        missing="Enter what was done well",
    )

    def layout(self) -> list:
        """Give what was done first."""
        return [self.block(name) for name in ("text", "theme", "team", "worker", "on")]
