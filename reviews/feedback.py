"""Children's feedback on their reviews, collated without names."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from accounts.models import User
from reviews.childs_questions import FEEDBACK, Answer, Question, answers_of
from reviews.models import ChildsPage
from statute.ages import BANDS, age_band, age_on

FEWEST = 5  # fewer answers about one IRO would tell who said what


@dataclass(frozen=True)
class Said:
    """What one child answered to one question, told by month and age band."""

    month: str  # "2017-06"
    band: str
    answer: Answer


@dataclass(frozen=True)
class Counted:
    """One question with the number of each answer, and the words under it."""

    question: Question
    counts: list[tuple[str, str, int]]  # the face, the words, the number
    answered: int
    words: list[Said]


@dataclass(frozen=True)
class Collated:
    """All that was said in the months, or only that too few said it."""

    offered: int
    finished: int
    too_few: bool
    said: list[Said]

    @property
    def questions(self) -> list[Counted]:
        """Question by question."""
        return [self._counted(question) for question in FEEDBACK]

    def _counted(self, question: Question) -> Counted:
        here = [one for one in self.said if one.answer.question.key == question.key]
        chosen = Counter(one.answer.choice for one in here)
        counts = [(key, words, chosen[key]) for key, words in question.choices.items()]
        return Counted(
            question,
            counts,
            sum(one.answer.is_given for one in here),
            [one for one in here if one.answer.words],
        )


def pages_between(first: date, last: date):
    """Feedback pages of reviews held from the first to the last day, one a review."""
    pages = ChildsPage.objects.feedback().standing().filter(review__struck_on__isnull=True)
    return pages.filter(review__held_on__gte=first, review__held_on__lte=last)


def collate(first: date, last: date, *, chair: User | None = None) -> Collated:
    """What children said of reviews held from the first to the last day, both included.

    Of one IRO nothing is told while fewer than 5 have answered, nor where all the others' answers
    taken from the whole would be fewer than 5. Source: the service's own rule.
    """
    if chair and chair not in iros_with_enough(first, last):
        return Collated(0, 0, True, [])
    pages = pages_between(first, last)
    if chair:
        pages = pages.filter(review__chair=chair)
    offered, finished = pages.count(), pages.finished().select_related("review__child")
    rows = list(finished.order_by("-review__held_on", "code_hash"))
    return Collated(offered, len(rows), False, [said for page in rows for said in _said(page)])


def iros_with_enough(first: date, last: date) -> list[User]:
    """The IROs of whose reviews enough children told something, and as many told others.

    What is left of the whole without those shown is of nobody, or of 5 children or more: where it
    is of fewer, the IRO with the fewest is not shown either.
    """
    finished = pages_between(first, last).finished()
    told = Counter(finished.values_list("review__chair", flat=True))
    shown = sorted((number, pk) for pk, number in told.items() if pk and number >= FEWEST)
    left = told.total() - sum(number for number, _ in shown)
    if 0 < left < FEWEST:
        shown = shown[1:]
    return list(
        User.objects.filter(pk__in=[pk for _, pk in shown]).order_by("last_name", "first_name")
    )


def year_round(day: date) -> tuple[date, date]:
    """The report's year, from 1 April, that the day is in: one IRO is told of by whole years.

    By months one span could be taken from another, and what is left would be of one child.
    """
    year = day.year if day >= date(day.year, 4, 1) else day.year - 1
    return date(year, 4, 1), date(year + 1, 3, 31)


def months_with_feedback(on: date) -> list[tuple[date, date]]:
    """The first and the last month of each stretch that may be chosen, the newest first.

    In each 5 children or more answered, so that of two choices neither tells the few between.
    """
    pages = pages_between(date.min, on)
    days = pages.values_list("review__held_on", "finished_at")
    told: Counter[date] = Counter()
    for held_on, finished_at in days:
        told[held_on.replace(day=1)] += finished_at is not None
    stretches: list[tuple[date, date]] = []
    first, number = None, 0
    for month in sorted(told):
        first, number = first or month, number + told[month]
        if number >= FEWEST:
            stretches.append((first, month))
            first, number = None, 0
    if first and stretches:  # too few since: they go with those before
        stretches[-1] = (stretches[-1][0], max(told))
    elif first:
        stretches = [(first, max(told))]
    return stretches[::-1]


def _said(page: ChildsPage) -> list[Said]:
    held_on = page.review.held_on
    band = BANDS[age_band(age_on(page.review.child.date_of_birth, held_on))]
    return [Said(f"{held_on:%Y-%m}", band, answer) for answer in answers_of(page)]
