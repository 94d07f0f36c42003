"""The questions of who reviews a child, and from which day."""

from datetime import date

from crispy_forms_gds.layout import Layout

from accounts.models import User
from iro_service.forms import DayField, ModelSelectField, QuestionForm, ShortTextField
from iro_service.forms.question import SafeFormHelper

REASON = "For example: the IRO has left, or a brother’s or sister’s IRO"


def bare(form: QuestionForm) -> SafeFormHelper:
    """The questions of a form without its tag and button, for a page that has its own."""
    helper = SafeFormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*form.layout())
    return helper


class AllocationForm(QuestionForm):
    """Who is the child's IRO, from which day, and why?"""

    button = "Save"

    iro = ModelSelectField(label="IRO", queryset=User.objects.none(), missing="Select the IRO")
    on = DayField(
        label="From",
        noun="the day from which",
        help_text="Today or a day to come",
        missing="Enter the day from which it holds",
    )
    reason = ShortTextField(
        label="Reason",
        noun="the reason",
        help_text=REASON,
        limit=200,
        missing="Enter the reason for the change",
    )

    def __init__(self, data=None, *, today: date, **kwargs):
        super().__init__(data, initial={"on": today} | kwargs.pop("initial", {}), **kwargs)
        self.fields["iro"].queryset = User.objects.independent_reviewing_officers()
        self.fields["on"].earliest = today


class MoveForm(AllocationForm):
    """To whom do the children go, from which day, and why?"""

    button = "Check before moving"

    @property
    def bare(self) -> SafeFormHelper:
        """The fields alone: the children are ticked in the same form."""
        return bare(self)

    def __init__(self, data=None, *, leaver: User | None = None, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["iro"].label = "To"
        self.fields["iro"].error_messages["required"] = "Select the IRO they go to"
        if leaver:
            self.fields["iro"].queryset = self.fields["iro"].queryset.exclude(pk=leaver.pk)


class LastDayForm(QuestionForm):
    """Which is their last day?"""

    button = "See what they hold"

    @property
    def bare(self) -> SafeFormHelper:
        """The fields alone: they are asked for by the address."""
        return bare(self)

    last_day = DayField(
        label="Last day",
        noun="the last day",
        help_text="Their post ends after it",
        missing="Enter the last day",
    )

    def __init__(self, data=None, *, today: date, **kwargs):
        super().__init__(data, **kwargs)
        self.fields["last_day"].earliest = today
