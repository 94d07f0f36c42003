"""What is overdue owes one notice, and the notice reaches somebody."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail

from reviews import tasks
from reviews.actions.notices import owe_notices, send_notices, send_to
from reviews.chasers.table import CHASERS
from reviews.models import Notice, OutcomeForm, Record
from tests.conftest import TODAY
from tests.factories import (
    AllocationFactory,
    ChildFactory,
    CoverFactory,
    OutcomeFormFactory,
    PeriodFactory,
    UserFactory,
)
from tests.reviews.overdue import AT, LAST_DAY, overdue_form, overdue_record

pytestmark = pytest.mark.django_db


class TestOwing:
    def test_a_record_past_its_last_day_owes_the_iro_one_notice(self, iro):
        record = overdue_record(iro=iro)
        owe_notices(on=TODAY)
        notice = Notice.objects.get()
        assert (notice.kind, notice.review, notice.to) == ("record_overdue", record.review, iro)
        assert (notice.due_on, notice.owed_on, notice.state) == (LAST_DAY, TODAY, "waiting")

    def test_an_outcome_form_past_its_24_hours_owes_the_iro_one_notice(self, iro):
        form = overdue_form(iro=iro)
        owe_notices(on=TODAY)
        notice = Notice.objects.get()
        assert (notice.kind, notice.review, notice.to) == (
            "outcome_form_overdue",
            form.review,
            iro,
        )
        assert notice.due_on == LAST_DAY

    def test_what_is_due_today_is_not_overdue(self, iro):
        overdue_record(due_on=TODAY, iro=iro)
        overdue_form(iro=iro, due_at=datetime(2017, 7, 19, 23, 0, tzinfo=UTC))  # 00:00 in London
        owe_notices(on=TODAY)
        kinds = Notice.objects.order_by("kind").values_list("kind", flat=True)
        assert list(kinds) == ["outcome_form_due", "record_due"]

    def test_what_was_due_a_minute_before_midnight_is(self, iro):
        overdue_form(iro=iro, due_at=datetime(2017, 7, 19, 22, 59, tzinfo=UTC))
        owe_notices(on=TODAY)
        assert Notice.objects.get().due_on == date(2017, 7, 19)

    @pytest.mark.parametrize("days_missed", [0, 1, 5, 90])
    def test_a_missed_day_is_caught_up(self, iro, days_missed):
        overdue_record(iro=iro)
        owe_notices(on=LAST_DAY + timedelta(days=1 + days_missed))
        assert Notice.objects.count() == 1

    def test_owing_twice_owes_one(self, iro):
        overdue_record(iro=iro)
        overdue_form(iro=iro)
        owe_notices(on=TODAY)
        owe_notices(on=TODAY)
        owe_notices(on=TODAY + timedelta(days=1))
        assert Notice.objects.count() == 2

    def test_what_is_done_or_cancelled_owes_nothing(self, iro):
        done = overdue_record(iro=iro)
        Record.objects.filter(pk=done.pk).update(completed_on=TODAY, completed_by=iro)
        cancelled = overdue_form(iro=iro).review
        type(cancelled).objects.filter(pk=cancelled.pk).update(
            cancelled_on=TODAY, cancelled_reason="The child came home."
        )
        OutcomeFormFactory(due_at=datetime(2017, 7, 18, 9, tzinfo=UTC))
        owe_notices(on=TODAY)
        assert not Notice.objects.exists()

    def test_a_review_booked_anew_owes_a_notice_for_its_new_deadline(self, iro):
        form = overdue_form(iro=iro)
        owe_notices(on=TODAY)
        send_notices(at=AT)
        OutcomeForm.objects.filter(pk=form.pk).update(due_at=form.due_at + timedelta(days=10))
        owe_notices(on=TODAY)
        assert Notice.objects.count() == 1
        owe_notices(on=date(2017, 7, 31))
        assert [notice.due_on.day for notice in Notice.objects.order_by("due_on")] == [18, 28]

    def test_owing_asks_as_many_queries_for_many_as_for_one(self, iro, django_assert_num_queries):
        for _ in range(5):
            overdue_record(iro=iro)
            overdue_form(iro=iro)
        # A question for each row of the table, the bank holidays, one insert, the savepoint.
        with django_assert_num_queries(len(CHASERS) + 4):
            owe_notices(on=TODAY)
        assert Notice.objects.count() == 10


class TestWhomItIsOwedTo:
    def owed_to(self):
        owe_notices(on=TODAY)
        return Notice.objects.get().to

    def test_the_iro_on_the_day_and_not_the_one_before(self, iro, other_iro):
        child = overdue_record().review.child
        AllocationFactory(child=child, iro=other_iro, ended_on=TODAY)
        AllocationFactory(child=child, iro=iro, started_on=TODAY)
        assert self.owed_to() == iro

    def test_whoever_covers_while_the_iro_is_away(self, iro, other_iro):
        overdue_record(iro=iro)
        CoverFactory(away=iro, covered_by=other_iro)
        assert self.owed_to() == other_iro

    def test_the_iro_on_the_day_they_are_back(self, iro, other_iro):
        overdue_record(iro=iro)
        CoverFactory(away=iro, covered_by=other_iro, ended_on=TODAY)
        assert self.owed_to() == iro

    def test_the_chair_for_a_child_without_an_iro(self, other_iro):
        form = overdue_form()
        type(form.review).objects.filter(pk=form.review.pk).update(chair=other_iro)
        assert self.owed_to() == other_iro

    def test_the_first_practice_manager_where_there_is_neither(self, practice_manager):
        UserFactory(role="practice_manager")
        overdue_record()
        assert self.owed_to() == practice_manager

    def test_nobody_yet_in_a_council_without_people(self, council):
        overdue_record()
        owe_notices(on=TODAY)
        assert not Notice.objects.exists()
        UserFactory(role="practice_manager")
        owe_notices(on=TODAY)
        assert Notice.objects.count() == 1


class TestTheMail:
    def sent(self):
        owe_notices(on=TODAY)
        send_notices(at=AT)
        return mail.outbox

    def test_it_tells_what_is_overdue_why_and_where_to_do_it(self, iro, settings):
        settings.SERVICE_ADDRESS = "https://iro.example.gov.uk"
        child = ChildFactory(reference="10423", given_name="Ella", family_name="Brontë")
        record = overdue_record(
            review__period=PeriodFactory(child=child, started_on=date(2017, 5, 23)),
            review__held_on=date(2017, 6, 20),
            iro=iro,
        )
        form = overdue_form(iro=iro)
        (message,) = self.sent()
        assert message.to == [iro.email]
        assert message.subject == "Overdue: 1 outcome form and 1 record of discussion"
        assert "Child 10423: record of discussion" in message.body
        assert "Due by Tuesday 18 July 2017. That is 20 working days after 20 June 2017." in (
            message.body
        )
        assert "Now overdue by 2 working days." in message.body
        assert f"https://iro.example.gov.uk/reviews/{record.review_id}/record/" in message.body
        assert "Due by 10:30 on Tuesday 18 July 2017. That is 24 hours after 10:30 on" in (
            message.body
        )
        assert f"https://iro.example.gov.uk/reviews/{form.review_id}/outcome-form/" in message.body

    def test_no_child_is_named_in_it(self, iro):
        record = overdue_record(iro=iro)
        (message,) = self.sent()
        child = record.review.child
        text = message.message().as_string()
        assert child.given_name not in text
        assert child.family_name not in text
        assert child.reference in text

    def test_a_week_of_arrears_is_one_mail_a_person(self, iro, other_iro):
        for _ in range(7):
            overdue_record(iro=iro)
        overdue_record(iro=other_iro)
        assert sorted(message.subject for message in self.sent()) == [
            "Overdue: 1 record of discussion",
            "Overdue: 7 records of discussion",
        ]
        assert {notice.state for notice in Notice.objects.all()} == {"sent"}

    def test_a_mail_too_long_to_read_is_two(self, iro, monkeypatch):
        monkeypatch.setattr("reviews.actions.notices.A_MAIL_HOLDS", 2)
        for _ in range(3):
            overdue_record(iro=iro)
        assert len(self.sent()) == 1
        send_notices(at=AT + timedelta(minutes=10))
        assert [message.subject for message in mail.outbox] == [
            "Overdue: 2 records of discussion",
            "Overdue: 1 record of discussion",
        ]

    def test_it_says_whose_child_it_is_to_whoever_covers(self, iro, other_iro):
        overdue_record(iro=iro)
        CoverFactory(away=iro, covered_by=other_iro)
        (message,) = self.sent()
        assert f"The child's IRO is {iro}." in message.body

    def test_it_says_that_the_child_has_no_iro_to_the_manager(self, practice_manager):
        overdue_record()
        (message,) = self.sent()
        assert "The child has no IRO." in message.body

    def test_names_are_written_as_they_are(self, council):
        overdue_record(iro=UserFactory(first_name="Siân", last_name="O'Neill <b>"))
        (message,) = self.sent()
        assert message.body.startswith("Dear Siân O'Neill <b>,\n")

    def test_it_is_dated_by_the_service_and_answered_by_no_machine(self, iro):
        overdue_record(iro=iro)
        (message,) = self.sent()
        assert message.message()["Date"] == "Thu, 20 Jul 2017 06:10:00 +0000"
        assert message.message()["Auto-Submitted"] == "auto-generated"


def deliver_and_die(person, notices, at):
    """Send as usual, and be killed before it is marked."""
    from reviews.notices import mail_about

    mail_about(notices, to=person, at=at).send()
    raise KeyboardInterrupt


class TestSending:
    def test_what_was_done_meanwhile_is_not_sent(self, iro):
        record = overdue_record(iro=iro)
        owe_notices(on=TODAY)
        Record.objects.filter(pk=record.pk).update(completed_on=TODAY, completed_by=iro)
        send_notices(at=AT)
        notice = Notice.objects.get()
        assert (notice.state, notice.withdrawn_at) == ("withdrawn", AT)
        assert not mail.outbox

    def test_what_is_done_at_the_last_moment_is_not_sent(self, iro):
        record = overdue_record(iro=iro)
        owe_notices(on=TODAY)
        Record.objects.filter(pk=record.pk).update(completed_on=TODAY, completed_by=iro)
        send_to(iro, at=AT)  # the worker was already past asking what is settled
        assert not mail.outbox

    def test_what_is_sent_is_not_sent_again(self, iro):
        overdue_record(iro=iro)
        owe_notices(on=TODAY)
        send_notices(at=AT)
        send_notices(at=AT + timedelta(days=1))
        assert len(mail.outbox) == 1
        assert Notice.objects.get().sent_at == AT

    def test_a_worker_killed_between_sending_and_marking_sends_again(self, iro, monkeypatch):
        """Twice is better than never: a mail cannot be taken back, a lost one is not noticed."""
        overdue_record(iro=iro)
        owe_notices(on=TODAY)
        with monkeypatch.context() as killed:
            killed.setattr("reviews.actions.notices._deliver", deliver_and_die)
            with pytest.raises(KeyboardInterrupt):
                send_notices(at=AT)
        assert Notice.objects.get().state == "waiting"
        send_notices(at=AT)
        assert len(mail.outbox) == 2
        assert Notice.objects.get().attempts == 1

    def test_a_person_who_has_left_fails_with_what_to_do(self, iro):
        overdue_record(iro=iro)
        owe_notices(on=TODAY)
        type(iro).objects.filter(pk=iro.pk).update(is_active=False)
        send_notices(at=AT)
        notice = Notice.objects.get()
        assert notice.state == "failed"
        assert notice.error == (
            f"{iro} has no access any more. Give the child another IRO, then try again."
        )

    def test_a_person_without_an_address_fails_with_what_to_do(self, iro):
        overdue_record(iro=iro)
        type(iro).objects.filter(pk=iro.pk).update(email="")
        owe_notices(on=TODAY)
        send_notices(at=AT)
        assert "has no email address" in Notice.objects.get().error

    def test_the_tasks_do_the_same(self, iro, time_machine):
        time_machine.move_to(AT)  # an hour at which mail leaves
        overdue_record(iro=iro)
        tasks.owe_notices("2017-07-19")
        assert Notice.objects.get().owed_on == date(2017, 7, 19)
        tasks.owe_notices()
        tasks.send_notices()
        assert Notice.objects.get().state == "sent"
