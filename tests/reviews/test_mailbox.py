"""The demonstration keeps its mails where they can be read."""

from datetime import UTC, datetime

import pytest
from django.core.mail import EmailMessage, get_connection
from django.urls import reverse

from reviews.mails import find_mail, mails

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def demonstration(settings, tmp_path):
    """A demonstration that writes its mails into a folder."""
    settings.DEMONSTRATION = True
    settings.MAIL_DIR = settings.EMAIL_FILE_PATH = tmp_path / "mail"
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"


def write(*messages):
    """Send the (subject, body, to) by one connection, so into one file."""
    date = {"Date": "Thu, 20 Jul 2017 06:10:00 +0000"}
    get_connection().send_messages(
        [EmailMessage(subject, body, to=list(to), headers=date) for subject, body, *to in messages]
    )


def subjects(client) -> list[str]:
    """The subjects on the mailbox page."""
    return [mail.subject for mail in client.get(reverse("mailbox")).context["page"]]


def read(client, mail):
    """The page of one mail."""
    return client.get(reverse("mail", args=[mail.name]))


def test_a_mail_is_read_as_it_was_written(settings, client_for, practice_manager):
    body = "Dear Siân,\n\n<b>Łukasz</b> & a line of dashes:\n" + "-" * 79 + "\nThe end.\n"
    write(("Overdue: 1 outcome form – now", body, "amara@example.org"))
    (mail,) = mails(settings.MAIL_DIR)
    assert mail.subject == "Overdue: 1 outcome form – now"
    assert mail.to == ["amara@example.org"]
    assert mail.at == datetime(2017, 7, 20, 6, 10, tzinfo=UTC)
    assert mail.body == body
    page = read(client_for(practice_manager), mail).content.decode()
    assert "&lt;b&gt;Łukasz&lt;/b&gt; &amp; a line" in page
    assert "20 July 2017" in page


def test_several_mails_of_one_file_are_told_apart_the_newest_first(settings):
    write(("First", "1\n", "a@example.org"), ("Second", "2\n", "b@example.org"))
    assert [mail.subject for mail in mails(settings.MAIL_DIR)] == ["Second", "First"]
    assert len({mail.name for mail in mails(settings.MAIL_DIR)}) == 2


def test_newer_files_come_first_and_other_files_are_left_alone(settings):
    settings.MAIL_DIR.mkdir()
    text = b"Content-Type: text/plain\nSubject: %s\n\nWords\n" + b"-" * 79 + b"\n"
    (settings.MAIL_DIR / "20170719-060000-1.log").write_bytes(text % b"Yesterday")
    (settings.MAIL_DIR / "20170720-060000-1.log").write_bytes(text % b"Today")
    (settings.MAIL_DIR / "web.log").write_bytes(text % b"Not a mail")
    assert [mail.subject for mail in mails(settings.MAIL_DIR)] == ["Today", "Yesterday"]


def test_a_link_in_a_mail_is_a_link(settings, client_for, practice_manager):
    write(("Link", "Go to\nhttp://127.0.0.1:8000/reviews/1/record/\n", "a@example.org"))
    page = read(client_for(practice_manager), mails(settings.MAIL_DIR)[0]).content.decode()
    assert 'href="http://127.0.0.1:8000/reviews/1/record/"' in page


def test_each_person_sees_their_own_and_a_manager_all(
    client_for, iro, other_iro, business_support, practice_manager, settings
):
    write(("To one", "1\n", iro.email.upper()), ("To other", "2\n", other_iro.email))
    assert subjects(client_for(iro)) == ["To one"]
    assert subjects(client_for(business_support)) == []
    assert subjects(client_for(practice_manager)) == ["To other", "To one"]
    others = mails(settings.MAIL_DIR)[0]
    assert read(client_for(iro), others).status_code == 404
    assert read(client_for(other_iro), others).status_code == 200


@pytest.mark.parametrize(
    "name",
    ["x", "20170720-060000-1-7", "20170720-060000-2-0", "1-1-1", "20170720-060000-1-x", "web-0"],
)
def test_a_name_that_is_no_mails_is_not_found(client_for, practice_manager, settings, name):
    settings.MAIL_DIR.mkdir()
    (settings.MAIL_DIR / "20170720-060000-1.log").write_bytes(b"Content-Type: text/plain\n\nx\n")
    assert client_for(practice_manager).get(f"/mailbox/{name}/").status_code == 404


@pytest.mark.parametrize(
    "name", ["../secret_key", "..%2Fsecret_key", "%2Fetc%2Fpasswd", "../1-1-1-0", "1-1-1/-0"]
)
def test_no_name_leads_out_of_the_folder(client_for, practice_manager, settings, tmp_path, name):
    settings.MAIL_DIR.mkdir()
    (tmp_path / "1-1-1.log").write_bytes(b"Content-Type: text/plain\n\nsecret\n")
    assert client_for(practice_manager).get(f"/mailbox/{name}/").status_code == 404
    assert find_mail(settings.MAIL_DIR, name) is None


def test_an_empty_mailbox_says_so(client_for, iro):
    assert "No mail yet." in client_for(iro).get(reverse("mailbox")).content.decode()


def test_a_working_service_has_no_mailbox(client_for, practice_manager, settings):
    write(("First", "1\n", "a@example.org"))
    settings.DEMONSTRATION = False
    client = client_for(practice_manager)
    assert client.get(reverse("mailbox")).status_code == 404
    assert read(client, mails(settings.MAIL_DIR)[0]).status_code == 404
