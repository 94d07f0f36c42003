"""A day in three boxes."""

from datetime import date

from crispy_forms_gds.fields import DateInputField
from crispy_forms_gds.widgets import DateInputWidget
from django.core.exceptions import ValidationError
from django.utils import dates

from iro_service.forms.sentences import Sentences, sentence_start

PARTS = ("day", "month", "year")
MONTHS = [str(name) for name in dates.MONTHS.values()]
YEARS = range(1900, 2101)


class DayWidget(DateInputWidget):
    """Three boxes that bring up a phone's number keys."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for widget in self.widgets:
            widget.attrs.update({"inputmode": "numeric", "autocomplete": "off"})

    def decompress(self, value):
        """Show a day as it would have been typed, so that an untouched one counts as unchanged."""
        return [str(part) for part in super().decompress(value)] if value else ["", "", ""]


class DayField(Sentences, DateInputField):
    """A day, typed as day, month and year; a month may be a name.

    `earliest` and `latest` are the first and last day allowed.
    """

    widget = DayWidget
    noun = "the day"

    def __init__(self, *, earliest: date | None = None, latest: date | None = None, **kwargs):
        messages = kwargs.pop("error_messages", {})
        # The library's own field fixes its messages, so ours are put in after it.
        noun, missing = kwargs.pop("noun", ""), kwargs.pop("missing", "")
        DateInputField.__init__(self, **kwargs)
        self.noun = noun or type(self).noun
        self.error_messages |= {"required": missing or f"Enter {self.noun}", **messages}
        self.earliest, self.latest = earliest, latest
        self.wrong_parts: tuple[int, ...] = ()

    def clean(self, value):
        """Give the day, or say which of its parts is wrong."""
        self._blame(())
        typed = [str(part or "").strip() for part in (value or ())][:3]
        typed += [""] * (3 - len(typed))
        if not any(typed):
            if self.required:
                self._blame((0, 1, 2), self.error_messages["required"])
            return None
        if empty := tuple(n for n, part in enumerate(typed) if not part):
            lacking = " and ".join(PARTS[n] for n in empty)
            self._blame(empty, f"{sentence_start(self.noun)} must include a {lacking}")
        return self._within(self._day(*typed))

    def _day(self, day: str, month: str, year: str) -> date:
        """Read the three parts, which are all there."""
        month_number = _month(month)
        wrong = tuple(
            n
            for n, ok in enumerate((_is_number(day, 2), month_number is not None, _is_number(year)))
            if not ok
        )
        if wrong:
            self._blame(wrong, f"{sentence_start(self.noun)} must be a real day, like 27 3 2017")
        if len(year) != 4:
            self._blame((2,), f"{sentence_start(self.noun)} must have a year of 4 numbers")
        if not 1 <= month_number <= 12:
            self._blame((1,), f"There is no month {month_number}; use 1 to 12")
        if int(year) not in YEARS:
            self._blame((2,), f"The year must be between {YEARS[0]} and {YEARS[-1]}")
        try:
            return date(int(year), month_number, int(day))
        except ValueError:
            words = f"{int(day)} {MONTHS[month_number - 1]} {int(year)}"
            self._blame((0,), f"{words} is not a real day")

    def _within(self, day: date) -> date:
        for wrong, words, limit in (
            (self.earliest and day < self.earliest, "on or after", self.earliest),
            (self.latest and day > self.latest, "on or before", self.latest),
        ):
            if wrong:
                written = f"{limit.day} {MONTHS[limit.month - 1]} {limit.year}"
                self._blame((0, 1, 2), f"{sentence_start(self.noun)} must be {words} {written}")
        return day

    def _blame(self, parts: tuple[int, ...], sentence: str = "") -> None:
        """Mark the boxes at fault, so that they are framed and the summary leads to the first."""
        self.wrong_parts = parts
        for n, field in enumerate(self.fields):
            field.widget.errors = [sentence] if n in parts else []
        if sentence:
            raise ValidationError(sentence)


def _is_number(text: str, most: int = 4) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= most


def _month(text: str) -> int | None:
    if _is_number(text, 2):
        return int(text)
    names = [n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(text.lower())]
    return names[0] if len(text) >= 3 and len(names) == 1 else None
