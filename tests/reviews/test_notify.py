"""Mail through GOV.UK Notify, against a server that answers as Notify's does."""

import json
from contextlib import contextmanager
from datetime import UTC, date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from django.core.mail import EmailMessage, get_connection

from reviews.actions.notices import owe_notices, send_notices
from reviews.models import Notice
from reviews.notices import NotSent
from tests.factories import AllocationFactory, RecordFactory

AT = datetime(2017, 7, 20, 6, 10, tzinfo=UTC)
SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506"
KEY = f"iro-{SERVICE}-3d844edf-8d35-48ac-975b-e847b4f122b0"
TEMPLATE = "9d751e0e-f929-4891-82a1-a3e1c3c18ee3"


class Notify(ThreadingHTTPServer):
    """Keeps the requests in `taken`; answers with `status`."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answer)
        self.status = 201
        self.taken: list[dict] = []

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class Answer(BaseHTTPRequestHandler):
    """One request."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        asked = {"path": self.path, "key": self.headers["Authorization"], **json.loads(body)}
        self.server.taken.append(asked)
        answer = b'{"id": "1"}' if self.server.status == 201 else b'{"errors": []}'
        self.send_response(self.server.status)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


@contextmanager
def notify_server():
    """A server that runs until the test ends."""
    with Notify() as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def notify():
    """GOV.UK Notify, on this machine."""
    with notify_server() as server:
        yield server


@pytest.fixture
def by_notify(notify, settings):
    """Every mail goes by it."""
    settings.EMAIL_BACKEND = "reviews.notify.NotifyBackend"
    settings.NOTIFY_API_KEY, settings.NOTIFY_TEMPLATE_ID = KEY, TEMPLATE
    settings.NOTIFY_ADDRESS = notify.address
    return notify


def send(*to):
    """Send a mail by the backend of the settings."""
    return get_connection().send_messages([EmailMessage("Overdue", "Words\n", to=list(to))])


def test_a_mail_is_one_request_for_each_reader(by_notify):
    assert send("a@example.org", "b@example.org") == 1
    assert [asked["email_address"] for asked in by_notify.taken] == [
        "a@example.org",
        "b@example.org",
    ]
    asked = by_notify.taken[0]
    assert asked["path"] == "/v2/notifications/email"
    assert asked["template_id"] == TEMPLATE
    assert asked["personalisation"] == {"subject": "Overdue", "body": "Words\n"}
    assert asked["key"].startswith("Bearer ")


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        (400, "GOV.UK Notify refused the mail"),
        (403, "does not accept this service's key"),
        (429, "takes no more mails for the moment"),
        (500, "could not be reached"),
    ],
)
def test_a_refusal_is_told_in_a_sentence(by_notify, status, sentence):
    by_notify.status = status
    with pytest.raises(NotSent, match=sentence):
        send("a@example.org")


def test_a_notify_that_does_not_answer_is_told_in_a_sentence(by_notify, settings):
    settings.NOTIFY_ADDRESS = "http://127.0.0.1:1"
    with pytest.raises(NotSent, match="could not be reached"):
        send("a@example.org")


@pytest.mark.django_db
def test_a_notice_goes_by_it_and_its_fault_is_on_the_notice(by_notify, iro):
    record = RecordFactory(due_on=date(2017, 7, 18))
    AllocationFactory(child=record.review.child, iro=iro)
    by_notify.status = 403
    owe_notices(on=date(2017, 7, 20))
    send_notices(at=AT)
    assert Notice.objects.get().error == "GOV.UK Notify does not accept this service's key."
    by_notify.status = 201
    send_notices(at=AT.replace(hour=7))
    assert Notice.objects.get().state == "sent"
    assert record.review.child.reference in by_notify.taken[-1]["personalisation"]["body"]
