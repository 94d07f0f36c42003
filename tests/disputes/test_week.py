"""The weekly mails tell of disputes: what waits, what nobody answered, what was agreed."""

from datetime import date

import pytest
from django.core import mail

from disputes.actions.answering import Promise, answer_dispute
from disputes.actions.closing import accept
from reviews.actions.notices import owe_digests, send_notices
from reviews.models import DecisionSheet, Notice
from tests.disputes.conftest import at
from tests.factories import HeldReviewFactory

pytestmark = pytest.mark.django_db
MONDAY = date(2017, 7, 17)


@pytest.fixture
def week():
    """The weekly mails that leave on Monday 17 July 2017, by whom they are to."""

    def send() -> dict[str, str]:
        owe_digests(on=MONDAY)
        send_notices(at=at(MONDAY))
        return {message.to[0]: message.body for message in mail.outbox}

    return send


def test_the_iro_reads_where_each_stands_and_what_follows(
    raise_concern, iro, responding_manager, child, week
):
    raise_concern(on=date(2017, 7, 3), stage=1)
    raise_concern(on=date(2017, 7, 14))
    answered, agreed = raise_concern(on=date(2017, 7, 5)), raise_concern(on=date(2017, 7, 6))
    on = date(2017, 7, 10)
    to = {"on": on, "at": at(on), "by": responding_manager}
    answer_dispute(answered, answer="disagrees", text="No.", **to)
    promises = [Promise("A plan.", "The team", date(2017, 7, 14))]
    answer_dispute(agreed, answer="agrees", promises=promises, **to)
    agreed.refresh_from_db()
    accept(agreed, on=on, at=at(on), by=iro)
    lines = [line for line in week()[iro.email].splitlines() if line.startswith("* ")]
    asked = f"asked: {responding_manager}"
    assert lines == [
        f"* Child {child.reference}: no answer by 10 July 2017. Taking it further is proposed, to "
        f"stage 2, Service manager. Stage 1 of 4, Team manager; {asked}. The 20 working days end "
        "on 31 July 2017.",
        f"* Child {child.reference}: answered, yours to decide. Informal; {asked}.",
        f"* Child {child.reference}: 1 agreed action is past the day set for it.",
        f"* Child {child.reference}: answer due by 21 July 2017. Informal; {asked}.",
    ]


def test_the_practice_manager_reads_what_is_overdue_in_numbers_and_one_by_one(
    raise_concern, iro, responding_manager, practice_manager, child, week
):
    raise_concern(on=date(2017, 6, 12), stage=1)
    raise_concern(on=date(2017, 7, 14))
    told = week()[practice_manager.email]
    assert (
        "Disputes\n\n* Not settled: 2. Without an answer in time: 1. Past the 20 working days: 1.\n"
        f"* Child {child.reference}: no answer from {responding_manager} by 19 June 2017. The 20 "
        f"working days ended on 10 July 2017. IRO: {iro}.\n"
    ) in told


def test_a_manager_reads_what_they_have_to_answer(
    raise_concern, iro, responding_manager, director, child, week
):
    raise_concern(on=date(2017, 7, 3))
    raise_concern(on=date(2017, 7, 14), stage=4, asked=director)
    sheet = DecisionSheet.objects.create(
        review=HeldReviewFactory(held_on=date(2017, 7, 12)), due_on=date(2017, 7, 19),
        manager=responding_manager, sent_on=date(2017, 7, 13), sent_by=iro,
        answer_due_on=date(2017, 7, 20),
    )  # fmt: skip
    told = week()
    assert (
        "To answer\n\n"
        f"* Child {child.reference}: dispute, was to be answered by 10 July 2017.\n"
        f"* Child {sheet.review.child.reference}: decisions of a review, to answer by 20 July "
        "2017.\n"
    ) in told[responding_manager.email]
    assert f"* Child {child.reference}: dispute, to answer by 21 July 2017." in told[director.email]
    assert child.family_name not in told[responding_manager.email]


def test_who_has_nothing_to_answer_or_to_decide_gets_none(
    raise_concern, iro, other_iro, practice_manager, responding_manager, director, group_manager
):
    dispute = raise_concern(on=date(2017, 7, 14))
    owe_digests(on=MONDAY)
    assert {one.to for one in Notice.objects.all()} == {iro, responding_manager}
    Notice.objects.all().delete()
    accept(dispute, text="By word.", on=MONDAY, at=at(MONDAY), by=iro)
    owe_digests(on=MONDAY)
    assert not Notice.objects.exists()


def test_it_asks_no_more_for_many_than_for_one(
    raise_concern, iro, practice_manager, week, django_assert_max_num_queries
):
    raise_concern(on=date(2017, 7, 3), stage=1)
    with django_assert_max_num_queries(100) as one:
        week()
    Notice.objects.all().delete()
    for _ in range(5):
        raise_concern(on=date(2017, 7, 3), stage=1)
    with django_assert_max_num_queries(len(one)):
        week()
