"""A review's decisions on their way to the team manager and back."""

from accounts.models import User
from iro_service.forms import LongTextField, ModelSelectField, QuestionForm, RadiosField
from reviews.models import DecisionSheet

Answer = DecisionSheet.Answer


class SendDecisionsForm(QuestionForm):
    """The team manager the decisions go to."""

    button = "Send to the team manager"

    manager = ModelSelectField(
        label="Which manager?",
        noun="the manager the decisions go to",
        help_text="The manager of the team that holds the child's case, as a rule",
        queryset=User.objects.none(),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["manager"].queryset = User.objects.responding_managers()


class AnswerForm(QuestionForm):
    """The manager agrees, comments or objects."""

    button = "Send your answer"

    answer = RadiosField(
        label="Do you agree with these decisions?",
        noun="whether you agree",
        choices=[
            (Answer.AGREES, "I agree"),
            (Answer.COMMENTS, "I agree, with comments"),
            (Answer.OBJECTS, "I object"),
        ],
    )
    text = LongTextField(
        label="Your comments or objection",
        noun="your comments or objection",
        help_text="Say which decision you mean by its number",
        required=False,
    )

    def layout(self) -> list:
        """Ask for words only where they are needed."""
        return [
            self.block("answer"),
            self.reveal("text", when="answer", equals=f"{Answer.COMMENTS} {Answer.OBJECTS}"),
        ]

    def clean(self):
        """Comments and objections have words; plain agreement has none."""
        answer, text = self.cleaned_data.get("answer"), self.cleaned_data.get("text")
        if answer in (Answer.COMMENTS, Answer.OBJECTS) and not text and "text" not in self.errors:
            what = "your comments" if answer == Answer.COMMENTS else "what you object to, and why"
            self.add_error("text", f"Enter {what}")
        return self.cleaned_data


class SettleForm(QuestionForm):
    """How an objection ended."""

    button = "Save how it ended"

    note = LongTextField(
        label="How did it end?",
        noun="how the objection ended",
        help_text="What you and the manager came to, and which decisions stand",
    )
