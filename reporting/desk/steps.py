"""What was done with a report, by whom and when, read from its history."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from accounts.models import User
from reporting.models import Report

FORWARD = (
    ("submitted", "Sent to the practice manager"),
    ("reviewed", "Reviewed"),
    ("approved", "Approved"),
)


@dataclass(frozen=True)
class Step:
    """One line of the history."""

    words: str
    at: datetime | None = None
    by: int | None = None  # whose it is
    person: User | None = None
    text: str = ""


def steps_of(report: Report) -> list[Step]:
    """The steps so far, the newest first; two queries for any number."""
    versions = Report.pgh_event_model.objects.filter(pgh_obj=report.pk)  # type: ignore[attr-defined]
    rows = list(versions.select_related("pgh_context").order_by("pgh_id"))
    steps = [Step("Begun", report.begun_at, report.begun_by_id)]
    for before, after in pairwise(rows):
        steps += _between(before, after)
    reasons = {one.published_at: one for one in report.editions.all()}
    people = User.objects.in_bulk([step.by for step in steps if step.by])
    told = [_told(step, people, reasons) for step in steps]
    return told[::-1]


def _between(before, after) -> Iterator[Step]:
    if before.correction and not after.correction and not before.approved_at:
        yield Step("Correction dropped", None, _who(after))
        return
    forward = False
    for name, words in FORWARD:
        at = getattr(after, f"{name}_at")
        if at and at != getattr(before, f"{name}_at"):
            forward = True
            yield Step(words, at, getattr(after, f"{name}_by_id"))
    if after.closed_at and not before.closed_at:
        yield Step("Published", after.closed_at, _who(after))
    elif after.correction and not before.correction:
        yield Step("Opened for a correction", None, _who(after), text=after.correction)
    elif before.submitted_at and not after.submitted_at and not forward:
        yield Step("Sent back or taken back", None, _who(after))


def _who(row) -> int | None:
    """Who made the change; a command's is nobody's."""
    return row.pgh_context.metadata.get("user") if row.pgh_context else None


def _told(step: Step, people: dict, editions: dict) -> Step:
    edition = editions.get(step.at) if step.words == "Published" else None
    words = f"Published as edition {edition.number}" if edition else step.words
    by = edition.published_by_id if edition else step.by
    return Step(words, step.at, by, people.get(by), step.text)
