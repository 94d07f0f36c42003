"""Notices of disputes on their way: owed once, withdrawn once answered, one mail a person."""

import threading
from datetime import date

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from disputes.actions.answering import answer_dispute
from disputes.actions.climbing import escalate, refer_to_cafcass
from disputes.actions.closing import close
from reviews.actions.notices import owe_notices, send_notices, try_again
from reviews.models import Notice
from tests.disputes.conftest import at
from tests.factories import (
    AllocationFactory,
    HeldReviewFactory,
    NoticeFactory,
    RecordFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
MONDAY, WEDNESDAY, NEXT_MONDAY = date(2017, 7, 3), date(2017, 7, 5), date(2017, 7, 10)
SILENT_FROM = date(2017, 7, 11)


def told(on) -> dict[str, object]:
    """The mails that leave on the day, by whom they are to."""
    mail.outbox.clear()
    owe_notices(on=on)
    send_notices(at=at(on))
    assert len({message.to[0] for message in mail.outbox}) == len(mail.outbox)
    return {message.to[0]: message for message in mail.outbox}


def states() -> dict[str, str]:
    """What became of each kind."""
    return {one.kind.removeprefix("dispute_"): one.state for one in Notice.objects.all()}


@pytest.fixture(autouse=True)
def address(settings):
    settings.SERVICE_ADDRESS = "https://iro.example.gov.uk"


@pytest.fixture
def to_manager(responding_manager):
    """What the asked manager's mail of the day says."""
    return lambda on: told(on)[responding_manager.email].body


class TestTheMail:
    def test_it_asks_the_manager_by_when_and_where(
        self, raise_concern, responding_manager, iro, child
    ):
        dispute = raise_concern(on=MONDAY, stage=1)
        message = told(MONDAY)[responding_manager.email]
        assert message.subject == "Coming up: 1 dispute to answer"
        assert (
            f"Child {child.reference}: dispute to answer\n"
            "Due by Monday 10 July 2017. That is 5 working days after 3 July 2017.\n"
            "Now 5 working days left.\n"
            "You are asked: stage 1 of 4, Team manager. Without an answer by then it goes back to "
            "the IRO, who may take it further.\n"
            f"The child's IRO is {iro}.\n"
            f"https://iro.example.gov.uk/disputes/{dispute.pk}/answer/\n"
        ) in message.body
        assert "counts as agreement" not in message.body  # that is of decisions

    @pytest.mark.parametrize("on", [MONDAY, NEXT_MONDAY, SILENT_FROM, date(2017, 8, 1)])
    def test_no_mail_names_a_child_or_says_what_is_raised(
        self, raise_concern, practice_manager, child, on
    ):
        dispute = raise_concern(on=MONDAY, stage=1, impact="She stays in respite.")
        mails = told(on).values()
        assert mails
        for message in mails:
            text = message.message().as_string()
            words = (child.given_name, child.family_name, dispute.text, dispute.wanted,
                     dispute.impact, "drift", "Drift")  # fmt: skip
            assert not [word for word in words if word in text]
            assert child.reference in text

    def test_on_the_last_day_and_once_it_is_past(self, raise_concern, to_manager):
        raise_concern(on=MONDAY, stage=1)
        assert "These are due:" in to_manager(NEXT_MONDAY)
        past = to_manager(SILENT_FROM)
        assert "These are past their last day:" in past
        assert "Now overdue by 1 working day." in past
        assert "You can still answer." in past

    def test_silence_comes_to_the_iro_and_the_practice_manager_with_what_follows(
        self, raise_concern, iro, practice_manager, responding_manager
    ):
        dispute = raise_concern(on=MONDAY, stage=1)
        mails = told(SILENT_FROM)
        for person in (iro, practice_manager):
            message = mails[person.email]
            assert message.subject == "Overdue: 1 dispute without an answer"
            assert (
                f"Stage 1 of 4, Team manager; asked: {responding_manager}. "
                "Taking it further is proposed, to stage 2, Service manager."
            ) in message.body
            assert f"https://iro.example.gov.uk/disputes/{dispute.pk}/\n" in message.body
        assert f"The child's IRO is {iro}." in mails[practice_manager.email].body

    def test_after_the_last_stage_cafcass_is_proposed_until_it_has_it(
        self, raise_concern, iro, director
    ):
        dispute = raise_concern(on=MONDAY, stage=4, asked=director)
        text = "This is the last stage: a referral to Cafcass is proposed."
        assert text in told(SILENT_FROM)[iro.email].body
        Notice.objects.update(due_on=MONDAY)  # as though nobody was told yet
        refer_to_cafcass(dispute, text="No plan.", on=SILENT_FROM, at=at(SILENT_FROM), by=iro)
        text = "This is the last stage, and Cafcass has it: decide how it ends."
        assert text in told(SILENT_FROM)[iro.email].body

    def test_an_answer_waits_for_the_iro_since_the_day_it_came(
        self, raise_concern, iro, responding_manager
    ):
        dispute = raise_concern(on=MONDAY)
        to = {"on": WEDNESDAY, "at": at(WEDNESDAY), "by": responding_manager}
        answer_dispute(dispute, answer="disagrees", text="There is a plan.", **to)
        message = told(WEDNESDAY)[iro.email]
        assert message.subject == "Waiting for you: 1 answer to a dispute"
        assert "These wait for you:" in message.body
        assert "Since Wednesday 5 July 2017.\n" in message.body
        assert "Accept the answer, or take the dispute further." in message.body
        assert "There is a plan" not in message.body

    def test_one_mail_tells_of_disputes_and_of_reviews(self, raise_concern, child, iro):
        raise_concern(on=MONDAY)
        RecordFactory(review=HeldReviewFactory(period__child=child), due_on=MONDAY)
        message = told(SILENT_FROM)[iro.email]
        assert message.subject == "Overdue: 1 record of discussion and 1 dispute without an answer"


class TestOnce:
    def test_what_was_sent_is_not_sent_again(self, raise_concern, responding_manager):
        raise_concern(on=MONDAY)
        assert told(MONDAY)
        assert not told(MONDAY)
        assert not told(WEDNESDAY)
        assert Notice.objects.get().state == "sent"

    def test_what_is_answered_before_it_was_sent_is_withdrawn(
        self, raise_concern, responding_manager, iro
    ):
        dispute = raise_concern(on=MONDAY)
        owe_notices(on=MONDAY)
        to = {"on": MONDAY, "at": at(MONDAY), "by": responding_manager}
        answer_dispute(dispute, answer="disagrees", text="No.", **to)
        assert set(told(MONDAY)) == {iro.email}
        assert states() == {"to_answer": "withdrawn", "answered": "sent"}

    def test_what_is_taken_further_or_closed_is_withdrawn(
        self, raise_concern, responding_manager, iro, director, practice_manager
    ):
        dispute = raise_concern(on=MONDAY)
        owe_notices(on=SILENT_FROM)
        to = {"on": SILENT_FROM, "at": at(SILENT_FROM), "by": iro}
        escalate(dispute, stage=1, text="No answer.", asked=director, **to)
        dispute.refresh_from_db()
        assert set(told(SILENT_FROM)) == {director.email}
        owe_notices(on=date(2017, 7, 19))
        close(dispute, outcome="withdrawn", what_changed="Nothing.", **to)
        assert not told(date(2017, 7, 19))
        assert set(states().values()) == {"withdrawn", "sent"}
        assert [one.to for one in Notice.objects.sent()] == [director]

    def test_a_weeks_outage_is_one_mail_a_person_and_the_newest_stage(
        self, raise_concern, iro, responding_manager, practice_manager
    ):
        """Nothing ran from Monday 3 to Thursday 20 July."""
        for day in (MONDAY, WEDNESDAY, date(2017, 7, 13), date(2017, 7, 18)):
            raise_concern(on=day, stage=1)
        assert {to: message.subject for to, message in told(date(2017, 7, 20)).items()} == {
            responding_manager.email: "Overdue: 2 disputes to answer; due: 1 dispute to answer; "
            "coming up: 1 dispute to answer",
            iro.email: "Overdue: 2 disputes without an answer",
            practice_manager.email: "Overdue: 2 disputes without an answer",
        }

    def test_the_database_keeps_one_of_a_kind_for_a_step_and_a_day(self, raise_concern, iro):
        step = raise_concern(on=MONDAY).steps.get()
        fields = {"kind": "dispute_due", "review": None, "step": step, "to": iro}
        NoticeFactory(**fields)
        with pytest.raises(IntegrityError, match="one_notice_of_each_kind_a_step"):
            NoticeFactory(**fields | {"to": UserFactory()})

    @pytest.mark.parametrize("kind", ["record_due", "weekly_digest", "dispute_due"])
    def test_a_notice_is_about_a_review_a_dispute_or_the_week(self, raise_concern, kind):
        step = raise_concern(on=MONDAY).steps.get()
        review = HeldReviewFactory()
        right = {"record_due": (review, None), "dispute_due": (None, step)}.get(kind, (None, None))
        for about in [(review, step), (review, None), (None, step), (None, None)]:
            fields = dict(zip(("review", "step"), about, strict=True))
            if about == right:
                assert NoticeFactory(kind=kind, **fields).pk
                continue
            with (
                pytest.raises(IntegrityError, match="notice_is_about_one_thing"),
                transaction.atomic(),
            ):
                NoticeFactory(kind=kind, **fields)


class TestTryingAgain:
    def test_it_goes_to_whoever_the_child_has_now(
        self, raise_concern, child, iro, other_iro, practice_manager
    ):
        raise_concern(on=MONDAY)
        owe_notices(on=SILENT_FROM)
        notice = Notice.objects.get(kind="dispute_silent")
        Notice.objects.update(attempts=8, attempted_at=at(SILENT_FROM), error="Left.")
        iro.allocations.update(ended_on=SILENT_FROM)
        AllocationFactory(child=child, iro=other_iro, started_on=SILENT_FROM)
        try_again(notice, at=at(SILENT_FROM))
        assert (notice.to, notice.state) == (other_iro, "sent")
        assert f"The child's IRO is {iro}" not in mail.outbox[0].body

    def test_the_managers_stays_theirs(self, raise_concern, responding_manager):
        raise_concern(on=MONDAY)
        owe_notices(on=MONDAY)
        Notice.objects.update(attempts=1, attempted_at=at(MONDAY), error="No.")
        notice = Notice.objects.get()
        try_again(notice, at=at(MONDAY))
        assert (notice.to, notice.state) == (responding_manager, "sent")


class TestWhatWasSent:
    @pytest.fixture
    def page(self, client_for, practice_manager):
        """The page's words, their white space made plain."""
        client = client_for(practice_manager)

        def read(query=""):
            response = client.get(f"{reverse('notices')}?{query}")
            assert response.status_code == 200
            return " ".join(response.content.decode().split())

        return read

    def test_it_shows_the_child_the_matter_and_whom_it_was_sent_to(
        self, raise_concern, page, child, responding_manager
    ):
        raise_concern(on=date(2017, 7, 19))
        told(date(2017, 7, 20))
        text = page()
        assert f'href="/children/{child.pk}/">{child}</a>' in text
        assert 'Dispute to answer <span class="house-quiet">due by 26 July 2017' in text
        assert f'data-label="To">{responding_manager}<' in text
        assert "1 notice<" in text

    def test_an_answer_is_since_its_day(self, raise_concern, page, responding_manager):
        dispute = raise_concern(on=MONDAY)
        to = {"on": WEDNESDAY, "at": at(WEDNESDAY), "by": responding_manager}
        answer_dispute(dispute, answer="disagrees", text="No.", **to)
        owe_notices(on=WEDNESDAY)
        assert 'Dispute answered <span class="house-quiet">since 5 July 2017' in page()
        assert "1 notice<" in page("kind=dispute_answered")
        assert "1 notice<" not in page("kind=dispute_due")

    def test_children_are_in_order_whatever_it_is_about(
        self, raise_concern, client_for, practice_manager, child
    ):
        type(child).objects.filter(pk=child.pk).update(family_name="Marsh")
        step = raise_concern(on=MONDAY).steps.get()
        marsh = NoticeFactory(kind="dispute_due", review=None, step=step)
        adams = NoticeFactory(review__period__child__family_name="Adams")
        young = NoticeFactory(review__period__child__family_name="Young")
        client = client_for(practice_manager)
        shown = client.get(f"{reverse('notices')}?sort=child").context["page"]
        assert list(shown) == [adams, marsh, young]
        shown = client.get(f"{reverse('notices')}?sort=-child").context["page"]
        assert list(shown) == [young, marsh, adams]
        file = client.get(reverse("notices_download"), {"sort": "child"}).content.decode()
        assert f"{child.reference},{child.given_name} Marsh,Answer to a dispute due" in file

    def test_it_asks_no_more_for_many_than_for_one(
        self, raise_concern, page, django_assert_max_num_queries
    ):
        def a_notice():
            step = raise_concern(on=MONDAY).steps.get()
            NoticeFactory(kind="dispute_due", review=None, step=step)

        a_notice()
        with django_assert_max_num_queries(100) as one:
            page()
        for _ in range(5):
            a_notice()
        with django_assert_max_num_queries(len(one)):
            page()


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_owe_one_notice_and_send_one_mail(
    raise_concern, responding_manager, iro, practice_manager
):
    for _ in range(3):
        raise_concern(on=MONDAY, stage=1)
    start, faults = threading.Barrier(2), []

    def work():
        try:
            start.wait(timeout=10)
            owe_notices(on=SILENT_FROM)
            send_notices(at=at(SILENT_FROM))
        except Exception as fault:
            faults.append(fault)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=30)
    assert not faults
    assert Notice.objects.count() == 9
    people = (responding_manager, iro, practice_manager)
    assert sorted(one.to[0] for one in mail.outbox) == sorted(one.email for one in people)
