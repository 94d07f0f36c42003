"""What a report has to have before it is sent, approved and published."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from iro_service.templatetags.house import counted, day
from reporting.handbook import missing
from reporting.models import Report
from reporting.outline import HEADINGS
from reporting.prose import faults_in
from reporting.writing import passages_of, to_look_back_on


@dataclass(frozen=True)
class Obstacle:
    """Something in the way, in words; it is mended in a section, a list, or by waiting."""

    words: str
    kind: str  # section, look_back, priorities, period
    section: str = ""


def in_the_way(report: Report, *, on: date) -> list[Obstacle]:
    """All that is in the way of sending, approving and publishing, in the order of the desk.

    The Handbook's list and the priorities belong to the annual report: a half or a quarter of a
    year needs neither. Source: IRO Handbook 7.11.
    """
    passages = passages_of(report)
    obstacles = [*_not_over(report, on)]
    if report.year.is_whole:
        obstacles += [*_handbook(report, passages), *_look_back(report), *_priorities(report)]
    return [*obstacles, *_references(passages), *_comments(report)]


def _not_over(report: Report, on: date):
    if on < report.year.last:
        yield Obstacle(f"The period is not over until {day(report.year.last)}", "period")


def _handbook(report: Report, passages: dict[str, str]):
    nothings = set(report.nothings.values_list("item", flat=True))
    for asked in missing(passages, nothings):
        section = next(key for key in asked.sections if not passages.get(key, "").strip())
        yield Obstacle(f"The Handbook asks for this: {asked.words}", "section", section)


def _look_back(report: Report):
    left = to_look_back_on(report).filter(result__isnull=True).count()
    if left:
        words = counted(left, "of last year's priorities has,of last year's priorities have")
        yield Obstacle(f"{words} no word on how it went", "look_back")


def _priorities(report: Report):
    if not (priorities := list(report.priorities.all())):
        yield Obstacle("There are no priorities for next year", "priorities")
    for one in priorities:
        if one.due_on <= report.year.last:
            yield Obstacle(f"The day of this priority is not after the year: {one.title}",
                           "priorities")  # fmt: skip


def _references(passages: dict[str, str]):
    for section, text in passages.items():
        for fault in faults_in(text):
            yield Obstacle(f"{HEADINGS[section].title}: {fault}".rstrip("."), "section", section)


def _comments(report: Report):
    is_open = report.comments.filter(settled_at__isnull=True)
    for section, number in Counter(is_open.values_list("section", flat=True)).items():
        words = counted(number, "comment is,comments are")
        yield Obstacle(f"{words} open on {HEADINGS[section].title}", "section", section)
