"""What is asked of a person who moves a dispute."""

from datetime import date

from accounts.models import User
from disputes.actions.refusing import last_done
from disputes.codes import Outcome, State
from disputes.ladder import who_answers
from disputes.models import Dispute
from iro_service.forms import (
    DayField,
    LongTextField,
    ModelSelectField,
    QuestionForm,
    RadiosField,
)
from reviews.forms.parts import Part


class MoveForm(QuestionForm):
    """A move of a dispute as the person saw it: what happened meanwhile is told, once."""

    decides = True  # whether it matters that somebody else moved it meanwhile

    def __init__(self, data=None, *, dispute: Dispute, on: date, **kwargs):
        super().__init__(data, **kwargs)
        self.dispute, self.today = dispute, on
        steps = dispute.steps.standing()
        last = steps.last() if self.decides else steps.first()
        self.seen = str(last.pk) if last else ""
        if day := self.fields.get("on"):
            day.initial, day.latest = on, on
            day.earliest = last.on if last else dispute.raised_on

    def layout(self) -> list:
        """The questions, and where the dispute stood when the page was made."""
        return [Part("disputes/parts/seen.html"), *super().layout()]

    def clean(self):
        """Refuse what was decided on what is no longer so; the words stay, to be sent again."""
        if self.decides and self.data.get("seen") not in (None, self.seen):
            self.add_error(
                None,
                f"Since you opened this page the dispute moved on: {last_done(self.dispute)}. "
                "Check that what you wrote still holds, then send it again",
            )
        return super().clean()


class MeetingForm(MoveForm):
    """What came of a meeting."""

    button = "Save the meeting"
    on = DayField(label="When was the meeting?", noun="the day of the meeting")
    text = LongTextField(
        label="What came of it?",
        noun="what came of the meeting",
        help_text="Who was there, what was said and what was agreed",
    )


class EscalateForm(MoveForm):
    """The stage it is taken to, why, and who is asked there."""

    button = "Take it further"
    stage = RadiosField(label="To which stage?", noun="the stage")
    skipped_because = LongTextField(
        label="Why is a stage left out?",
        noun="why a stage is left out",
        required=False,
        rows=3,
    )
    text = LongTextField(
        label="Why does it go further?",
        noun="why it goes further",
        help_text="The manager who is asked will read this",
    )
    asked = ModelSelectField(
        label="Who is asked?",
        noun="who is asked",
        queryset=User.objects.none(),
        required=False,
        empty_label="Whoever is named beside the stage",
    )
    on = DayField(label="From which day?", noun="the day it goes further")

    def __init__(self, *args, later, **kwargs):
        super().__init__(*args, **kwargs)
        self.later = {stage.number: stage for stage in later}
        field = self.fields["stage"]
        field.choices = [(stage.number, self._offered(stage)) for stage in later]
        field.initial = later[0].number if later else None
        self.fields["asked"].queryset = User.objects.responding_managers()

    def _offered(self, stage) -> str:
        named = who_answers(stage, team=self.dispute.team) or "nobody is named"
        days = f"{stage.working_days} working day{'' if stage.working_days == 1 else 's'}"
        return f"{stage.name}: {named}, {days}"

    @property
    def _skipping(self) -> list[str]:
        return [str(number) for number in list(self.later)[1:]]

    def layout(self) -> list:
        """Ask why a stage is left out only where one is."""
        return [
            Part("disputes/parts/seen.html"),
            self.block("stage"),
            *([self.reveal("skipped_because", when="stage", equals=" ".join(self._skipping))]
              if self._skipping else []),
            *(self.block(name) for name in ("text", "asked", "on")),
        ]  # fmt: skip

    def clean_stage(self) -> int:
        """The stage's number."""
        return int(self.cleaned_data["stage"])

    def clean(self):
        """A stage left out is explained, and somebody is asked."""
        super().clean()
        number, answers = self.cleaned_data.get("stage"), self.cleaned_data
        if number is None:
            return answers
        if str(number) in self._skipping and not answers.get("skipped_because"):
            self.add_error("skipped_because", "Enter why a stage is left out")
        named = who_answers(self.later[number], team=self.dispute.team)
        if named is None and not answers.get("asked"):
            self.add_error("asked", "Select who is asked: nobody is named for this stage")
        return answers


class AcceptForm(MoveForm):
    """The day the answer was accepted."""

    button = "Accept the answer"
    text = LongTextField(
        label="Anything to add?",
        noun="what you add",
        help_text="You can leave this empty. The manager can read it",
        required=False,
        rows=3,
    )
    on = DayField(label="When was it accepted?", noun="the day it was accepted")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.dispute.state == State.ANSWERED:
            return
        self.button = "It is settled"
        field = self.fields["text"]
        field.label, field.required = "How was it settled?", True
        field.help_text = "Nobody answered here, so the log keeps what you write"
        field.error_messages["required"] = "Enter how it was settled"


class CloseForm(MoveForm):
    """How it ended, and what changed for the child."""

    button = "Close the dispute"
    outcome = RadiosField(
        label="How did it end?", noun="how the dispute ended", choices=Outcome.choices
    )
    what_changed = LongTextField(
        label="What changed for the child?",
        noun="what changed for the child, or that nothing did",
        help_text="What is different in the child's life now. If nothing is, say so",
    )
    on = DayField(label="When did it end?", noun="the day it ended")


class CafcassForm(MoveForm):
    """Why the case is referred."""

    decides = False
    button = "Refer to Cafcass"
    text = LongTextField(
        label="Why is the case referred?",
        noun="why the case is referred",
        help_text="What was considered, and what you want Cafcass to do",
        rows=8,
    )
    on = DayField(label="When was it referred?", noun="the day it was referred")


class ActionDoneForm(MoveForm):
    """The day an agreed action was done."""

    decides = False
    button = "It is done"
    on = DayField(label="When was it done?", noun="the day it was done")

    def __init__(self, *args, agreed_on: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["on"].earliest = agreed_on
