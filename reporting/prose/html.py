"""Prints what was read, with the figures in their places."""

from collections.abc import Callable, Mapping

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from markdown_it.token import Token

from reporting.prose.reading import READER, read
from reporting.prose.tidy import without_empty


def html_of(text: str, figures: Mapping[str, str], *, level: int = 3) -> SafeString:
    """The text as HTML, its headings beginning at `level`, `[[name]]` replaced by the figure.

    A name that is no figure stays, marked. Whatever looks like HTML is printed as it was typed.
    """

    def put(piece: Token) -> None:
        if piece.content in figures:
            piece.type, piece.content = "text", figures[piece.content]  # escaped by the printer
        else:
            _mark(piece)

    return _printed(text, put, level)


def slots_of(text: str, *, level: int = 3) -> SafeString:
    """The same for a page that knows the figures: an element for each, to be filled there."""

    def put(piece: Token) -> None:
        slot = '<span data-figure="{0}">[[{0}]]</span>'
        piece.type, piece.content = "html_inline", format_html(slot, piece.content)

    return _printed(text, put, level)


def _printed(text: str, put: Callable[[Token], None], level: int) -> SafeString:
    tokens = read(text, level=level)
    for token in tokens:
        for piece in token.children or ():
            if piece.type == "figure":
                put(piece)
    printed = READER.renderer.render(without_empty(tokens), READER.options, {})
    # Everything typed went through the reader, which knows no HTML, or was escaped.
    return mark_safe(printed)  # noqa: S308


def _mark(piece: Token) -> None:
    piece.type = "html_inline"
    piece.content = format_html('<mark class="report-unknown">[[{}]]</mark>', piece.content)
