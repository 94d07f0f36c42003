"""Forms that put right what is recorded, and overwrite nobody's correction."""

from django import forms

from cohort.versions import version_of
from iro_service.forms import QuestionForm, ShortTextField

REOPEN = "Open the facts again, then correct them"


def what_was_wrong() -> ShortTextField:
    """Why it is put right, for whoever reads the history."""
    return ShortTextField(
        label="What was wrong?",
        noun="what was wrong",
        limit=300,
        help_text="Kept with the correction",
    )


class Versioned(QuestionForm):
    """A form about one row, which carries the version that the person had before them."""

    version = forms.IntegerField(
        min_value=0,
        max_value=2**63 - 1,
        widget=forms.HiddenInput,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), REOPEN),
    )

    def __init__(self, data=None, *, row, today, initial: dict, **kwargs):
        self.row, self.today = row, today
        super().__init__(data, initial=initial | {"version": version_of(row)}, **kwargs)

    def over(self, row) -> "Versioned":
        """The same answers again, to be saved over the facts as they stand now."""
        data = self.data.copy()
        data["version"] = str(version_of(row))
        return type(self)(data, row=row, today=self.today)
