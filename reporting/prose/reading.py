"""Reads plain formatting: headings, lists, quotes, bold, italic, and figures by reference."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from reporting.prose.tidy import tidied

REFERENCE = re.compile(r"\[\[([^\[\]\n]{1,80})\]\]")


def _figure(state: StateInline, silent: bool) -> bool:
    """A name between two pairs of brackets is a figure."""
    found = REFERENCE.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        state.push("figure", "", 0).content = found[1].strip()
    state.pos = found.end()
    return True


def _reader() -> MarkdownIt:
    """Everything off but what a report needs: no HTML, links, pictures, tables or code."""
    reader = MarkdownIt("zero", {"html": False, "breaks": True})
    reader.enable(["heading", "list", "blockquote", "emphasis", "newline", "escape"])
    # Before bold and italic, so that a name is never read as formatting.
    reader.inline.ruler.before("emphasis", "figure", _figure)
    return reader


READER = _reader()


def read(text: str, *, level: int = 3) -> list[Token]:
    """The text in its parts, with headings from `level` on and nothing empty left."""
    return tidied(READER.parse(text), level=level)
