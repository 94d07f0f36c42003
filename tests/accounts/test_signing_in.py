"""People sign in with their email address, and choose their passwords themselves."""

import re

import pytest
from django.core import mail
from django.test import Client

from accounts.models import Role, User
from tests.factories import CouncilFactory, UserFactory

pytestmark = pytest.mark.django_db
PASSWORD = "three random words"


@pytest.fixture
def ruth():
    CouncilFactory()
    return User.objects.create_user(
        "ruth@example.org", PASSWORD, first_name="Ruth", last_name="Ames", role=Role.IRO
    )


def sign_in(client, email, password, there=""):
    return client.post(f"/sign-in/{there}", {"email": email, "password": password})


@pytest.mark.parametrize("typed", ["ruth@example.org", " Ruth@Example.ORG "])
def test_the_address_is_known_however_it_is_typed(client, ruth, typed):
    assert sign_in(client, typed, PASSWORD).headers["location"] == "/"
    assert client.get("/").headers["location"] == "/my-work/"


def test_a_wrong_password_gets_a_sentence_and_the_address_stays(client, ruth):
    page = sign_in(client, "ruth@example.org", "guess").content.decode()
    assert "The email address or the password is not right" in page
    assert 'value="ruth@example.org"' in page
    assert "guess" not in page


def test_after_ten_wrong_passwords_the_address_is_shut_and_a_link_by_mail_opens_it(client, ruth):
    for n in range(9):
        assert sign_in(client, "Ruth@example.org", f"guess {n}").status_code == 200
    assert sign_in(client, "ruth@example.org", "the tenth").status_code == 429
    shut = sign_in(client, "ruth@example.org", PASSWORD)
    assert shut.status_code == 429
    assert "for 15 minutes" in shut.content.decode()
    assert sign_in(Client(), "another@example.org", "guess").status_code == 200

    client.post("/password/forgotten/", {"email": "ruth@example.org"})
    link = re.search(r"http\S+(/password/\S+)", mail.outbox[0].body)[1]
    client.post(link, {"password": "another three words"})
    assert sign_in(Client(), "ruth@example.org", "another three words").status_code == 302


def test_a_right_password_forgets_the_wrong_ones(client, ruth):
    for _ in range(2):
        for n in range(6):
            sign_in(client, ruth.email, f"guess {n}")
        assert sign_in(client, ruth.email, PASSWORD).status_code == 302


def test_after_signing_in_the_page_they_came_for_opens_but_no_other_site(client, ruth):
    assert sign_in(client, ruth.email, PASSWORD, "?next=/people/").headers["location"] == "/people/"
    client.post("/sign-out/")
    there = sign_in(client, ruth.email, PASSWORD, "?next=https://elsewhere.example/").headers
    assert there["location"] == "/"


def test_who_may_not_sign_in_any_more_is_told_nothing_else(client, ruth):
    User.objects.filter(pk=ruth.pk).update(is_active=False)
    page = sign_in(client, ruth.email, PASSWORD).content.decode()
    assert "The email address or the password is not right" in page


def test_a_page_asks_a_stranger_to_sign_in(client, ruth):
    answer = client.get("/people/")
    assert answer.status_code == 302
    assert answer.headers["location"] == "/sign-in/?next=/people/"


def test_a_new_person_chooses_a_password_by_a_link_that_works_once(
    client_for, group_manager, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        client_for(group_manager).post(
            "/people/add/",
            {
                "first_name": "Şeyma",
                "last_name": "Dvořák",
                "email": "Seyma@Example.org",
                "role": Role.BUSINESS_SUPPORT,
            },
        )
    assert [message.to for message in mail.outbox] == [["seyma@example.org"]]
    link = re.search(r"http://[^/]+(/password/\S+)", mail.outbox[0].body).group(1)
    stranger = Client()
    assert "Enter a new password" in stranger.post(link, {"password": ""}).content.decode()
    assert "too short" in stranger.post(link, {"password": "short"}).content.decode()
    assert stranger.post(link, {"password": PASSWORD}).status_code == 302
    assert stranger.get(link).status_code == 410
    assert sign_in(stranger, "seyma@example.org", PASSWORD).headers["location"] == "/"


def test_a_forgotten_password_page_does_not_tell_who_is_here(client, ruth):
    known = client.post("/password/forgotten/", {"email": ruth.email}, follow=True)
    unknown = client.post("/password/forgotten/", {"email": "nobody@example.org"}, follow=True)
    sentence = "If that address is here, a link is on its way to it."
    assert sentence in known.content.decode()
    assert sentence in unknown.content.decode()
    assert [message.to for message in mail.outbox] == [[ruth.email]]


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("first_name", "", "Enter their given name"),
        ("first_name", "<script>alert(1)</script>", "must not include"),
        ("last_name", "x" * 100_000, "must be 100 characters or fewer"),
        ("last_name", "a\x00b", "a character that cannot be saved"),
        ("email", "not an address", "Enter an email address like name@example.gov.uk"),
        ("email", "TAKEN@example.org", "Somebody with this email address is here already"),
        ("role", "queen", "Select their role"),
    ],
)
def test_a_person_form_says_what_is_wrong_and_keeps_the_rest(
    client_for, practice_manager, field, typed, sentence
):
    UserFactory(email="taken@example.org")
    form = {
        "first_name": "Ana",
        "last_name": "O'Neill-Łukasz",
        "email": "ana@example.org",
        "role": Role.IRO,
    }
    answer = client_for(practice_manager).post("/people/add/", form | {field: typed})
    page = answer.content.decode()
    assert sentence in page
    assert "<script>alert" not in page
    kept = {"first_name": "Ana", "last_name": "O&#x27;Neill-Łukasz", "email": "ana@example.org"}
    assert all(f'value="{value}"' in page for name, value in kept.items() if name != field)
    assert not User.objects.filter(email="ana@example.org").exists()


def test_nobody_changes_their_own_role_or_ends_their_own_access(client_for, practice_manager):
    client = client_for(practice_manager)
    form = {"first_name": "A", "last_name": "B", "email": practice_manager.email, "role": "iro"}
    assert client.post(f"/people/{practice_manager.pk}/", form).status_code == 409
    assert client.post(f"/people/{practice_manager.pk}/access/").status_code == 409
    practice_manager.refresh_from_db()
    assert practice_manager.is_active
    assert practice_manager.role == Role.PRACTICE_MANAGER


def test_ended_access_ends_the_session_they_are_in(client_for, practice_manager, iro):
    theirs = client_for(iro)
    client_for(practice_manager).post(f"/people/{iro.pk}/access/")
    assert theirs.get("/password/").status_code == 302
