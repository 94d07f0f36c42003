"""What a concern and good practice are asked alike: which team and worker, and which day."""

from datetime import date

from cohort.models import Child, SocialWorker, Team
from disputes.about import About
from disputes.actions.opening import as_held
from disputes.codes import GROUPED_THEMES
from iro_service.forms import DayField, ModelSelectField, QuestionForm, SelectField


class RaisedForm(QuestionForm):
    """Theme, team, worker and day; team and worker are those of the day unless chosen."""

    theme = SelectField(
        label="What is it about?", choices=GROUPED_THEMES, missing="Select what it is about"
    )
    team = ModelSelectField(
        label="Team concerned", queryset=Team.objects.all(), noun="the team", required=False
    )
    worker = ModelSelectField(
        label="Social worker concerned",
        queryset=SocialWorker.objects.select_related("team"),
        noun="the social worker",
        required=False,
        autocomplete=True,
    )
    on = DayField(
        label="Day raised",
        noun="the day it was raised",
        help_text="Team and worker are those of this day, unless you choose others",
    )

    def __init__(self, data=None, *, child: Child, about: About, today: date, known: dict):
        self.child, self.today = child, today
        self.held = as_held(child, on=today)
        super().__init__(data, initial={"on": today, **self.held, **known})
        self.fields["team"].empty_label = self.fields["worker"].empty_label = "Nobody"
        worker = self.fields["worker"]
        worker.label_from_instance = lambda one: f"{one.name}, {one.team}"
        on = self.fields["on"]
        on.earliest, on.latest = about.came_up_on or child.date_of_birth, today

    def clean(self) -> dict:
        """Take the team and worker of the day where nobody chose others."""
        answers = super().clean() or self.cleaned_data
        on = answers.get("on")
        untouched = all(answers.get(name) == held for name, held in self.held.items())
        if on and on != self.today and untouched:
            held_then = as_held(self.child, on=on)
            answers |= held_then if held_then["team"] else {}
        return answers
