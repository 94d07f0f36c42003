"""That a child said something on their own page is in their timeline, for who may read it."""

from datetime import UTC, date, datetime

import pytest

from reviews.models import ChildsPage
from reviews.timeline import timeline_of
from tests.reviews.cases import child_of, review_due

AT = datetime(2017, 7, 18, 16, tzinfo=UTC)
TODAY = date(2017, 7, 20)
TITLE = "Ella said what they want at the review"


@pytest.fixture
def page(iro):
    """Ella's page about her review of 26 July, finished on the 18th."""
    review = review_due(child_of(iro, given_name="Ella"), date(2017, 7, 26))
    return ChildsPage.objects.create(
        review=review, kind="views", code_hash="a", made_at=AT, made_by=iro,
        expires_on=date(2017, 8, 26), saved_at=AT, finished_at=AT,
        answers={"happy": {"words": "I want a dog."}},
    )  # fmt: skip


def told(page, reader) -> list:
    events = timeline_of(page.review.child, on=TODAY, reader=reader)
    return [event for event in events if event.title == TITLE]


def test_until_it_is_shared_only_the_childs_iro_sees_that_it_came(
    page, iro, other_iro, practice_manager
):
    (event,) = told(page, iro)
    assert event.day == date(2017, 7, 18)
    assert event.text == "Not shared: only the child's IRO sees this."
    assert told(page, practice_manager) == told(page, other_iro) == []


def test_shared_the_manager_sees_it_too_and_never_a_word_of_it(page, practice_manager):
    page.shared_at = AT
    page.save()
    (event,) = told(page, practice_manager)
    assert event.text == "Shared on 18 July 2017."
    assert "dog" not in str(event)


@pytest.mark.parametrize("fields", [{"finished_at": None}, {"withdrawn_at": AT}])
def test_what_is_not_finished_or_was_taken_back_is_not_told(page, iro, fields):
    ChildsPage.objects.update(**fields)
    assert told(page, iro) == []
