"""Quiet days, and the mail about the week."""

import threading
from datetime import date, datetime

import pytest
from django.core import mail
from django.db import connection

from iro_service.demonstration.days import CALENDAR
from reviews.actions.notices import owe_digests, owe_notices, send_notices
from reviews.chasers.days import OfficeDay, sends_from
from reviews.models import Notice
from tests.factories import AllocationFactory, RecordFactory
from tests.reviews.chased import (
    a_record,
    held,
    moment,
)

pytestmark = pytest.mark.django_db


class TestQuietDays:
    @pytest.mark.parametrize(
        ("at", "leaves"),
        [
            ("2017-07-20 05:59", False),  # 06:59 in London
            ("2017-07-20 06:00", True),
            ("2017-07-20 18:00", True),
            ("2017-07-20 18:01", False),
            ("2017-07-22 11:00", False),  # Saturday
            ("2017-07-23 11:00", False),
            ("2017-08-28 11:00", False),  # the August holiday
            ("2017-01-19 06:59", False),  # winter: London is UTC
            ("2017-01-19 07:00", True),
        ],
    )
    def test_mail_leaves_on_working_days_from_seven_to_seven(self, iro, at, leaves):
        at = datetime.fromisoformat(f"{at}+00:00")
        review = held(date(2016, 11, 1))
        RecordFactory(review=review, due_on=date(2016, 11, 29))
        AllocationFactory(child=review.child, iro=iro, started_on=date(2016, 10, 1))
        owe_notices(on=date(2016, 12, 1))
        send_notices(at=at)
        assert bool(mail.outbox) is leaves
        assert (sends_from(at, OfficeDay(at.date(), CALENDAR)) is None) is leaves

    @pytest.mark.parametrize(
        ("at", "opens"),
        [
            ("2017-07-20 04:00", "2017-07-20 06:00"),
            ("2017-07-20 19:00", "2017-07-21 06:00"),
            ("2017-07-21 19:00", "2017-07-24 06:00"),
            ("2017-04-14 03:00", "2017-04-18 06:00"),
        ],
    )
    def test_it_is_known_when_mail_leaves_again(self, at, opens):
        at = datetime.fromisoformat(f"{at}+00:00")
        again = sends_from(at, OfficeDay(at.date(), CALENDAR))
        assert again == datetime.fromisoformat(f"{opens}+00:00")

    def test_where_the_bank_holidays_are_not_known_yet_only_weekends_are_quiet(self):
        assert OfficeDay(date(2031, 4, 12), CALENDAR).is_quiet
        assert not OfficeDay(date(2031, 4, 14), CALENDAR).is_quiet
        assert OfficeDay(date(2031, 4, 10), CALENDAR).ahead(2) == date(2031, 4, 14)


class TestTheWeek:
    @pytest.fixture
    def arrears(self, iro):
        """A record overdue and another due next week, both the IRO's."""
        for due_on in (date(2017, 7, 7), date(2017, 7, 25)):
            review = a_record(due_on, iro)
            AllocationFactory(child=review.child, iro=iro, started_on=review.period.started_on)
        return review

    @pytest.mark.parametrize(
        ("on", "week"),
        [
            ("2017-07-16", None),  # Sunday
            ("2017-07-17", "2017-07-17"),
            ("2017-07-20", "2017-07-17"),  # missed, and caught up within the week
            ("2017-07-22", None),  # ... and not after it
            ("2017-08-28", None),  # a bank holiday: on Tuesday
            ("2017-08-29", "2017-08-28"),
        ],
    )
    def test_it_is_owed_on_the_first_working_day_of_the_week(self, arrears, iro, on, week):
        owe_digests(on=date.fromisoformat(on))
        owed = [notice.due_on.isoformat() for notice in Notice.objects.filter(to=iro)]
        assert owed == ([week] if week else [])

    def test_it_is_owed_once_a_week(self, arrears):
        for day in (17, 17, 18, 21, 24):
            owe_digests(on=date(2017, 7, day))
        assert sorted(notice.due_on.day for notice in Notice.objects.all()) == [17, 24]

    def test_last_weeks_is_not_sent_any_more(self, arrears):
        owe_digests(on=date(2017, 7, 17))
        send_notices(at=moment(date(2017, 7, 24)))
        assert Notice.objects.get().state == "withdrawn"
        assert not mail.outbox

    def test_who_has_nothing_in_it_gets_none(self, iro, practice_manager, business_support):
        owe_digests(on=date(2017, 7, 17))
        assert not Notice.objects.exists()

    def test_it_tells_the_iro_what_is_overdue_and_what_comes(self, arrears, iro):
        owe_digests(on=date(2017, 7, 17))
        send_notices(at=moment(date(2017, 7, 17)))
        (message,) = mail.outbox
        assert (message.to, message.subject) == ([iro.email], "The week from Monday 17 July 2017")
        assert "* Children you review: 2" in message.body
        assert "* Overdue: 1 record of discussion" in message.body
        assert "* To do until Sunday 30 July 2017: 1 record of discussion" in message.body
        assert (
            f"Next week\n\n* Child {arrears.child.reference}: record of discussion, due by "
            "Tuesday 25 July 2017; 6 working days left." in message.body
        )
        assert arrears.child.family_name not in message.body

    def test_it_tells_the_practice_manager_by_iro_and_what_was_escalated(
        self, arrears, iro, practice_manager
    ):
        owe_notices(on=date(2017, 7, 17))
        owe_digests(on=date(2017, 7, 17))
        send_notices(at=moment(date(2017, 7, 17)))
        (message,) = [
            message
            for message in mail.outbox
            if message.to == [practice_manager.email] and "week" in message.subject
        ]
        assert f"* {iro}: 2 children, overdue: 1 record of discussion." in message.body
        assert "due by 7 July 2017" in message.body

    def test_it_tells_business_support_what_to_send(self, iro, business_support):
        RecordFactory(
            review=held(date(2017, 6, 1)), completed_on=date(2017, 6, 5), completed_by=iro
        )
        owe_digests(on=date(2017, 7, 17))
        send_notices(at=moment(date(2017, 7, 17)))
        (message,) = [one for one in mail.outbox if one.to == [business_support.email]]
        assert "* Records to send: 1, 1 of them past the last day." in message.body

    def test_it_asks_no_more_for_many_than_for_one(
        self, arrears, iro, django_assert_max_num_queries
    ):
        for _ in range(10):
            review = a_record(date(2017, 7, 7), iro)
            AllocationFactory(child=review.child, iro=iro, started_on=review.period.started_on)
        with django_assert_max_num_queries(23):
            owe_digests(on=date(2017, 7, 17))
        with django_assert_max_num_queries(28):
            send_notices(at=moment(date(2017, 7, 17)))
        assert len(mail.outbox) == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_owe_a_person_one_week(iro):
    review = a_record(date(2017, 7, 7), iro)
    AllocationFactory(child=review.child, iro=iro, started_on=review.period.started_on)
    start, faults = threading.Barrier(2), []

    def owe():
        try:
            start.wait(timeout=10)
            owe_digests(on=date(2017, 7, 17))
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    workers = [threading.Thread(target=owe) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=20)
    assert not faults
    assert Notice.objects.count() == 1
