"""The year's answers of children in figures; nothing in them tells who said what."""

from datetime import date

from django.db.models import Count, Q

from cohort.models import Council
from reporting.figures.year import RECORDS, ReportingYear
from reporting.percent import percent
from reviews.feedback import FEWEST, Collated, Counted, collate
from reviews.models import ChildsPage

KEYS = ("offered", "answered", "percent")


def voice(year: ReportingYear, *, on: date, council: Council) -> dict:
    """Pages offered to children and finished by them, and the answers to each question.

    Unit: pages. Source: DEFINITIONS. `questions` is None while fewer than `fewest` answered. None
    for a year before the records began.
    """
    if year.basis(council.records_from) != RECORDS:
        return {**dict.fromkeys(KEYS), "beforehand": dict.fromkeys(KEYS), **_questions(None)}
    first, last = year.first, year.as_at(on)
    said = collate(first, last)
    return {
        **_rate(said.offered, said.finished),
        "beforehand": _beforehand(first, last),
        **_questions(said if said.finished >= FEWEST else None),
    }


def _questions(said: Collated | None) -> dict:
    return {"fewest": FEWEST, "questions": said and [_question(one) for one in said.questions]}


def _question(one: Counted) -> dict:
    chosen = sum(number for _, _, number in one.counts)
    return {
        "key": one.question.key,
        "asked": one.question.asked,
        "short": one.question.short,
        "answered": one.answered,
        "wrote": len(one.words),
        "answers": [
            {"key": key, "words": words, "pages": number, "percent": percent(number, chosen)}
            for key, words, number in one.counts
        ],
    }


def _beforehand(first: date, last: date) -> dict:
    pages = ChildsPage.objects.standing().filter(
        kind=ChildsPage.Kind.VIEWS,
        review__struck_on__isnull=True,
        review__held_on__range=(first, last),
    )
    counts = pages.aggregate(
        offered=Count("pk"), finished=Count("pk", filter=Q(finished_at__isnull=False))
    )
    return _rate(counts["offered"], counts["finished"])


def _rate(offered: int, answered: int) -> dict:
    return {"offered": offered, "answered": answered, "percent": percent(answered, offered)}
