"""What an IRO did for a child between two reviews."""

from datetime import date

from cohort.models import Child
from iro_service.forms import DayField, LongTextField, QuestionForm, RadiosField
from reviews.actions.oversight import why_not_done_on
from reviews.models import Footprint, MidwayCheck


class MidwayForm(QuestionForm):
    """What the look half-way showed."""

    button = "Save the check"

    outcome = RadiosField(
        label="Is the plan on track?",
        noun="whether the plan is on track",
        choices=MidwayCheck.Outcome.choices,
    )
    note = LongTextField(
        label="What did you look at, and what comes of it?",
        noun="what comes of the check",
        help_text="Needed unless the plan is on track",
        required=False,
        rows=4,
    )

    def clean(self):
        """Drift and concerns have words."""
        answers = self.cleaned_data
        outcome = answers.get("outcome")
        wordless = not answers.get("note") and "note" not in self.errors
        if outcome and outcome != MidwayCheck.Outcome.ON_TRACK and wordless:
            drift = outcome == MidwayCheck.Outcome.SOME_DRIFT
            what = "what is drifting and who knows of it" if drift else "what the concern is"
            self.add_error("note", f"Enter {what}")
        return answers


class FootprintForm(QuestionForm):
    """Something done for a child."""

    button = "Log it"

    kind = RadiosField(
        label="What did you do?", noun="what you did", choices=Footprint.Kind.choices
    )
    on = DayField(label="On which day?", noun="the day you did it")
    note = LongTextField(
        label="Note (optional)",
        noun="the note",
        help_text="Only what somebody taking over from you would need",
        required=False,
        rows=3,
        limit=2000,
    )

    def __init__(self, *args, child: Child, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.child, self.today = child, today

    def clean_on(self) -> date:
        """Refuse a day on which nothing can have been done for this child's care."""
        on = self.cleaned_data["on"]
        if on and (sentence := why_not_done_on(self.child, on, today=self.today)):
            self.add_error("on", sentence)
        return on
