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

    Of one IRO nothing is told while fewer than 5 have answered. Source: the service's own rule.
    """
    pages = pages_between(first, last)
    if chair:
        pages = pages.filter(review__chair=chair)
    offered, finished = pages.count(), pages.finished().select_related("review__child")
    rows = list(finished.order_by("-review__held_on", "code_hash"))
    too_few = chair is not None and len(rows) < FEWEST
    if too_few:
        return Collated(0, 0, True, [])
    return Collated(offered, len(rows), False, [said for page in rows for said in _said(page)])


def iros_with_enough(first: date, last: date) -> list[User]:
    """The IROs of whose reviews enough children told something."""
    finished = pages_between(first, last).finished()
    told = Counter(finished.values_list("review__chair", flat=True))
    enough = [pk for pk, number in told.items() if pk and number >= FEWEST]
    return list(User.objects.filter(pk__in=enough).order_by("last_name", "first_name"))


def months_with_feedback(on: date) -> list[date]:
    """The first day of each month in which a review held was asked about, the newest first."""
    days = ChildsPage.objects.feedback().filter(review__held_on__lte=on)
    return sorted({day.replace(day=1) for day in days.values_list("review__held_on", flat=True)})[
        ::-1
    ]


def _said(page: ChildsPage) -> list[Said]:
    held_on = page.review.held_on
    band = BANDS[age_band(age_on(page.review.child.date_of_birth, held_on))]
    return [Said(f"{held_on:%Y-%m}", band, answer) for answer in answers_of(page)]
