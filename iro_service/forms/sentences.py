"""What all fields share: the noun their sentences are about, and text that can be shown again."""

import re

# A lone surrogate cannot be sent to a browser, and PostgreSQL refuses NUL.
UNSHOWABLE = re.compile("[\x00\ud800-\udfff]")


def sentence_start(noun: str) -> str:
    """Give the noun with its first letter as a sentence needs it."""
    return noun[:1].upper() + noun[1:]


def showable(value):
    """Give what was typed in a form that can be put back into the page."""
    if isinstance(value, str):
        return UNSHOWABLE.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, list | tuple):
        return [showable(one) for one in value]
    return value


class Sentences:
    """A field whose messages are sentences: `missing` when empty, else about its `noun`."""

    noun = "the answer"

    def __init__(self, *, noun: str = "", missing: str = "", **kwargs):
        self.noun = noun or type(self).noun
        messages = {"required": missing or f"Enter {self.noun}", **kwargs.pop("error_messages", {})}
        super().__init__(error_messages=messages, **kwargs)

    def bound_data(self, data, initial):
        """Keep what was typed, less only what no browser can show."""
        return showable(super().bound_data(data, initial))
