"""What children wrote after their reviews, for a report to quote from: told without a name."""

from dataclasses import dataclass

from reporting.models import Report
from reviews.childs_questions import answers_of
from reviews.feedback import pages_between
from reviews.models import ChildsPage
from statute.ages import BANDS, age_band, age_on


@dataclass(frozen=True)
class Told:
    """Words a child wrote under one question, with the age band; `key` leads back to them."""

    page: ChildsPage
    question: str
    asked: str
    words: str
    age_band: str
    is_taken: bool = False

    @property
    def key(self) -> str:
        """The page's number and the question."""
        return f"{self.page.pk}-{self.question}"

    @property
    def band(self) -> str:
        """The age band in words."""
        return BANDS[self.age_band]


def told(report: Report) -> list[Told]:
    """Everything written on finished pages about reviews held in the report's period.

    In the order of codes that mean nothing, so that the list does not tell whose review it was.
    """
    pages = pages_between(report.year.first, report.year.last).finished()
    taken = set(report.quotes.values_list("page", flat=True))
    rows = pages.select_related("review__child").order_by("code_hash")
    return [one for page in rows for one in _told(page, page.pk in taken)]


def told_on(report: Report, key: str) -> Told | None:
    """The words of one key; None where there are none in the report's period."""
    pk, _, question = key.partition("-")
    if not (pk.isascii() and pk.isdigit() and len(pk) < 10):
        return None
    pages = pages_between(report.year.first, report.year.last).finished()
    page = pages.select_related("review__child").filter(pk=int(pk)).first()
    found = [one for one in _told(page, False) if one.question == question] if page else []
    return found[0] if found else None


def _told(page: ChildsPage, is_taken: bool) -> list[Told]:
    band = age_band(age_on(page.review.child.date_of_birth, page.review.held_on))
    return [
        Told(page, one.question.key, one.question.asked, one.words, band, is_taken)
        for one in answers_of(page)
        if one.words.strip()
    ]
