"""The question of who reviews a child."""

from accounts.models import User
from iro_service.forms import ModelSelectField, QuestionForm, ShortTextField


class AllocationForm(QuestionForm):
    """Who is the child's IRO from today?"""

    button = "Save"

    iro = ModelSelectField(
        label="IRO from today", queryset=User.objects.none(), missing="Select the IRO"
    )
    reason = ShortTextField(
        label="Reason",
        noun="the reason",
        help_text="For example: the IRO has left, or a sibling's IRO",
        missing="Enter the reason for the change",
    )

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["iro"].queryset = User.objects.independent_reviewing_officers()
