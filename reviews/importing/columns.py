"""Which column of a file is which of ours: guessed from its heading, and settled on a page."""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple


class Column(NamedTuple):
    """A column of ours: what it is called here, and what other systems call it."""

    name: str
    label: str
    hint: str = ""
    required: bool = False
    known: tuple[str, ...] = ()  # other systems' headings, in small letters

    @property
    def headings(self) -> list[str]:
        """Every heading that can only mean this column, made plain."""
        return [plain(one) for one in (self.name, self.label, *self.known)]


CHILD = Column(
    "child",
    "Child's reference",
    "As the return and this service have it",
    required=True,
    known=(
        "reference", "child reference", "child id", "child code", "person id", "person reference",
        # The Standard Safeguarding Dataset's; clar_cla_id is a period of care and not a child.
        "pers_person_id", "clar_cla_person_id", "clae_person_id", "invo_person_id",
        "mosaic id", "liquidlogic id", "ics id",
    ),
)  # fmt: skip


def plain(heading: str) -> str:
    """A heading in small letters, its words apart by single spaces and without their marks."""
    return " ".join(re.findall(r"[a-z0-9]+", heading.lower().replace("'", "")))


def guess(
    columns: Sequence[Column], headings: Sequence[str], before: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The heading of the file for each column of ours where one fits; each is used once.

    `before` is how the same headings were matched the last time: that stands as it is.
    """
    if before is not None and set(before.values()) <= set(headings):
        return dict(before)
    free = {plain(heading): heading for heading in reversed(headings)}
    found: dict[str, str] = {}
    # What can mean one thing only comes first, so that a likeness never takes it away.
    for alike in (_same, _nearly):
        for column in columns:
            if column.name not in found and (key := alike(column, free)):
                found[column.name] = free.pop(key)
    return found


def _same(column: Column, free: Mapping[str, str]) -> str:
    return next((known for known in column.headings if known in free), "")


def _nearly(column: Column, free: Mapping[str, str]) -> str:
    """One letter wrong, or the words of another order; not what merely shares a word."""
    sorted_words = {" ".join(sorted(key.split())): key for key in free}
    for known in column.headings:
        by_words = sorted_words.get(" ".join(sorted(known.split())))
        if by_words:
            return by_words
        if len(known) > 4 and (close := get_close_matches(known, free, n=1, cutoff=0.88)):
            return close[0]
    return ""


def what_is_missing(
    columns: Sequence[Column], matched: Mapping[str, str], one_of: Sequence[str] = ()
) -> dict[str, str]:
    """By the column's name, the sentence for each that must be matched and is not."""
    sentences = {
        column.name: f"Select the column that holds: {column.label[:1].lower()}{column.label[1:]}"
        for column in columns
        if column.required and not matched.get(column.name)
    }
    if one_of and not any(matched.get(name) for name in one_of):
        labels = [column.label.lower() for column in columns if column.name in one_of]
        sentences[one_of[0]] = f"Select a column for one of these: {', '.join(labels)}"
    return sentences
