"""The question for a file of published figures."""

from django import forms
from django.core.exceptions import ValidationError

from iro_service.forms import QuestionForm
from iro_service.forms.sentences import Sentences

FILE_AT_MOST = 1_000_000  # bytes: a hundred years of months are under 10,000


class CsvField(Sentences, forms.FileField):
    """A CSV file of a sensible size."""

    noun = "a CSV file"

    def clean(self, data, initial=None):
        """Give the file, or say why it is not taken."""
        file = super().clean(data, initial)
        if file and file.size > FILE_AT_MOST:
            raise ValidationError("The file must be smaller than 1 MB")
        return file


class PublishedFileForm(QuestionForm):
    """A file of published figures."""

    button = "Import"
    file = CsvField(
        label="CSV file",
        missing="Choose a CSV file",
        error_messages={"empty": "The file is empty", "invalid": "Choose a CSV file"},
        help_text="Timeliness by month has the columns year, month, reviews and "
        "reviews_in_timescale. Participation by year has the columns year, "
        "reviews_aged_4_and_over, participated and not_recorded.",
    )
