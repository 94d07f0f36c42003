"""The forms of a child's page; nothing a child types is refused but what is far too long."""

import re

from django import forms

from reviews.childs_questions import Question

LONGEST = 3000
# Control characters other than tabs and line ends; no database or browser keeps them.
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def clean_words(typed: str) -> str:
    """The words with one kind of line end and nothing that cannot be shown."""
    return CONTROLS.sub("", typed.replace("\r\n", "\n").replace("\r", "\n")).strip()


class WordsInput(forms.CharField):
    """What a child writes, shown again as it was."""

    widget = forms.Textarea

    def __init__(self, **kwargs):
        super().__init__(required=False, **kwargs)
        self.validators = []  # what they refuse is taken out below, without a word about it

    def to_python(self, value):
        """Take out what cannot be kept."""
        return clean_words(super().to_python(value) or "")

    def bound_data(self, data, initial):
        """Show the same when something is to be mended."""
        return clean_words(data or "")


class AnswerForm(forms.Form):
    """One question: a choice, words, both or neither."""

    choice = forms.ChoiceField(
        required=False, error_messages={"invalid_choice": "Choose one of these"}
    )
    words = WordsInput()

    def __init__(self, data=None, *, question: Question, **kwargs):
        super().__init__(data, **kwargs)
        self.question = question
        self.fields["choice"].choices = list(question.choices.items())

    def clean_words(self) -> str:
        """Refuse only what nobody could read."""
        words = self.cleaned_data["words"]
        if (over := len(words) - LONGEST) > 0:
            raise forms.ValidationError(
                f"That is a lot! It is {over:,} letters too long. Can you make it shorter?"
            )
        return words


class CodeForm(forms.Form):
    """The words the child was told."""

    code = WordsInput(
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "none",
                "autocorrect": "off",
                "spellcheck": "false",
            }
        )
    )

    def clean_code(self) -> str:
        """Refuse what cannot be the words before it counts as a try."""
        typed = self.cleaned_data["code"]
        if not typed:
            raise forms.ValidationError("Type the four words you were given")
        if len(typed) > 100:
            raise forms.ValidationError("That is too long. Type only the four words")
        return typed
