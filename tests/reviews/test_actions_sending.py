"""Copies go out once each; whoever is to get nothing gets none; what comes back goes again."""

from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction

from iro_service.refusals import Refusal
from reviews.actions.recipients import add_recipient, change_recipient, remove_recipient
from reviews.actions.sending import distribute_record, mark_came_back
from reviews.models import Recipient, Record
from tests.factories import HeldReviewFactory, RecipientFactory, RecordFactory

TODAY, TOMORROW = date(2017, 7, 20), date(2017, 7, 21)
GRANDAD = {"name": "Grandad", "role": "other_family", "what": "full", "how": "post"}


@pytest.fixture
def record(period, iro):
    """The record of Ella's review of 10 July 2017, completed on 19 July."""
    review = HeldReviewFactory(period=period, held_on=date(2017, 7, 10))
    return RecordFactory(review=review, completed_on=date(2017, 7, 19), completed_by=iro)


@pytest.fixture
def mother(record):
    return RecipientFactory(record=record, name="Ann Brown")


@pytest.fixture
def school(record):
    return RecipientFactory(record=record, name="Hill School", role="school", what="decisions")


@pytest.fixture
def father(record):
    return RecipientFactory(
        record=record, name="Lee Brown", role="father", what="nothing", why="Court order of 3 May"
    )


def test_the_record_is_distributed_with_its_last_copy(
    record, mother, school, father, business_support
):
    distribute_record(record, to=[mother.pk], on=TODAY, by=business_support)
    record.refresh_from_db()
    assert record.distributed_on is None
    distribute_record(record, to=[school.pk], on=TOMORROW, by=business_support)
    record.refresh_from_db()
    assert (record.distributed_on, record.distributed_by) == (TOMORROW, business_support)
    assert record.distributed_to == (
        "Ann Brown (Mother). The decisions only: Hill School (School or early years). "
        "Nothing: Lee Brown (Father)"
    )
    assert not Record.objects.to_send().exists()


def test_one_click_sends_all_but_to_whoever_gets_nothing(
    record, mother, school, father, business_support
):
    distribute_record(record, on=TODAY, by=business_support)
    sent = dict(Recipient.objects.values_list("name", "sent_on"))
    assert sent == {"Ann Brown": TODAY, "Hill School": TODAY, "Lee Brown": None}


def test_whoever_gets_nothing_cannot_be_marked_even_by_number(
    record, mother, father, business_support
):
    with pytest.raises(Refusal, match=r"Lee Brown \(Father\) is to get nothing: Court order"):
        distribute_record(record, to=[mother.pk, father.pk], on=TODAY, by=business_support)
    assert not Recipient.objects.filter(sent_on__isnull=False).exists()
    with pytest.raises(IntegrityError, match="nothing_is_not_sent"), transaction.atomic():
        Recipient.objects.filter(pk=father.pk).update(sent_on=TODAY, sent_by=business_support)


def test_a_copy_is_sent_once(record, mother, school, business_support, iro):
    distribute_record(record, to=[mother.pk], on=TODAY, by=business_support)
    with pytest.raises(Refusal, match=f"already marked as sent by {business_support}"):
        distribute_record(record, to=[mother.pk], on=TOMORROW, by=iro)
    mother.refresh_from_db()
    assert (mother.sent_on, mother.sent_by) == (TODAY, business_support)


@pytest.mark.parametrize("on", [date(2017, 7, 18), date(2017, 7, 10)])
def test_a_record_is_not_sent_before_it_was_completed(record, mother, business_support, on):
    with pytest.raises(Refusal, match="before the day it was completed"):
        distribute_record(record, on=on, by=business_support)


def test_only_a_completed_record_is_sent(period, business_support):
    copy = RecipientFactory(record__review=HeldReviewFactory(period=period))
    with pytest.raises(Refusal, match="not completed yet"):
        distribute_record(copy.record, on=TODAY, by=business_support)


def test_a_record_without_a_list_is_not_sent_to_anybody(record, business_support):
    with pytest.raises(Refusal, match="no distribution list yet"):
        distribute_record(record, on=TODAY, by=business_support)


def test_a_copy_that_came_back_is_to_send_again(record, mother, business_support):
    distribute_record(record, on=TODAY, by=business_support)
    returned = mark_came_back(mother, on=TOMORROW, by=business_support)
    assert (returned.sent_on, returned.came_back_on, returned.is_back) == (None, TOMORROW, True)
    assert list(Record.objects.to_send()) == [record]
    record.refresh_from_db()
    assert record.distributed_on == TODAY  # the first sending stands
    with pytest.raises(Refusal, match="already marked as come back"):
        mark_came_back(mother, on=TOMORROW, by=business_support)
    distribute_record(record, to=[mother.pk], on=TOMORROW, by=business_support)
    assert not Record.objects.to_send().exists()


def test_what_was_never_sent_cannot_come_back(mother, business_support):
    with pytest.raises(Refusal, match="No copy was sent to Ann Brown"):
        mark_came_back(mother, on=TODAY, by=business_support)


def test_a_person_added_after_the_record_went_is_sent_a_copy_too(
    record, mother, business_support, iro
):
    distribute_record(record, on=TODAY, by=business_support)
    add_recipient(record, answers=GRANDAD, by=iro)
    assert list(Record.objects.to_send()) == [record]


def test_nobody_is_on_the_list_twice(record, mother, iro):
    same = {"name": "Ann Brown", "role": "mother", "what": "full", "how": "post"}
    with pytest.raises(Refusal, match=r"Ann Brown .* is on the list already"):
        add_recipient(record, answers=same, by=iro)
    assert record.recipients.count() == 1


def test_what_was_sent_stays_on_the_list(record, mother, school, business_support, iro):
    distribute_record(record, to=[mother.pk], on=TODAY, by=business_support)
    nothing = {"name": "Ann Brown", "role": "mother", "what": "nothing", "why": "Too late"}
    with pytest.raises(Refusal, match="What was sent stays on the list"):
        change_recipient(mother, answers=nothing, on=TODAY, by=iro)
    with pytest.raises(Refusal, match="What was sent stays on the list"):
        remove_recipient(mother, on=TODAY, by=iro)
    assert Recipient.objects.get(pk=mother.pk).what == "full"


def test_taking_off_the_last_one_waiting_leaves_the_record_distributed(
    record, mother, school, business_support, iro
):
    distribute_record(record, to=[mother.pk], on=TODAY, by=business_support)
    remove_recipient(school, on=TOMORROW, by=iro)
    record.refresh_from_db()
    assert (record.distributed_on, record.distributed_to) == (TOMORROW, "Ann Brown (Mother)")


def test_a_completed_record_keeps_somebody_who_gets_it(record, mother, father, iro):
    with pytest.raises(Refusal, match="nobody would get this record"):
        remove_recipient(mother, on=TODAY, by=iro)
    assert Recipient.objects.filter(pk=mother.pk).exists()


def test_two_queues_one_copy_waiting_are_one_row(record, mother, school, business_support):
    assert list(Record.objects.to_send()) == [record]


def both_at_once(*deeds) -> list[str]:
    """What each of the deeds, done at the same moment by its own person, came to."""
    start, came_to = Barrier(len(deeds)), [""] * len(deeds)

    def run(n, deed):
        try:
            start.wait(timeout=30)
            deed()
            came_to[n] = "done"
        except Refusal as refusal:
            came_to[n] = refusal.sentence
        finally:
            connection.close()

    threads = [Thread(target=run, args=(n, deed)) for n, deed in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return came_to


@pytest.mark.django_db(transaction=True)
def test_of_two_who_mark_the_same_copy_one_is_told(record, mother, school, iro, business_support):
    came_to = both_at_once(
        lambda: distribute_record(record, to=[mother.pk], on=TODAY, by=iro),
        lambda: distribute_record(record, to=[mother.pk], on=TODAY, by=business_support),
    )
    mother.refresh_from_db()
    first = mother.sent_by
    assert sorted(came_to)[0].startswith(
        f"The copy for Ann Brown was already marked as sent by {first}"
    )
    assert sorted(came_to)[1] == "done"


@pytest.mark.django_db(transaction=True)
def test_the_last_two_copies_marked_at_once_leave_the_record_distributed(
    record, mother, school, iro, business_support
):
    came_to = both_at_once(
        lambda: distribute_record(record, to=[mother.pk], on=TODAY, by=iro),
        lambda: distribute_record(record, to=[school.pk], on=TODAY, by=business_support),
    )
    assert came_to == ["done", "done"]
    record.refresh_from_db()
    assert record.distributed_on == TODAY
