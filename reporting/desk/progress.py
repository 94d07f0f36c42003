"""How far the writing of a report is, section by section."""

from collections import Counter
from dataclasses import dataclass

from reporting.handbook import CHECKLIST, Asked, missing
from reporting.models import Report
from reporting.outline import WRITTEN, Heading
from reporting.writing import Writing, writing_of

PROVIDED = ("purpose", "duties")  # sections with a text of the service's own for who writes none


@dataclass(frozen=True)
class Mark:
    """A section with what there is to know of it before one opens it."""

    heading: Heading
    words: int  # that people wrote
    says: str  # what stands in for words: a text that is provided, a list
    comments: int  # open
    asked: tuple[Asked, ...]  # of the Handbook, still missing here

    @property
    def is_asked(self) -> bool:
        """Whether the Handbook asks for it."""
        return any(self.heading.id in asked.sections for asked in CHECKLIST)

    @property
    def is_done(self) -> bool:
        """Whether something would be printed that people answer for."""
        return bool(self.words or self.says)


@dataclass(frozen=True)
class Progress:
    """The sections and the Handbook's list, with what is left of both."""

    marks: list[Mark]
    missing: list[Asked]
    nothings: dict[str, str]

    @property
    def done(self) -> int:
        """Sections written."""
        return sum(mark.is_done for mark in self.marks)

    @property
    def first_left(self) -> Mark | None:
        """Where to go on: what the Handbook asks for first, then the rest."""
        left = sorted(
            (mark for mark in self.marks if not mark.is_done or mark.asked),
            key=lambda mark: not mark.asked,
        )
        return left[0] if left else None

    @property
    def checklist(self) -> list[tuple[Asked, str, bool]]:
        """Each thing the Handbook asks for, why there is nothing of it, and whether it is there."""
        return [
            (asked, self.nothings.get(asked.key, ""), asked not in self.missing)
            for asked in CHECKLIST
        ]


def progress_of(report: Report | None) -> Progress:
    """How far a report is; of one not begun, all that is to be written.

    Units: sections, words, comments, things the Handbook asks for (IRO Handbook 7.11).
    """
    writing = writing_of(report)
    left = missing(writing.passages, writing.nothings)
    comments: Counter = Counter()
    if report:
        is_open = report.comments.filter(settled_at__isnull=True)
        comments.update(is_open.values_list("section", flat=True))
    marks = [
        Mark(
            heading,
            len(writing.passages.get(heading.id, "").split()),
            _stands_in(heading.id, writing),
            comments[heading.id],
            tuple(asked for asked in left if heading.id in asked.sections),
        )
        for heading in WRITTEN
    ]
    return Progress(marks, left, writing.nothings)


def _stands_in(section: str, writing: Writing) -> str:
    if section in PROVIDED:
        return "The text provided"
    if section == "priorities" and writing.priorities:
        return "The list"
    if section == "look-back" and writing.looked_back:
        return "The list" if all(one.result for one in writing.looked_back) else ""
    return ""
