"""Numbers, typed in a plain box because spinners change by a slip of the wheel."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError

from iro_service.forms.sentences import Sentences, sentence_start


class DecimalField(Sentences, forms.CharField):
    """A number with at most `decimal_places`, from `least` to `most`."""

    noun = "the number"

    def __init__(self, *, least=0, most=1_000_000, decimal_places: int = 2, **kwargs):
        self.least, self.most, self.decimal_places = least, most, decimal_places
        super().__init__(**kwargs)
        mode = "decimal" if decimal_places else "numeric"
        self.widget.attrs |= {
            "inputmode": mode,
            "class": "govuk-input--width-5",
            "autocomplete": "off",
        }

    def prepare_value(self, value):
        """Show a number without the zeros that only say how it is stored."""
        if isinstance(value, Decimal):
            text = f"{value:f}"
            return text.rstrip("0").rstrip(".") if "." in text else text
        return value

    def to_python(self, value):
        """Give the number, or say which are allowed."""
        text = super().to_python(value).replace(",", "")
        if not text:
            return None
        noun = sentence_start(self.noun)
        if not re.fullmatch(r"-?[0-9]{1,12}(\.[0-9]{1,12})?", text):
            kind = "a number" if self.decimal_places else "a whole number"
            raise ValidationError(f"{noun} must be {kind}", code="invalid")
        number = Decimal(text)
        if number != round(number, self.decimal_places):
            allowed = f"{self.decimal_places} decimal places or fewer"
            raise ValidationError(
                f"{noun} must {f'have {allowed}' if self.decimal_places else 'be a whole number'}"
            )
        if not self.least <= number <= self.most:
            raise ValidationError(f"{noun} must be between {self.least:,} and {self.most:,}")
        return number if self.decimal_places else int(number)


class WholeNumberField(DecimalField):
    """A whole number from `least` to `most`."""

    def __init__(self, **kwargs):
        super().__init__(decimal_places=0, **kwargs)
