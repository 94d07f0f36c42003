"""Words typed in: a line, a long text, a name, an address for mail."""

import re
import unicodedata

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, ProhibitNullCharactersValidator

from iro_service.forms.sentences import UNSHOWABLE, Sentences, sentence_start


class WordsField(Sentences, forms.CharField):
    """Text of at most `limit` characters; too much is refused with the number over, not cut."""

    def __init__(self, *, limit: int, **kwargs):
        # Not max_length: with it the browser would cut a pasted text without a word.
        self.limit = limit
        super().__init__(**kwargs)
        self.validators = [
            one for one in self.validators if not isinstance(one, ProhibitNullCharactersValidator)
        ]

    def to_python(self, value):
        """Give the text with one kind of line end, as the page counts it."""
        return super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")

    def validate(self, value):
        """Refuse what cannot be kept and what is too long."""
        super().validate(value)
        noun = sentence_start(self.noun)
        if UNSHOWABLE.search(value):
            raise ValidationError(
                f"{noun} has a character that cannot be saved. It is shown as "
                "\N{REPLACEMENT CHARACTER}; take it out",
                code="unshowable",
            )
        if (over := len(value) - self.limit) > 0:
            raise ValidationError(
                f"{noun} must be {self.limit:,} characters or fewer. It is {over:,} over",
                code="too_long",
            )


class ShortTextField(WordsField):
    """A line of text."""

    def __init__(self, *, limit: int = 200, **kwargs):
        super().__init__(limit=limit, **kwargs)
        self.widget.attrs.setdefault("autocomplete", "off")

    def validate(self, value):
        """Refuse a line that is not one."""
        super().validate(value)
        if any(unicodedata.category(one) == "Cc" for one in value):
            raise ValidationError(
                f"{sentence_start(self.noun)} must be on one line", code="not_a_line"
            )


class LongTextField(WordsField):
    """A text of several lines with a count of the characters left."""

    widget = forms.Textarea

    def __init__(self, *, limit: int = 4000, rows: int = 5, **kwargs):
        self.rows = rows
        # The template library stops without a help text where there is a count.
        if not kwargs.get("help_text"):
            kwargs["help_text"] = "Write in plain words"
        super().__init__(limit=limit, **kwargs)


class PersonNameField(ShortTextField):
    """A person's name in any script, with its apostrophes and hyphens."""

    noun = "the name"

    def __init__(self, *, limit: int = 100, **kwargs):
        super().__init__(limit=limit, **kwargs)
        self.widget.attrs["spellcheck"] = "false"

    def to_python(self, value):
        """Give the name in one spelling of its accents, so that two entries of it are equal."""
        return re.sub(" +", " ", unicodedata.normalize("NFC", super().to_python(value)))

    def validate(self, value):
        """Refuse what no name holds."""
        super().validate(value)
        noun = sentence_start(self.noun)
        if bad := sorted(set(re.findall(r"[<>{}\[\]\\|=]", value))):
            raise ValidationError(f"{noun} must not include {' or '.join(bad)}", code="not_a_name")
        if value and not any(one.isalpha() for one in value):
            raise ValidationError(f"{noun} must include letters", code="not_a_name")


class EmailField(ShortTextField):
    """An address for mail."""

    noun = "the email address"

    def __init__(self, *, limit: int = 254, **kwargs):
        super().__init__(limit=limit, **kwargs)
        self.widget.attrs |= {"inputmode": "email", "spellcheck": "false"}

    def validate(self, value):
        """Refuse what is not an address."""
        super().validate(value)
        if value:
            EmailValidator("Enter an email address like name@example.gov.uk")(value)
