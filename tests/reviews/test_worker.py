"""A real worker takes what is owed from a real queue and sends it."""

import os
import subprocess
import sys
import time
from datetime import date
from email import policy
from email.parser import BytesParser

import pytest
from django.conf import settings
from django.db import connection

from iro_service.celery import app
from reviews.models import Notice
from tests.factories import AllocationFactory, RecordFactory

PATIENCE = 20  # seconds
QUEUE_DATABASE = 9  # of Redis; the service itself uses the first two


def address_of_the_test_database() -> str:
    """DATABASE_URL with the database that the tests made."""
    head, _, _ = os.environ["DATABASE_URL"].rpartition("/")
    return f"{head}/{connection.settings_dict['NAME']}"


@pytest.fixture
def queue():
    """The address of a queue that nobody else uses, emptied."""
    number = QUEUE_DATABASE + int(os.environ.get("PYTEST_XDIST_WORKER", "gw0")[2:])
    given = settings.CELERY_BROKER_URL
    if "virtual_host=" in given:
        address = f"{given.rpartition('=')[0]}={number}"
    else:
        address = f"{given.rstrip('/').rpartition('/')[0]}/{number}"
    with app.connection_for_write(address) as line:
        line.default_channel.client.flushdb()
    return address


@pytest.fixture
def worker(queue, tmp_path):
    """A worker of the service in a process of its own, which writes its mails into files."""
    environment = os.environ | {
        "DATABASE_URL": address_of_the_test_database(),
        "REDIS_URL": queue,
        "IRO_DEMONSTRATION": "1",
        "IRO_TODAY": "2017-07-20",
        "IRO_VAR": str(tmp_path),
        "SECRET_KEY": settings.SECRET_KEY,
    }
    command = [sys.executable, "-m", "celery", "--app", "iro_service", "worker"]
    with open(tmp_path / "worker.log", "wb") as log:
        process = subprocess.Popen(
            [*command, "--pool", "solo", "--without-gossip", "--without-mingle"],
            env=environment,
            stdout=log,
            stderr=log,
        )
    yield tmp_path
    process.terminate()
    process.wait(PATIENCE)


def mails_in(folder) -> list:
    """The mails that are written to the end."""
    files = sorted((folder / "mail").glob("*.log"))
    texts = [path.read_bytes() for path in files]
    return [
        BytesParser(policy=policy.default).parsebytes(text.rpartition(b"\n" + b"-" * 79)[0])
        for text in texts
        if text.endswith(b"-" * 79 + b"\n")
    ]


def wait_until(true) -> None:
    """Wait for something another process does."""
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until, "it did not happen in time"
        time.sleep(0.1)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_worker_catches_up_when_it_starts_and_then_takes_each_task(iro, request, queue):
    missed = RecordFactory(due_on=date(2017, 7, 5))  # nothing ran for a fortnight
    AllocationFactory(child=missed.review.child, iro=iro)
    folder = request.getfixturevalue("worker")
    wait_until(lambda: Notice.objects.sent().count() == 2)
    mails = {mail["Subject"]: mail for mail in mails_in(folder)}
    assert set(mails) == {
        "Overdue: 1 record of discussion",
        "The week from Monday 17 July 2017",
    }
    assert {mail["To"] for mail in mails.values()} == {iro.email}
    about_it = mails["Overdue: 1 record of discussion"]
    assert f"Child {missed.review.child.reference}" in about_it.get_content()

    new = RecordFactory(due_on=date(2017, 7, 19))
    AllocationFactory(child=new.review.child, iro=iro)
    with app.connection_for_write(queue) as line:
        for task in ("owe_notices", "owe_digests", "send_notices"):
            app.send_task(f"reviews.tasks.{task}", connection=line)
    wait_until(lambda: Notice.objects.sent().count() == 3)
    assert len(mails_in(folder)) == 3
    assert Notice.objects.count() == 3
