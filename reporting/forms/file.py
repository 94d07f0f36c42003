"""The question for a file of published figures."""

from iro_service.forms import QuestionForm
from iro_service.forms.files import FileField


class CsvField(FileField):
    """A CSV file of a sensible size."""

    noun = "a CSV file"
    megabytes = 1  # a hundred years of months are under 10,000 bytes


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
