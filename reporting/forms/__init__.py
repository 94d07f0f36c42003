"""The questions of reporting."""

from reporting.forms.file import PublishedFileForm
from reporting.forms.month import PublishedMonthForm
from reporting.forms.year import PublishedYearForm

__all__ = [
    "PublishedFileForm",
    "PublishedMonthForm",
    "PublishedYearForm",
]
