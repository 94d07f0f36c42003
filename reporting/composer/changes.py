"""What changed from one version of a text to another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

WORDS = re.compile(r"\S+|\s+")
ADDED, REMOVED, SAME = "added", "removed", "same"


@dataclass(frozen=True)
class Change:
    """A piece of text that was added, removed, or is the same."""

    kind: str
    text: str


def changes(before: str, after: str) -> list[Change]:
    """The pieces of both texts in their order: by line, and within changed lines by word."""
    found = []
    lines = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for is_same, removed, added in _compared(*lines):
        if is_same:
            found += [Change(SAME, removed)]
        else:
            words = WORDS.findall(removed), WORDS.findall(added)
            for alike, old, new in _compared(*words):
                found += (
                    [Change(SAME, old)] if alike else [Change(REMOVED, old), Change(ADDED, new)]
                )
    return [one for one in found if one.text]


def _compared(before: Sequence[str], after: Sequence[str]):
    """Whether a stretch is the same in both, and the stretch of each."""
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        yield kind == "equal", "".join(before[i1:i2]), "".join(after[j1:j2])
