"""The sections of a report as a list: which are written, and what is still to be done in each."""

from collections import Counter
from dataclasses import dataclass

from reporting.handbook import Asked, missing
from reporting.models import Comment, Report
from reporting.outline import WRITTEN, Heading
from reporting.writing import passages_of
from reporting.written import counted


@dataclass(frozen=True)
class Mark:
    """A section with what its writer has to know of it."""

    heading: Heading
    is_written: bool
    missing: list[Asked]
    open_comments: int

    @property
    def comments_in_words(self) -> str:
        """1 comment, 2 comments."""
        return counted(self.open_comments, "comment", "comments")


def marks_of(report: Report | None) -> list[Mark]:
    """Each section that is written, in the report's order."""
    passages = passages_of(report) if report else {}
    nothings = set(report.nothings.values_list("item", flat=True)) if report else set()
    still_asked = missing(passages, nothings)
    comments = report.comments.filter(settled_at=None) if report else Comment.objects.none()
    said = Counter(comments.values_list("section", flat=True))
    return [
        Mark(
            heading,
            bool(passages.get(heading.id, "").strip()),
            [asked for asked in still_asked if heading.id in asked.sections],
            said[heading.id],
        )
        for heading in WRITTEN
    ]


def neighbours(section: str) -> tuple[Heading | None, Heading | None]:
    """The sections before and after one."""
    place = [heading.id for heading in WRITTEN].index(section)
    before = WRITTEN[place - 1] if place else None
    after = WRITTEN[place + 1] if place + 1 < len(WRITTEN) else None
    return before, after
