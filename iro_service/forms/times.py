"""A time of day in one box."""

import re
from datetime import time

from django import forms
from django.core.exceptions import ValidationError

from iro_service.forms.sentences import Sentences, sentence_start

TYPED = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?", re.ASCII | re.IGNORECASE)
NAMED = {"noon": time(12), "midday": time(12), "midnight": time(0)}


class TimeField(Sentences, forms.CharField):
    """A time as people write it: 10:30, 10.30, 2pm, 2.15 pm, noon."""

    noun = "the time"

    def __init__(self, **kwargs):
        kwargs.setdefault("help_text", "For example, 10:30 or 2pm")
        super().__init__(**kwargs)
        self.widget.attrs.update({"class": "govuk-input--width-5", "autocomplete": "off"})

    def prepare_value(self, value):
        """Show a time as hours and minutes."""
        return f"{value:%H:%M}" if isinstance(value, time) else value

    def to_python(self, value):
        """Give the time, or say how to write one."""
        text = super().to_python(value).lower()
        if not text or text in NAMED:
            return NAMED.get(text)
        found = TYPED.fullmatch(text)
        unclear = ValidationError(
            f"{sentence_start(self.noun)} must be a time, like 10:30 or 2pm", code="invalid"
        )
        if not found:
            raise unclear
        hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").replace(".", "")
        if not half and found[2] is None:
            raise unclear  # a bare 2 may be the night or the afternoon
        if half:
            if not 1 <= hour <= 12:
                raise unclear
            hour = hour % 12 + (12 if half == "pm" else 0)
        try:
            return time(hour, minute)
        except ValueError:
            raise unclear from None
