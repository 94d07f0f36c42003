"""The questions around a register: its file, the sheet, and which column is which."""

from collections.abc import Mapping, Sequence

from crispy_forms_gds.layout import Button
from django.core.exceptions import ValidationError

from iro_service.forms import QuestionForm, RadiosField, SelectField
from iro_service.forms.files import FileField
from iro_service.refusals import Refusal
from reviews.importing.columns import Column, what_is_missing
from reviews.importing.registers import Register
from reviews.importing.tables import is_workbook, open_table
from reviews.importing.workbooks import sheet_names


class TableField(FileField):
    """A CSV file or a workbook that holds a table."""

    megabytes = 25  # a quarter of a million reviews as CSV

    def clean(self, data, initial=None):
        """Give its name and content, or say why it is not taken."""
        file = super().clean(data, initial)
        content = file.read()
        try:
            open_table(content)
        except Refusal as refusal:
            raise ValidationError(refusal.sentence) from refusal
        return file.name[:200], content


class RegisterFileForm(QuestionForm):
    """Which file?"""

    button = "Continue"
    file = TableField(
        label="File",
        missing="Choose a file",
        error_messages={"empty": "The file is empty", "invalid": "Choose a file"},
        help_text="A CSV file or an Excel workbook (.xlsx). The first row must hold the names of "
        "the columns, whatever they are called. Nothing is imported yet.",
    )


class SheetForm(QuestionForm):
    """Which of a workbook's sheets?"""

    button = "Continue"

    def __init__(self, data=None, *, sheets: Sequence[str], **kwargs):
        super().__init__(data, **kwargs)
        self.fields["sheet"] = RadiosField(
            label="Which sheet holds the rows?",
            missing="Select a sheet",
            choices=[(name, name) for name in sheets],
        )


class ColumnsForm(QuestionForm):
    """Which column of the file is which of ours?"""

    button = "Look first"

    def __init__(
        self, data=None, *, register: Register, samples: Mapping[str, Sequence[str]], **kwargs
    ):
        super().__init__(data, **kwargs)
        self.register, self.samples = register, samples
        chosen = data if data is not None else self.initial
        for column in register.columns:
            self.fields[column.name] = SelectField(
                label=column.label,
                required=False,
                empty="Not in this file",
                choices=[(heading, heading) for heading in samples],
                missing="Select a column of the file",
                help_text=_help(column, samples.get(chosen.get(column.name, ""))),
            )

    def layout(self) -> list:
        """What must be there first, then what is welcome."""
        one_of = set(self.register.one_of)
        parts: dict[str, list[str]] = {"Needed": [], "At least one of these": [], "": []}
        for column in self.register.columns:
            part = "Needed" if column.required else ""
            parts["At least one of these" if column.name in one_of else part].append(column.name)
        parts["If the file has it"] = parts.pop("")
        return [self.section(legend, *names) for legend, names in parts.items() if names]

    def buttons(self) -> list:
        """To see what would change, or to do it."""
        return [*super().buttons(), Button.secondary("import", "Import", css_id="import")]

    def clean(self) -> dict[str, str]:
        """Give the file's heading by our column's name; each heading is one column."""
        super().clean()
        matched = {name: heading for name, heading in self.cleaned_data.items() if heading}
        labels: dict[str, str] = {}
        for column in self.register.columns:
            heading = matched.get(column.name)
            if heading in labels:
                self.add_error(
                    column.name, f"“{heading}” is selected for another: {labels[heading].lower()}"
                )
            elif heading:
                labels[heading] = column.label
        missing = what_is_missing(self.register.columns, matched, self.register.one_of)
        for name, sentence in missing.items():
            if name not in self.errors:
                self.add_error(name, sentence)
        return matched


def sheets_of(content: bytes) -> list[str]:
    """The sheets to choose from; none where there is no choice."""
    names = sheet_names(content) if is_workbook(content) else []
    return names if len(names) > 1 else []


def _help(column: Column, values: Sequence[str] | None) -> str:
    parts = [f"{column.hint}."] if column.hint else []
    if values is not None:
        shown = "; ".join(values) if values else "nothing in the first rows"
        parts.append(f"In the file: {shown}")
    return " ".join(parts)
