"""Children's answers of a time, counted by hand; and nothing that tells who."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from cohort.models import Council
from reporting.figures.voice import voice
from reporting.tables.voice import answers
from reviews.models import ChildsPage
from statute.reporting_year import ReportingYear
from tests.factories import HeldReviewFactory, UserFactory

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)
AT = datetime(2017, 7, 1, tzinfo=UTC)


def of(period: str) -> dict:
    return voice(ReportingYear.parse(period), on=TODAY, council=Council.objects.get())


def page(held_on: str, choice: str = "", *, kind: str = "feedback", withdrawn: bool = False):
    day = date.fromisoformat(held_on)
    review = HeldReviewFactory(held_on=day, due_on=day)
    asked = "listened" if kind == "feedback" else "home"
    return ChildsPage.objects.create(
        review=review,
        kind=kind,
        code_hash=f"{review.pk:064}",
        made_at=AT,
        made_by=UserFactory(),
        expires_on=TODAY,
        answers={asked: {"choice": choice, "words": "Tell nobody"}} if choice else {},
        finished_at=AT if choice else None,
        withdrawn_at=AT if withdrawn else None,
    )


@pytest.fixture
def spring(council):
    for choice in ("great", "great", "good", "okay", "bad"):
        page("2017-04-01", choice)
    page("2017-06-30")
    page("2017-03-31", "bad")  # of the year before
    page("2017-07-01", "bad")  # of the months after
    page("2017-05-02", "bad", withdrawn=True)
    page("2017-05-03", "good", kind="views")
    page("2017-05-04", kind="views")


def test_pages_are_counted_by_the_day_of_the_review(spring):
    told = of("2017-18-Q1")
    assert (told["offered"], told["answered"], told["percent"]) == (6, 5, Decimal("83.3"))
    assert told["beforehand"] == {"offered": 2, "answered": 1, "percent": Decimal("50.0")}


def test_answers_are_told_question_by_question(spring):
    listened = of("2017-18-Q1")["questions"][0]
    counts = {one["key"]: one["pages"] for one in listened["answers"]}
    assert counts == {"great": 2, "good": 1, "okay": 1, "poor": 0, "bad": 1}
    assert (listened["answered"], listened["wrote"]) == (5, 5)
    row = answers(of("2017-18-Q1"))[0].rows[0]
    assert list(row) == ["Did people listen to you?", "2", "1", "1", "0", "1"]


def test_a_childs_words_are_not_among_the_figures(spring):
    assert "Tell nobody" not in str(of("2017-18-Q1"))


def test_of_fewer_than_five_children_no_answer_is_told(council):
    for _ in range(4):
        page("2017-04-01", "bad")
    told = of("2017-18-Q1")
    assert (told["answered"], told["questions"]) == (4, None)
    page("2017-04-02", "bad")
    assert of("2017-18-Q1")["questions"][0]["answers"][-1]["pages"] == 5


def test_a_year_before_the_records_is_not_known(spring):
    assert of("2015-16")["offered"] is None
