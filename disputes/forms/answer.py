"""A manager's answer, and what they undertake: rows of what, who and by when."""

from datetime import date

from django.http import QueryDict

from accounts.models import User
from disputes.actions.answering import WITH_ACTIONS, Promise
from disputes.codes import Answer
from disputes.forms.moves import MoveForm
from iro_service.forms import (
    DayField,
    LongTextField,
    ModelSelectField,
    RadiosField,
    RowForm,
    ShortTextField,
)
from reviews.forms.parts import Part

MOST = 20


class PromiseForm(RowForm):
    """One thing that will be done. A row left empty is none."""

    text = LongTextField(label="What will be done?", noun="what will be done", limit=1000, rows=2)
    owner = ShortTextField(label="Who will do it?", noun="who will do it", limit=120)
    by_when = DayField(label="By when?", noun="the day it will be done by")

    def __init__(self, data=None, *, number: int):
        super().__init__(
            data, prefix=f"action-{number}", empty_permitted=True, use_required_attribute=False
        )
        self.number = number
        for name, words in (
            ("text", f"Enter what will be done in action {number}, or empty its row"),
            ("owner", f"Enter who will do action {number}, or empty its row"),
            ("by_when", f"Enter the day action {number} will be done by, or empty its row"),
        ):
            self.fields[name].error_messages["required"] = words
            self.fields[name].noun += f" in action {number}"


class AnswerForm(MoveForm):
    """The manager's answer at the stage where it stands."""

    button = "Send your answer"
    answer = RadiosField(
        label="What is your answer?",
        noun="your answer",
        choices=[
            (Answer.AGREES, "I agree, and say what will be done"),
            (Answer.PARTLY, "I agree in part"),
            (Answer.DISAGREES, "I disagree"),
            (Answer.MEETING, "I ask for a meeting first"),
        ],
    )
    text = LongTextField(
        label="Your reasons",
        noun="your reasons",
        help_text="If you agree you can leave this empty. For a meeting, say what it is for",
        required=False,
    )

    def __init__(self, data=None, **kwargs):
        super().__init__(data, **kwargs)
        self.rows = [PromiseForm(data, number=n + 1) for n in range(_rows_in(data))]

    @property
    def most(self) -> int:
        """How many actions an answer holds."""
        return MOST

    def layout(self) -> list:
        """The answer, what will be done where something will, and the reasons."""
        equals = f"{Answer.AGREES} {Answer.PARTLY}"
        return [
            Part("disputes/parts/seen.html"),
            Part("reviews/parts/first_button.html"),
            *(self.block(name) for name in self.fields if name not in ("text", "on")),
            self.reveal(Part("disputes/parts/actions_asked.html"), when="answer", equals=equals),
            self.block("text"),
            *(self.block(name) for name in self.fields if name == "on"),
        ]

    def is_valid(self) -> bool:
        """Check the rows too, so that the page shows all there is to mend at once."""
        return all([super().is_valid(), *(row.is_valid() for row in self.rows)])

    def unchecked(self) -> "AnswerForm":
        """Show what was typed without judging it: a row is being added."""
        for row in self.rows:
            row.unchecked()
        return super().unchecked()

    def clean(self):
        """Agreement says what will be done, all else why."""
        answers = super().clean()
        answer, typed = answers.get("answer"), [row for row in self.rows if not row.is_blank]
        if answer == Answer.AGREES and not typed:
            self.rows[0].full_clean()
            self.rows[0].add_error("text", "Enter what will be done, by whom and by when")
        if typed and answer and answer not in WITH_ACTIONS:
            words = "Empty the actions, or select that you agree, or agree in part"
            self.add_error("answer", words)
        if answer and answer != Answer.AGREES and not answers.get("text"):
            what = "what the meeting is for" if answer == Answer.MEETING else "your reasons"
            self.add_error("text", f"Enter {what}")
        for row in typed:
            self._check_day(row, answers.get("on") or self.today)
        return answers

    def _check_day(self, row: PromiseForm, answered_on: date) -> None:
        day = row.is_valid() and row.cleaned_data.get("by_when")
        if day and day < answered_on:
            words = f"The day action {row.number} will be done by must be on or after the answer"
            row.add_error("by_when", words)

    @property
    def answers(self) -> dict:
        """What answer_dispute takes, once the form is valid."""
        promises = [Promise(**row.cleaned_data) for row in self.rows if not row.is_blank]
        return self.cleaned_data | {"promises": promises}


class RecordAnswerForm(AnswerForm):
    """What the manager said in a meeting or on the telephone, kept in their name."""

    button = "Record the answer"
    on = DayField(label="When did they answer?", noun="the day they answered")
    who = ModelSelectField(label="Who answered?", noun="who answered", queryset=User.objects.none())

    field_order = ["who", "answer", "text", "on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["answer"].label = "What do they answer?"
        self.fields["answer"].noun = "the answer"
        self.fields["answer"].choices = [
            (Answer.AGREES, "They agree, and say what will be done"),
            (Answer.PARTLY, "They agree in part"),
            (Answer.DISAGREES, "They disagree"),
            (Answer.MEETING, "They ask for a meeting first"),
        ]
        self.fields["answer"].error_messages["required"] = "Select what they answer"
        self.fields["text"].label = "Their reasons"
        self.fields["text"].help_text = "In their own words where you have them"
        if self.dispute.asked_id:
            del self.fields["who"]
        else:
            self.fields["who"].queryset = User.objects.responding_managers()


def with_one_more_row(data: QueryDict) -> QueryDict:
    """The same answers with room for another action."""
    more = data.copy()
    more["actions"] = str(min(_rows_in(data) + 1, MOST))
    return more


def _rows_in(data) -> int:
    """How many rows the page had; anything odd counts as one."""
    text = str(data.get("actions") or "") if data is not None else ""
    sound = text.isascii() and text.isdigit() and len(text) < 4
    return min(max(int(text), 1), MOST) if sound else 1
