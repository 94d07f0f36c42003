"""A file handed in, of a sensible size."""

from django import forms
from django.core.exceptions import ValidationError

from iro_service.forms.sentences import Sentences


class FileField(Sentences, forms.FileField):
    """One file, smaller than so many megabytes."""

    noun = "the file"
    megabytes: int

    def clean(self, data, initial=None):
        """Give the file, or say why it is not taken."""
        file = super().clean(data, initial)
        if file and file.size > self.megabytes * 1_000_000:
            raise ValidationError(f"The file must be smaller than {self.megabytes} MB")
        return file
