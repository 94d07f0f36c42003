"""A child's own page, from the office's side: made, told once, read, shared, withdrawn."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest

from iro_service.refusals import Refusal
from reviews.actions.voice import finish_page, make_page, save_answer, share_page, withdraw_page
from reviews.models import ChildsPage
from reviews.voice import is_open, last_day
from reviews.voice_codes import link_hash, new_code, spoken_words, words_hash
from tests.factories import (
    AllocationFactory,
    CoverFactory,
    HeldReviewFactory,
    OutcomeFormFactory,
    ReviewFactory,
    UserFactory,
)

TODAY = date(2017, 7, 20)
AT = datetime(2017, 7, 20, 9, 0, tzinfo=UTC)


@pytest.fixture
def review(iro):
    """A review booked for 3 August, of a child of the IRO."""
    review = ReviewFactory(
        period__child__given_name="Ella",
        period__started_on=date(2017, 7, 10),
        booked_for=datetime(2017, 8, 3, 9, tzinfo=UTC),
        chair=iro,
    )
    AllocationFactory(child=review.child, iro=iro, started_on=date(2017, 7, 10))
    return review


@pytest.fixture
def held(iro):
    """A review held, its outcome form in."""
    review = HeldReviewFactory(chair=iro)
    OutcomeFormFactory(review=review)
    AllocationFactory(child=review.child, iro=iro, started_on=review.base_on)
    return review


def made(review, by, *, kind="views", replaces=None, on=TODAY):
    return make_page(review, kind=kind, replaces=replaces, at=AT, on=on, by=by)


def written(review, by, words="I want a rabbit"):
    page, _ = made(review, by)
    return save_answer(page, key="say", choice="", words=words, on=TODAY, at=AT)


def test_only_hashes_of_the_link_and_the_words_are_kept(review, iro):
    page, code = made(review, iro)
    row = ChildsPage.objects.filter(pk=page.pk).values().get()
    assert code.link not in str(row)
    assert code.words not in str(row)
    assert row["code_hash"] == link_hash(code.link)
    assert row["words_hash"] == words_hash(code.words)


def test_a_link_has_96_bits_and_the_words_32():
    assert re.fullmatch(r"[0-9a-f]{24}", new_code().link)
    assert len(set(spoken_words())) == 256
    assert len(new_code().words.split()) == 4


@pytest.mark.parametrize(
    "typed", ["apple river moon zoo", "APPLE, River; moon zoo", " apple-river\tmoon\nzoo\x00 "]
)
def test_the_words_count_however_they_are_typed(typed):
    assert words_hash(typed) == words_hash("apple river moon zoo")


def test_the_words_are_not_to_be_found_without_the_services_key(settings):
    before = words_hash("apple river moon zoo")
    settings.SECRET_KEY = "another key, another hash, and as long as it has to be"
    assert words_hash("apple river moon zoo") != before


def test_the_page_closes_the_day_after_the_review(review, iro):
    page, _ = made(review, iro)
    assert last_day(page) == date(2017, 8, 4)
    assert is_open(page, on=date(2017, 8, 4))
    assert not is_open(page, on=date(2017, 8, 5))


def test_the_page_moves_with_its_review(review, iro):
    page, _ = made(review, iro)
    review.booked_for += timedelta(days=-7)
    assert last_day(page) == date(2017, 7, 28)


def test_the_feedback_page_is_open_for_28_days(held, iro):
    page, _ = made(held, iro, kind="feedback")
    assert last_day(page) == date(2017, 8, 17)


def test_a_link_made_anew_ends_the_old_one_and_keeps_the_words(review, iro):
    old = written(review, iro)
    new, _ = made(review, iro, replaces=old.pk)
    old.refresh_from_db()
    assert not is_open(old, on=TODAY)
    assert old.answers == {}
    assert new.answers["say"]["words"] == "I want a rabbit"


def test_what_was_written_outlives_a_withdrawn_link(review, iro):
    old = written(review, iro)
    withdraw_page(old, at=AT, by=iro)
    new, _ = made(review, iro)
    assert new.answers["say"]["words"] == "I want a rabbit"


def test_two_who_make_a_link_at_once_do_not_end_each_others(review, iro):
    page, _ = made(review, iro)
    with pytest.raises(Refusal, match="meanwhile"):
        made(review, iro, replaces=None)
    assert ChildsPage.objects.standing().get() == page


def test_a_finished_page_is_not_made_anew(review, iro):
    page = finish_page(written(review, iro), on=TODAY, at=AT)
    with pytest.raises(Refusal, match="finished this page already"):
        made(review, iro, replaces=page.pk)


def test_feedback_is_asked_once_the_outcome_form_is_in(iro):
    review = HeldReviewFactory()
    with pytest.raises(Refusal, match="once its outcome form is in"):
        made(review, iro, kind="feedback")


def test_views_are_not_asked_of_a_review_that_was_held(held, iro):
    with pytest.raises(Refusal, match="not to come any more"):
        made(held, iro)


def test_two_tabs_of_one_child_lose_nothing(review, iro):
    page, _ = made(review, iro)
    stale = ChildsPage.objects.get(pk=page.pk)
    save_answer(page, key="home", choice="good", words="", on=TODAY, at=AT)
    save_answer(stale, key="say", choice="", words="Hello", on=TODAY, at=AT)
    page.refresh_from_db()
    assert set(page.answers) == {"home", "say"}


def readers(page):
    """Who reads the page, by the first link of the query."""
    people = {
        "iro": page.made_by,
        "stranger": UserFactory(),
        "manager": UserFactory(role="practice_manager"),
        "support": UserFactory(role="business_support"),
        "chair": page.review.chair,
    }
    return {
        who
        for who, user in people.items()
        if ChildsPage.objects.readable_by(user, on=TODAY).filter(pk=page.pk).exists()
    }


def test_only_the_iro_reads_until_it_is_shared(review, iro):
    review.chair = UserFactory()  # another IRO chairs
    review.save()
    page = written(review, iro)
    assert readers(page) == {"iro"}
    assert readers(share_page(page, at=AT, by=iro)) == {"iro", "manager", "chair"}


def test_the_covering_iro_reads_it_too(review, iro):
    covering = CoverFactory(away=iro).covered_by
    page = written(review, iro)
    assert ChildsPage.objects.readable_by(covering, on=TODAY).get() == page


def test_managers_see_that_it_was_filled_in_and_not_the_words(
    review, iro, practice_manager, group_manager, client_for
):
    finish_page(written(review, iro, "My secret wish"), on=TODAY, at=AT)
    for manager in (practice_manager, group_manager):
        shown = client_for(manager).get(f"/reviews/{review.pk}/").content.decode()
        assert "Filled in on" in shown
        assert "My secret wish" not in shown
    beside = client_for(practice_manager).get(f"/reviews/{review.pk}/outcome-form/")
    assert "Filled in, and not shared with you." in beside.content.decode()
    assert "My secret wish" not in beside.content.decode()


def test_a_manager_cannot_make_a_link_and_read_by_it(review, iro, practice_manager, client_for):
    written(review, iro)
    for method in ("get", "post"):
        answer = getattr(client_for(practice_manager), method)(
            f"/reviews/{review.pk}/childs-page/views/"
        )
        assert answer.status_code == 403


def test_the_words_stand_on_the_review_and_beside_the_outcome_form(review, iro, client_for):
    written(review, iro, "A rabbit & <b>a hutch</b>")
    for page in ("", "outcome-form/"):
        shown = client_for(iro).get(f"/reviews/{review.pk}/{page}").content.decode()
        assert "A rabbit &amp; &lt;b&gt;a hutch&lt;/b&gt;" in shown


def test_the_page_tells_the_code_once(review, iro, client_for):
    client, address = client_for(iro), f"/reviews/{review.pk}/childs-page/views/"
    told = client.post(address, {"replaces": ""})
    link = re.search(r"/mine/([0-9a-f]{24})/", told.content.decode())[1]
    assert ChildsPage.objects.get().code_hash == link_hash(link)
    assert "no-store" in told.headers["cache-control"]
    assert link not in client.get(address).content.decode()


def test_pressed_twice_the_first_code_stays_good(review, iro, client_for):
    client, address = client_for(iro), f"/reviews/{review.pk}/childs-page/views/"
    client.post(address, {"replaces": ""})
    first = ChildsPage.objects.get()
    assert client.post(address, {"replaces": ""}).status_code == 409
    assert ChildsPage.objects.standing().get() == first


def test_sharing_takes_the_childs_consent(review, iro, client_for):
    page = written(review, iro)
    client, address = client_for(iro), f"/reviews/{review.pk}/childs-page/share/"
    assert (
        "Tick the box once the child has agreed"
        in client.post(address, {"go": ""}).content.decode()
    )
    page.refresh_from_db()
    assert page.shared_at is None
    client.post(address, {"agreed": "on"})
    page.refresh_from_db()
    assert page.shared_at is not None
    assert client.get(address).status_code == 404
