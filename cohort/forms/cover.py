"""The questions about leave and cover."""

from accounts.models import User
from cohort.actions.cover import why_not_covered
from iro_service.forms import DayField, ModelSelectField, QuestionForm


class CoverForm(QuestionForm):
    """Who is away, from when to when, and who covers?"""

    away = ModelSelectField(
        label="Who is away", queryset=User.objects.none(), missing="Select who is away"
    )
    started_on = DayField(
        label="Away from",
        noun="the first day away",
        help_text="The first day on which they are away",
        missing="Enter the first day away",
    )
    ended_on = DayField(
        label="Back on",
        noun="the day they are back",
        help_text="The first day on which they work again",
        missing="Enter the day they are back",
    )
    covered_by = ModelSelectField(
        label="Who covers", queryset=User.objects.none(), missing="Select who covers"
    )

    def __init__(self, data=None, *, today, **kwargs):
        super().__init__(data, **kwargs)
        self.today = today
        for name in ("away", "covered_by"):
            self.fields[name].queryset = User.objects.independent_reviewing_officers()

    def clean(self):
        """Hold the days and the two people against each other and against other covers."""
        typed = super().clean()
        names = ("away", "covered_by", "started_on", "ended_on")
        away, covered_by, started_on, ended_on = (typed.get(name) for name in names)
        if started_on and ended_on and ended_on <= started_on:
            self.add_error("ended_on", "The day they are back must be after the day they go")
        elif ended_on and ended_on <= self.today:
            self.add_error("ended_on", "The day they are back must be after today")
        elif all(typed.get(name) for name in names) and (
            why := why_not_covered(away, covered_by, started_on, ended_on)
        ):
            self.add_error("covered_by", why)
        return typed
