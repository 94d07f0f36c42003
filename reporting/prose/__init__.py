"""What people wrote, as HTML: headings, lists and quotes, with figures by reference."""

from difflib import get_close_matches

from reporting.prose.html import html_of, slots_of
from reporting.prose.reading import read
from reporting.quoting import CATALOGUE

__all__ = ["faults_in", "html_of", "slots_of"]


def faults_in(text: str) -> list[str]:
    """What has to be mended before the text may be printed: figures that do not exist.

    A sentence for each, in the text's order, each name once.
    """
    pieces = [piece for token in read(text) for piece in token.children or ()]
    named = dict.fromkeys(piece.content for piece in pieces if piece.type == "figure")
    faults = [_no_such_figure(name) for name in named if name not in CATALOGUE]
    if any("[[" in piece.content or "]]" in piece.content for piece in pieces):
        faults.append("A figure is not closed: its name stands between [[ and ]], on one line.")
    return faults


def _no_such_figure(name: str) -> str:
    close = get_close_matches(name, CATALOGUE, n=1)
    meant = f" Did you mean [[{close[0]}]]?" if close else " Choose one from the list."
    return f"There is no figure called [[{name}]].{meant}"
