"""Keeps what people type fit for a tagged document: no skipped heading, nothing empty."""

from collections.abc import Sequence

from markdown_it.token import Token

DEEPEST = 6
BREAKS = ("softbreak", "hardbreak")


def tidied(tokens: Sequence[Token], *, level: int) -> list[Token]:
    """The tokens with headings that begin at `level` and never skip one, less what is empty.

    Empty parts fail PDF/UA, and a skipped level leads those astray who move by headings.
    """
    return without_empty(_headings(tokens, level))


def without_empty(tokens: Sequence[Token]) -> list[Token]:
    """The tokens less each pair with nothing in it."""
    kept: list[Token] = []
    for token in tokens:
        if token.type == "inline":
            token.children = _trimmed(without_empty(token.children or []))
            if not token.children:
                continue
        elif token.nesting == -1 and kept and kept[-1].nesting == 1:
            kept.pop()
            continue
        elif token.type in ("text", "figure") and not token.content:
            continue
        kept.append(token)
    return kept


def _trimmed(children: list[Token]) -> list[Token]:
    """A line's pieces without breaks at its ends; nothing where it holds only space."""
    while children and children[0].type in BREAKS:
        children.pop(0)
    while children and children[-1].type in BREAKS:
        children.pop()
    return children if any(_says_something(one) for one in children) else []


def _says_something(piece: Token) -> bool:
    return piece.type == "figure" or bool(piece.content.strip())


def _headings(tokens: Sequence[Token], level: int) -> Sequence[Token]:
    above: list[int] = []  # the levels as typed that the heading lies under, itself the last
    for token in tokens:
        if token.type == "heading_open":
            typed = int(token.tag[1])
            # In a list or a quote a heading would break the outline: there it is a paragraph.
            nested = token.level > 0
            if not nested:
                above = [*(one for one in above if one < typed), typed]
            token.tag = "p" if nested else f"h{min(level + len(above) - 1, DEEPEST)}"
            opened = token
        elif token.type == "heading_close":
            token.tag = opened.tag
    return tokens
