"""Beginning a report and writing its sections, each version kept."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reporting.figures.year import ReportingYear
from reporting.models import Passage, Report
from reporting.outline import WRITTEN

SITTING = timedelta(minutes=30)  # what one person changes in it is one version
SECTIONS = {heading.id for heading in WRITTEN}


class WrittenMeanwhile(Refusal):
    """Somebody saved the section after this page was opened; `passage` is what stands."""

    def __init__(self, passage: Passage, *, by: User):
        moment = timezone.localtime(passage.saved_at)
        who = "You" if passage.by_id == by.pk else passage.by
        super().__init__(
            f"{who} saved this section at {moment:%H:%M} on {in_words(moment)}, after you opened "
            "it here."
        )
        self.passage = passage


def begin_report(year: ReportingYear, *, at: datetime, by: User) -> Report:
    """Begin the report of a period; one already begun is given."""
    if clock.day_of(at) < year.first:
        raise Refusal(f"The year {year} has not begun, so there is nothing to write about yet.")
    begun = {"begun_at": at, "begun_by": by}
    return Report.objects.get_or_create(period=str(year), defaults=begun)[0]


@transaction.atomic
def write_passage(
    report: Report,
    *,
    section: str,
    text: str,
    number: int,
    saved_at: datetime | None,
    anew: bool = False,
    at: datetime,
    by: User,
) -> Passage | None:
    """Save the words of a section, unless they were saved since the page was opened.

    `number` and `saved_at` are of the version the page began with: 0 and None where there was
    none. Whoever goes on within half an hour changes their own version; otherwise, and where it
    is to be written `anew`, it is a new one. None where nothing was written and nothing is.
    """
    if section not in SECTIONS:
        raise Refusal("Nothing is written in this section: it is made from the records.")
    _lock_for_writing(report)
    standing = report.passages.filter(section=section).order_by("-number").first()
    if standing is None:
        return _version(report, section, 1, text, at, by) if text.strip() else None
    if standing.text == text:  # what an answer lost on its way had saved
        return standing
    if (standing.number, standing.saved_at) != (number, saved_at):
        raise WrittenMeanwhile(standing, by=by)
    if not anew and standing.by_id == by.pk and at - standing.begun_at <= SITTING:
        standing.text, standing.saved_at = text, at
        standing.save(update_fields=["text", "saved_at"])
        return standing
    return _version(report, section, standing.number + 1, text, at, by)


@transaction.atomic
def bring_back(passage: Passage, *, at: datetime, by: User) -> Passage:
    """Let an earlier version stand again, as a new version: none in between is lost."""
    report, section = passage.report, passage.section
    _lock_for_writing(report)
    standing = report.passages.filter(section=section).order_by("-number")[0]
    if standing.text == passage.text:
        return standing
    return _version(report, section, standing.number + 1, passage.text, at, by)


def _version(
    report: Report, section: str, number: int, text: str, at: datetime, by: User
) -> Passage:
    return Passage.objects.create(
        report=report, section=section, number=number, text=text, begun_at=at, saved_at=at, by=by
    )


def _lock_for_writing(report: Report) -> None:
    """Refuse a report whose words stand; one at a time, and none while a step is taken."""
    # The report's own row: the first words of a section have no row that could be locked.
    now = Report.objects.select_for_update().get(pk=report.pk)
    refuse_what_stands(now)


def refuse_what_stands(report: Report) -> None:
    """Raise Refusal for a report whose words may not change."""
    if report.closed_at:
        raise Refusal("This report is published: to correct it, open it again first.")
    if not report.may_be_written:
        raise Refusal(
            "This report was reviewed, and what was reviewed stands. Take it back to change it."
        )
