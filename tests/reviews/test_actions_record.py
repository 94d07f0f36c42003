"""The record: written without overwriting, completed once, sent once."""

from datetime import UTC, date, datetime
from threading import Barrier, Thread

import pytest
from django.db import InternalError, connection, transaction

from iro_service.refusals import Refusal
from reviews.actions.record import (
    DEFAULT_TO,
    WrittenMeanwhile,
    complete_record,
    distribute_record,
    write_record,
)
from reviews.models import Record
from tests.factories import HeldReviewFactory, RecordFactory

AT = datetime(2017, 7, 20, 13, 2, tzinfo=UTC)
TODAY = date(2017, 7, 20)


@pytest.fixture
def record(period):
    """The record of Ella's review of 10 July 2017, with nothing written yet."""
    review = HeldReviewFactory(period=period, held_on=date(2017, 7, 10))
    return RecordFactory(review=review, discussion="")


def test_writing_counts_the_version_and_says_who_wrote(record, iro):
    saved = write_record(
        record, version=0, sections={"discussion": "School", "completed_on": "x"}, at=AT, by=iro
    )
    assert (saved.version, saved.discussion) == (1, "School")
    assert (saved.written_by, saved.written_at) == (iro, AT)
    assert saved.completed_on is None


def test_a_second_writer_is_told_whose_words_would_go(record, iro, practice_manager):
    write_record(record, version=0, sections={"discussion": "Hers"}, at=AT, by=iro)
    with pytest.raises(WrittenMeanwhile, match=f"{iro} saved this record at 14:02") as told:
        write_record(record, version=0, sections={"discussion": "His"}, at=AT, by=practice_manager)
    assert told.value.record.discussion == "Hers"
    assert Record.objects.get().discussion == "Hers"


def test_a_record_needs_its_discussion_before_it_is_completed(record, iro):
    with pytest.raises(Refusal, match="Write the discussion"):
        complete_record(record, on=TODAY, by=iro)
    assert Record.objects.get().completed_on is None


def test_a_record_is_completed_once_and_then_only_read(record, iro, practice_manager):
    record = write_record(record, version=0, sections={"discussion": "School"}, at=AT, by=iro)
    done = complete_record(record, version=1, on=TODAY, by=iro)
    assert (done.completed_on, done.completed_by, done.completed_in_time) == (TODAY, iro, True)
    for deed in (
        lambda: complete_record(done, on=TODAY, by=practice_manager),
        lambda: write_record(done, version=1, sections={"discussion": ""}, at=AT, by=iro),
    ):
        with pytest.raises(Refusal, match=f"completed by {iro} on 20 July 2017"):
            deed()
    assert Record.objects.get().discussion == "School"


def test_not_even_the_database_changes_a_completed_record(record, iro):
    record = write_record(record, version=0, sections={"discussion": "School"}, at=AT, by=iro)
    complete_record(record, on=TODAY, by=iro)
    with pytest.raises(InternalError, match="completed_stays"), transaction.atomic():
        Record.objects.update(care_plan="Something else")
    assert Record.objects.get().care_plan == ""


def test_what_is_completed_is_what_was_read(record, iro, practice_manager):
    write_record(record, version=0, sections={"discussion": "Read"}, at=AT, by=iro)
    write_record(record, version=1, sections={"discussion": "Changed"}, at=AT, by=practice_manager)
    with pytest.raises(WrittenMeanwhile):
        complete_record(record, version=1, on=TODAY, by=iro)
    assert Record.objects.get().completed_on is None


def test_a_record_is_not_completed_before_its_review(record, iro):
    with pytest.raises(Refusal, match="before its review"):
        complete_record(record, on=date(2017, 7, 9), by=iro)


def test_only_a_completed_record_is_sent(record, business_support):
    with pytest.raises(Refusal, match="not completed yet"):
        distribute_record(record, to="", on=TODAY, by=business_support)


def test_a_record_is_sent_once(record, iro, business_support):
    record = write_record(record, version=0, sections={"discussion": "School"}, at=AT, by=iro)
    record = complete_record(record, on=TODAY, by=iro)
    sent = distribute_record(record, to="", on=TODAY, by=business_support)
    assert (sent.distributed_on, sent.distributed_by) == (TODAY, business_support)
    assert sent.distributed_to == DEFAULT_TO
    with pytest.raises(Refusal, match=f"already marked as sent by {business_support}"):
        distribute_record(sent, to="Grandad", on=TODAY, by=iro)
    assert Record.objects.get().distributed_to == DEFAULT_TO


def test_a_record_is_not_sent_before_it_was_completed(record, iro):
    record = write_record(record, version=0, sections={"discussion": "School"}, at=AT, by=iro)
    record = complete_record(record, on=TODAY, by=iro)
    with pytest.raises(Refusal, match="before the day it was completed"):
        distribute_record(record, to="", on=date(2017, 7, 19), by=iro)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_at_once_neither_loses_a_word(record, iro, practice_manager):
    start, told = Barrier(2), {}

    def save(person, words):
        try:
            mine = Record.objects.get(pk=record.pk)
            start.wait(timeout=30)
            write_record(mine, version=0, sections={"discussion": words}, at=AT, by=person)
            told[words] = "saved"
        except WrittenMeanwhile as meanwhile:
            told[words] = meanwhile.record.discussion
        finally:
            connection.close()

    threads = [
        Thread(target=save, args=(iro, "Hers")),
        Thread(target=save, args=(practice_manager, "His")),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    kept = Record.objects.get().discussion
    other = {"Hers": "His", "His": "Hers"}[kept]
    assert told == {kept: "saved", other: kept}
