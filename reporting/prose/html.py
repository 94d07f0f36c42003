"""Prints what was read, with the figures in their places."""

from collections.abc import Mapping

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from markdown_it.token import Token

from reporting.prose.reading import READER, read
from reporting.prose.tidy import without_empty


def html_of(text: str, figures: Mapping[str, str], *, level: int = 3) -> SafeString:
    """The text as HTML, its headings beginning at `level`, `[[name]]` replaced by the figure.

    A name that is no figure stays, marked. Whatever looks like HTML is printed as it was typed.
    """
    tokens = read(text, level=level)
    for token in tokens:
        for piece in token.children or ():
            if piece.type == "figure":
                _put(piece, figures)
    printed = READER.renderer.render(without_empty(tokens), READER.options, {})
    # Everything typed went through the reader, which knows no HTML, or through escape.
    return mark_safe(printed)  # noqa: S308


def _put(piece: Token, figures: Mapping[str, str]) -> None:
    """The figure's words in the place of its name: text, which the printer escapes."""
    if piece.content in figures:
        piece.type, piece.content = "text", figures[piece.content]
    else:
        piece.type = "html_inline"
        name = escape(f"[[{piece.content}]]")
        piece.content = f'<mark class="report-unknown">{name}</mark>'
