"""Notices on their way: a server that fails, another try, two workers at once."""

import threading
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection, transaction

from iro_service.refusals import Refusal
from reviews.actions.notices import owe_notices, send_notices, send_to, try_again, try_all_again
from reviews.models import Notice, Record
from reviews.outbox import GIVEN_UP_AFTER
from tests.conftest import TODAY
from tests.factories import (
    NoticeFactory,
)
from tests.reviews.overdue import AT, LAST_DAY, overdue_record
from tests.reviews.post import post_office

pytestmark = pytest.mark.django_db


class TestARealMailServer:
    @pytest.fixture
    def server(self, settings):
        with post_office() as server:
            settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
            settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
            yield server

    def test_it_takes_the_mail(self, iro, server):
        overdue_record(iro=iro)
        owe_notices(on=TODAY)
        send_notices(at=AT)
        (message,) = server.taken
        assert message["To"] == iro.email
        assert "record of discussion" in message.get_content()

    def test_one_address_refused_keeps_nobody_elses_mail_back(self, iro, other_iro, server):
        overdue_record(iro=iro)
        overdue_record(iro=other_iro)
        server.refused.add(iro.email)
        owe_notices(on=TODAY)
        send_notices(at=AT)
        assert server.to() == [other_iro.email]
        failed = Notice.objects.failed().get()
        assert failed.to == iro
        assert failed.error == f"The mail server does not accept the address {iro.email}."
        assert (failed.attempts, failed.attempted_at) == (1, AT)

    def test_a_server_that_is_down_is_said_so_and_tried_again_later_and_later(
        self, iro, settings, server
    ):
        up, settings.EMAIL_PORT = server.port, 1
        overdue_record(iro=iro)
        owe_notices(on=TODAY)
        tried = []
        for minutes in (*range(0, 360, 10), *range(360, 8 * 24 * 60, 60)):
            send_notices(at=AT + timedelta(minutes=minutes))
            notice = Notice.objects.get()
            if notice.attempts > len(tried):
                tried.append(timedelta(minutes=minutes))
        assert notice.error == "The mail server could not be reached."
        assert tried[:5] == [
            timedelta(0),
            timedelta(minutes=10),
            timedelta(hours=1, minutes=10),
            timedelta(hours=5, minutes=10),
            timedelta(days=1, hours=6),  # a day later, at the next full hour
        ]
        assert len(tried) == GIVEN_UP_AFTER
        assert notice.next_attempt_at is None
        assert notice.state == "failed"  # given up, and never silently
        settings.EMAIL_PORT = up
        try_again(notice, at=AT + timedelta(days=9))
        assert server.to() == [iro.email]
        assert Notice.objects.get().error == ""

    def test_the_page_says_when_the_worker_will_try_again(self, iro, settings, server):
        settings.EMAIL_PORT = 1
        overdue_record(iro=iro)
        owe_notices(on=TODAY)
        send_notices(at=AT)
        assert Notice.objects.get().next_attempt_at == AT + timedelta(minutes=10)

    def test_the_demonstrations_day_that_begins_anew_does_not_stop_the_retries(self, iro):
        overdue_record(iro=iro)
        NoticeFactory(
            review=Record.objects.get().review,
            due_on=LAST_DAY,
            to=iro,
            attempts=2,
            attempted_at=AT + timedelta(hours=17),
            error="The mail server could not be reached.",
        )
        send_notices(at=AT)
        assert Notice.objects.get().state == "sent"


class TestTryingAgain:
    def test_it_goes_to_whoever_the_child_has_now(self, iro, other_iro):
        record = overdue_record(iro=other_iro)
        notice = NoticeFactory(review=record.review, to=iro, attempts=8, error="Left.")
        try_again(notice, at=AT)
        assert (notice.to, notice.state, notice.attempts) == (other_iro, "sent", 1)
        assert [message.to for message in mail.outbox] == [[other_iro.email]]

    def test_what_was_sent_is_not_tried_again(self):
        notice = NoticeFactory(sent_at=AT)
        with pytest.raises(Refusal):
            try_again(notice, at=AT)
        notice.refresh_from_db()
        assert notice.sent_at == AT

    def test_all_that_failed_are_put_back_and_nothing_else(self):
        NoticeFactory(sent_at=AT)
        NoticeFactory()
        NoticeFactory(attempts=8, error="No.")
        NoticeFactory(attempts=1, error="No.")
        assert try_all_again(on=TODAY) == 2
        assert Notice.objects.waiting().count() == 3


@pytest.mark.django_db(transaction=True)
class TestTwoWorkers:
    @pytest.fixture
    def workers(self):
        """Start work in other workers, each with a connection of its own; none may fail."""
        started, faults = [], []

        def start(work) -> threading.Thread:
            def run():
                try:
                    work()
                except Exception as fault:
                    faults.append(fault)
                finally:
                    connection.close()

            worker = threading.Thread(target=run)
            worker.start()
            started.append(worker)
            return worker

        yield start
        for worker in started:
            worker.join(timeout=10)
            assert not worker.is_alive()
        assert not faults

    def test_at_once_send_one_mail(self, iro, workers):
        for _ in range(4):
            overdue_record(iro=iro)
        owe_notices(on=TODAY)
        start = threading.Barrier(2)
        both = [workers(lambda: (start.wait(), send_notices(at=AT))) for _ in range(2)]
        for worker in both:
            worker.join()
        assert [message.subject for message in mail.outbox] == ["Overdue: 4 records of discussion"]
        assert Notice.objects.sent().count() == 4

    def test_at_once_owe_one_notice(self, iro, workers):
        overdue_record(iro=iro)
        with transaction.atomic():
            owe_notices(on=TODAY)
            second = workers(lambda: owe_notices(on=TODAY))
            second.join(timeout=1)
            assert second.is_alive()  # it owes the same, and waits to see what becomes of ours
        second.join(timeout=10)
        assert Notice.objects.count() == 1

    def test_the_second_leaves_the_person_to_the_first_that_is_still_sending(self, iro, workers):
        for _ in range(2):
            overdue_record(iro=iro)
        owe_notices(on=TODAY)
        last = Notice.objects.order_by("pk").last()
        with transaction.atomic():
            # Even where the first has locked only the last of them yet: the mail is not split.
            Notice.objects.select_for_update().get(pk=last.pk)
            second = workers(lambda: send_to(iro, at=AT))
            second.join(timeout=10)
            assert not second.is_alive()  # it does not wait: others are to be served
        assert not mail.outbox
        send_to(iro, at=AT)
        assert len(mail.outbox) == 1
