"""A child's page saved twice at one moment: nothing that was written is lost."""

from datetime import UTC, date, datetime

import pytest

from reviews.actions.voice import finish_page, make_page, save_answer
from reviews.models import ChildsPage
from tests.reviews.at_once import at_once
from tests.reviews.cases import child_of, review_due

AT = datetime(2017, 7, 18, 16, tzinfo=UTC)
TODAY = date(2017, 7, 20)
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def page(iro):
    review = review_due(child_of(iro), date(2017, 7, 26))
    made, _ = make_page(review, kind="views", replaces=None, at=AT, on=TODAY, by=iro)
    return made


def save(page, key: str, words: str) -> None:
    save_answer(page, key=key, choice="", words=words, on=TODAY, at=AT)


def test_two_answers_saved_at_once_are_both_kept(page):
    keys = [f"question-{n}" for n in range(6)]
    told = at_once(lambda key: save(page, key, f"My words for {key}"), *keys)
    assert told == ["done"] * 6
    page.refresh_from_db()
    assert {key: one["words"] for key, one in page.answers.items()} == {
        key: f"My words for {key}" for key in keys
    }


def test_one_answer_saved_twice_at_once_is_one_of_the_two_whole(page):
    told = at_once(lambda words: save(page, "happy", words), "A dog", "A cat " * 200)
    assert told == ["done", "done"]
    page.refresh_from_db()
    assert page.answers["happy"]["words"] in ("A dog", "A cat " * 200)


def test_an_answer_saved_while_it_is_finished_is_kept_or_refused_and_never_half(page):
    save(page, "happy", "A dog")

    def act(which):
        if which == "finish":
            finish_page(page, on=TODAY, at=AT)
        else:
            save(page, "worried", "The exams")

    told = at_once(act, "finish", "save")
    page.refresh_from_db()
    assert page.finished_at == AT
    assert page.answers["happy"]["words"] == "A dog"
    assert ("worried" in page.answers) is (told == ["done", "done"])


def test_a_link_made_anew_while_the_child_saves_loses_nothing(page, iro):
    def act(which):
        if which == "save":
            save(page, "happy", "A dog")
        else:
            make_page(page.review, kind="views", replaces=page.pk, at=AT, on=TODAY, by=iro)

    told = at_once(act, "save", "anew")
    standing = ChildsPage.objects.standing().get()
    # The child's save came first and went along, or it was refused, and the page said so.
    assert ("happy" in standing.answers) is (told == ["done", "done"])
