"""A child's own pages: let in by link or words, safe from strangers, kind when they are closed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from reviews.actions.voice import finish_page, make_page, save_answer, withdraw_page
from reviews.childs_questions import VIEWS
from reviews.models import ChildsPage, WrongWords
from tests.factories import AllocationFactory, ReviewFactory

TODAY = date(2017, 7, 20)
AT = datetime(2017, 7, 20, 9, 0, tzinfo=UTC)
PAGES = ("hello/", "question/1/", "check/", "done/")


def a_page(iro, name="Ella"):
    review = ReviewFactory(
        period__child__given_name=name,
        period__child__family_name="Featherstone",
        period__started_on=date(2017, 7, 10),
        booked_for=datetime(2017, 8, 3, 9, tzinfo=UTC),
    )
    AllocationFactory(child=review.child, iro=iro, started_on=date(2017, 7, 10))
    return make_page(review, kind="views", replaces=None, at=AT, on=TODAY, by=iro)


@pytest.fixture
def made(iro):
    return a_page(iro)


@pytest.fixture
def sheet(made):
    return made[0]


@pytest.fixture
def code(made):
    return made[1]


@pytest.fixture
def child(code):
    """A browser that was let in by the link."""
    client = Client()
    client.post("/mine/", {"link": code.link})
    return client


def words_of(answer):
    return answer.content.decode()


def test_opening_the_link_changes_nothing_until_its_button_is_pressed(sheet, code):
    client = Client()
    assert "Open my page" in words_of(client.get(f"/mine/{code.link}/"))
    assert "mine" not in client.cookies
    sheet.refresh_from_db()
    assert sheet.opened_at is None


def test_the_code_is_exchanged_for_a_cookie_and_no_later_address_has_it(sheet, code):
    client = Client()
    answer = client.post("/mine/", {"link": code.link}, follow=True)
    assert answer.redirect_chain == [("/mine/hello/", 302)]
    assert code.link not in words_of(answer)
    cookie = client.cookies["mine"]
    assert cookie["httponly"]
    assert cookie["path"] == "/mine/"
    assert code.link not in cookie.value
    sheet.refresh_from_db()
    assert sheet.opened_at is not None


def test_the_words_open_the_page_too(code):
    answer = Client().post("/mine/", {"code": code.words.upper()}, follow=True)
    assert "Hello Ella!" in words_of(answer)
    assert not WrongWords.objects.exists()


def test_who_will_read_this_comes_first_and_no_family_name(child, iro):
    hello = words_of(child.get("/mine/hello/"))
    assert hello.index("Who will read this?") < hello.index("Start")
    assert f"{iro.first_name} will read it." in hello
    for there in PAGES[:3]:
        assert "Featherstone" not in words_of(child.get(f"/mine/{there}"))


def test_a_child_answers_goes_back_skips_and_finishes(child, sheet):
    child.post("/mine/question/1/", {"choice": "good", "words": "Bunk bed", "next": "1"})
    child.post("/mine/question/2/", {"words": "", "skip": "1"})
    back = child.post("/mine/question/3/", {"words": "Nana", "back": "1"})
    assert back.headers["location"] == "/mine/question/2/"
    assert "Bunk bed" in words_of(child.get("/mine/question/1/"))
    last = child.post(f"/mine/question/{len(VIEWS)}/", {"choice": "talk", "words": ""})
    assert last.headers["location"] == "/mine/check/"
    assert "Bunk bed" in words_of(child.get("/mine/check/"))
    done = child.post("/mine/finish/", follow=True)
    assert "Thank you, Ella!" in words_of(done)
    sheet.refresh_from_db()
    assert set(sheet.answers) == {"home", "people", "part"}
    assert sheet.finished_at
    assert child.get("/mine/check/").headers["location"] == "/mine/"


def test_stopping_saves_and_forgets_and_the_same_code_goes_on(child, sheet, code):
    child.post("/mine/question/1/", {"choice": "good", "words": "So far", "stop": "1"}, follow=True)
    assert child.get("/mine/question/1/").headers["location"] == "/mine/"
    again = child.post("/mine/", {"code": code.words}, follow=True)
    assert "It is all still here" in words_of(again)
    assert "So far" in words_of(child.get("/mine/question/1/"))


@pytest.mark.parametrize(
    ("closing", "words"),
    [
        ("expired", "The time for it is over"),
        ("withdrawn", "Maybe you were given a new link"),
        ("used", "You have finished"),
    ],
)
def test_a_closed_page_is_kind_and_opens_nothing(closing, words, sheet, code, child, iro, a_day):
    if closing == "expired":
        a_day("2017-08-05")
    elif closing == "withdrawn":
        withdraw_page(sheet, at=AT, by=iro)
    else:
        finish_page(sheet, on=TODAY, at=AT)
    stranger = Client()
    for answer in (
        stranger.get(f"/mine/{code.link}/"),
        stranger.post("/mine/", {"link": code.link}),
        stranger.post("/mine/", {"code": code.words}),
        child.get("/mine/question/1/"),
    ):
        assert answer.status_code == 410
        assert words in words_of(answer)
    sheet.refresh_from_db()
    assert sheet.answers == {}


def test_what_is_sent_as_the_page_closes_is_answered_kindly(sheet, child, iro):
    withdraw_page(sheet, at=AT, by=iro)
    answer = child.post("/mine/question/1/", {"words": "Too late", "next": "1"})
    assert answer.status_code == 410


def test_an_unknown_link_is_a_friendly_page(db):
    for answer in (Client().get("/mine/abc123/"), Client().post("/mine/", {"link": "abc123"})):
        assert answer.status_code == 404
        assert "This link does not work" in words_of(answer)


def test_strangers_pages_list_nothing(sheet):
    stranger = Client()
    for there in PAGES:
        assert stranger.get(f"/mine/{there}").headers["location"] == "/mine/"
    assert "Ella" not in words_of(stranger.get("/mine/"))


def test_one_childs_cookie_opens_no_other_childs_page(child, iro):
    other, _ = a_page(iro, name="Tom")
    save_answer(other, key="say", choice="", words="Toms own words", on=TODAY, at=AT)
    for there in PAGES:
        assert "Tom" not in words_of(child.get(f"/mine/{there}", follow=True))
    child.post("/mine/question/5/", {"words": "Mine"})
    other.refresh_from_db()
    assert other.answers["say"]["words"] == "Toms own words"


def test_an_altered_cookie_opens_nothing(child, sheet):
    child.cookies["mine"] = child.cookies["mine"].value.replace(str(sheet.pk), str(sheet.pk + 1), 1)
    assert child.get("/mine/hello/").headers["location"] == "/mine/"


def test_the_tenth_wrong_try_is_the_last_for_15_minutes(code):
    client = Client()
    for _ in range(10):
        assert client.post("/mine/", {"code": "wrong wrong wrong wrong"}).status_code == 200
    assert client.post("/mine/", {"code": "wrong wrong wrong wrong"}).status_code == 429
    # Right words are not tried either, or guessing would go on; a link cannot be guessed.
    assert client.post("/mine/", {"code": code.words}).status_code == 429
    assert client.post("/mine/", {"link": code.link}).status_code == 302
    assert (
        Client(REMOTE_ADDR="198.51.100.7").post("/mine/", {"code": code.words}).status_code == 302
    )
    WrongWords.objects.update(at=AT - timedelta(days=2))
    assert client.post("/mine/", {"code": code.words}).status_code == 302


def test_a_forged_forwarding_header_gives_no_new_tries_where_there_is_no_proxy(code):
    for n in range(10):
        Client().post("/mine/", {"code": "no"}, headers={"x-forwarded-for": f"203.0.113.{n}"})
    answer = Client().post("/mine/", {"code": "no"}, headers={"x-forwarded-for": "203.0.113.99"})
    assert answer.status_code == 429


def test_guessing_from_everywhere_at_once_is_slowed_too(code, monkeypatch):
    monkeypatch.setattr("reviews.actions.guessing.TRIES_OF_ALL", 3)
    for n in range(3):
        Client(REMOTE_ADDR=f"203.0.113.{n}").post("/mine/", {"code": "no"})
    answer = Client(REMOTE_ADDR="203.0.113.9").post("/mine/", {"code": code.words})
    assert answer.status_code == 429


def test_addresses_of_wrong_tries_are_not_kept(db):
    Client(REMOTE_ADDR="198.51.100.7").post("/mine/", {"code": "wrong"})
    assert "198.51.100.7" not in str(WrongWords.objects.values().get())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("With a \x00 in it", "With a  in it"),
        ("\ud83d\ude00 caf\u00e9".encode("utf-16", "surrogatepass").decode("utf-16"), None),
        ("One\r\nTwo", "One\nTwo"),
    ],
)
def test_whatever_a_child_types_is_kept_and_shown_as_words(typed, kept, child, sheet):
    answer = child.post("/mine/question/5/", {"words": typed, "next": "1"}, follow=True)
    assert answer.status_code == 200
    sheet.refresh_from_db()
    assert sheet.answers["say"]["words"] == (kept or typed)
    assert "<script>alert" not in words_of(child.get("/mine/check/"))
    assert "<script>alert" not in words_of(child.get("/mine/question/5/"))


def test_far_too_much_is_told_kindly_and_not_lost(child, sheet):
    answer = child.post("/mine/question/5/", {"words": "a" * 100_000, "next": "1"})
    assert "97,000 letters too long" in words_of(answer)
    assert "a" * 100_000 in words_of(answer)
    sheet.refresh_from_db()
    assert sheet.answers == {}


def test_an_answer_that_is_none_of_those_offered_is_refused(child):
    answer = child.post("/mine/question/1/", {"choice": "hacked", "words": "Kept", "next": "1"})
    assert "Choose one of these" in words_of(answer)
    assert "Kept" in words_of(answer)


@pytest.mark.parametrize("typed", ["", "a" * 100_000, "\x00", "a b " * 30])
def test_what_cannot_be_the_words_is_told_and_is_no_try(typed, db):
    answer = Client().post("/mine/", {"code": typed})
    assert answer.status_code == 200
    assert "four words" in words_of(answer)
    assert not WrongWords.objects.exists()


def test_no_cache_no_search_engine_no_referring_address(child, code):
    for there in (f"/mine/{code.link}/", "/mine/", *(f"/mine/{one}" for one in PAGES)):
        headers = child.get(there).headers
        assert headers["cache-control"] == "private, no-store"
        assert headers["x-robots-tag"] == "noindex, nofollow, noarchive"
        assert headers["referrer-policy"] == "strict-origin"


def test_forms_are_proof_against_other_sites_without_signing_in(code):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/mine/", {"link": code.link}).status_code == 403
    strict.get("/mine/")
    token = strict.cookies["csrftoken"].value
    sent = {"link": code.link, "csrfmiddlewaretoken": token}
    assert strict.post("/mine/", sent).status_code == 302
    assert ChildsPage.objects.get().opened_at


def test_typed_words_are_offered_to_nobody_after(child):
    for there in ("", "question/1/"):
        assert 'autocomplete="off"' in words_of(child.get(f"/mine/{there}"))
