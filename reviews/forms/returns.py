"""The question for the files of a return."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from crispy_forms_gds.layout import Button
from django import forms
from django.core.exceptions import ValidationError

from iro_service.forms import QuestionForm, ShortTextField
from iro_service.forms.sentences import Sentences
from statute.reporting_year import ReportingYear

# Megabytes: 100,000 episodes and 250,000 reviews are under twenty.
AT_MOST = 50
UNPACKED = 150


class SeveralFiles(forms.ClearableFileInput):
    """One control that takes several files."""

    allow_multiple_selected = True


class FilesField(Sentences, forms.FileField):
    """Several files, or a .zip of them; gives names and contents."""

    noun = "the files"
    widget = SeveralFiles

    def clean(self, data, initial=None) -> list[tuple[str, bytes]]:
        """Give the files, those in a .zip included, or say why they are not taken."""
        given = data if isinstance(data, list | tuple) else [data]
        files = [super(FilesField, self).clean(one, initial) for one in given or [None]]
        if sum(file.size for file in files) > AT_MOST * 1_000_000:
            raise ValidationError(f"The files must be smaller than {AT_MOST} MB together")
        return [one for file in files for one in _unpacked(file)]


class ReturnFilesForm(QuestionForm):
    """Which files, and of which year?"""

    button = "Look first"
    files = FilesField(
        label="Files of the return",
        missing="Choose the files of the return",
        error_messages={"empty": "One of the files is empty", "invalid": "Choose the files"},
        help_text="Header, Episodes, Reviews, UASC and PrevPerm as CSV, several at once or in a "
        ".zip. They may be called anything, and be of one year or of several.",
    )
    year = ShortTextField(
        label="Year, if they are all of one (optional)",
        required=False,
        limit=7,
        help_text="Like 2016-17. Reviews of other years are then handed back.",
    )

    def buttons(self) -> list:
        """To see what would change, or to do it."""
        return [
            *super().buttons(),
            Button.secondary(
                "import", "Import at once", css_id="import", data_prevent_double_click="true"
            ),
        ]

    def clean_year(self) -> str:
        """The year as it is written, or nothing."""
        year = self.cleaned_data["year"].strip()
        try:
            return str(ReportingYear.parse(year)) if year else ""
        except ValueError as wrong:
            raise ValidationError("Enter a year like 2016-17, or leave it empty") from wrong


def _unpacked(file) -> Iterator[tuple[str, bytes]]:
    if not file.name.lower().endswith(".zip"):
        yield file.name[:200], file.read()
        return
    try:
        with zipfile.ZipFile(io.BytesIO(file.read())) as archive:
            members = [one for one in archive.infolist() if _is_file(one)]
            if sum(one.file_size for one in members) > UNPACKED * 1_000_000:
                raise ValidationError(f"The files must be smaller than {UNPACKED} MB unpacked")
            for one in members:
                yield PurePosixPath(one.filename).name[:200], archive.read(one)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as wrong:
        raise ValidationError(
            f"{file.name} cannot be unpacked: it must be a .zip without a password"
        ) from wrong


def _is_file(one: zipfile.ZipInfo) -> bool:
    """Whether it is a file somebody put there, and not what a computer adds by itself."""
    path = PurePosixPath(one.filename)
    return not one.is_dir() and "__MACOSX" not in path.parts and not path.name.startswith(".")
