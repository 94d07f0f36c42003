"""The questions of the composer: a section's words, a comment, why there is nothing to report."""

from datetime import datetime

from crispy_forms_gds.layout import Button, Field
from django import forms

from iro_service.forms import LongTextField, QuestionForm, ShortTextField
from reporting.models import Passage

LIMIT = 50_000
HELP = "# begins a heading, - a line of a list, > a quote; **bold**, *italic*"


class PassageForm(QuestionForm):
    """The words of a section, with the version that the page began with."""

    text = LongTextField(
        label="Words", noun="the text", help_text=HELP, limit=LIMIT, rows=20, required=False
    )
    number = forms.IntegerField(widget=forms.HiddenInput, required=False)
    saved_at = forms.CharField(widget=forms.HiddenInput, required=False)
    # After two wrote at once: what the other saved stays a version of its own.
    anew = forms.BooleanField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, passage: Passage | None, **kwargs):
        kwargs.setdefault("initial", as_kept(passage))
        super().__init__(data, **kwargs)

    def layout(self) -> list:
        """No count of characters: nobody comes near the limit."""
        return [
            self.block("number"),
            self.block("saved_at"),
            self.block("anew"),
            Field.textarea("text", rows=self.fields["text"].rows),
        ]

    def clean_saved_at(self) -> datetime | None:
        """The moment; None for what is none, which then is of no version that stands."""
        try:
            return datetime.fromisoformat(self.cleaned_data["saved_at"])
        except ValueError:
            return None

    def beside(self, passage: Passage) -> "PassageForm":
        """The same words again, now for the version that stands: saving puts them in its place."""
        kept = as_kept(passage)
        data = self.data.copy()
        data["number"], data["saved_at"] = str(kept["number"]), kept["saved_at"]
        data["anew"] = "yes"
        return PassageForm(data, passage=passage)


def as_kept(passage: Passage | None) -> dict:
    """What the page begins with."""
    if passage is None:
        return {"text": "", "number": 0, "saved_at": ""}
    return {
        "text": passage.text,
        "number": passage.number,
        "saved_at": passage.saved_at.isoformat(),
    }


class CommentForm(QuestionForm):
    """What a manager says about a section."""

    prefix = "comment"
    text = LongTextField(
        label="Comment", missing="Enter your comment", noun="the comment",
        help_text="The report's readers never see it", limit=4000,
    )  # fmt: skip

    def layout(self) -> list:
        """Without a count of characters."""
        return [Field.textarea("text", rows=3)]

    def buttons(self) -> list:
        """Quieter than the button that saves the words."""
        return [_secondary(self, "Comment")]


class NothingForm(QuestionForm):
    """Why there is nothing to report on something the Handbook asks for."""

    because = ShortTextField(
        label="Nothing to report because", missing="Enter why there is nothing to report",
        noun="the reason", limit=500,
    )  # fmt: skip

    def buttons(self) -> list:
        """Quieter than the button that saves the words."""
        return [_secondary(self, "Keep as nothing to report")]


def _secondary(form: QuestionForm, words: str) -> Button:
    return Button.secondary("go", words, css_id=form.auto_id % form.add_prefix("go"))
