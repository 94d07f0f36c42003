"""The record: written without overwriting, in either style, and completed once."""

from datetime import UTC, date, datetime
from threading import Barrier, Thread

import pytest
from django.db import InternalError, connection, transaction

from iro_service.refusals import Refusal
from reviews.actions.record import WrittenMeanwhile, complete_record, write_record
from reviews.models import Record
from tests.factories import (
    DecisionFactory,
    HeldReviewFactory,
    OutcomeFormFactory,
    RecipientFactory,
    RecordFactory,
)

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


def test_a_letter_begins_with_what_the_outcome_form_knows(record, iro):
    OutcomeFormFactory(
        review=record.review,
        attendees=["mother", "carer", "social_worker"],
        others_attending="Auntie Jo",
    )
    DecisionFactory(review=record.review, text="Ella goes to swimming", owner="The carer")
    letter = write_record(record, version=0, sections={}, style="letter", at=AT, by=iro).letter
    for words in (
        "Dear Ella,",
        "We met on Monday 10 July 2017.",
        "Your mum, the people who look after you, your social worker and Auntie Jo came.",
        "You were there too. Thank you for telling us what you think.",
        "You and I also talked, just the two of us.",
        "- Ella goes to swimming. The carer will do this by 1 September 2017.",
        "Your Independent Reviewing Officer",
    ):
        assert words in letter


def test_changing_the_style_loses_nothing(record, iro):
    record = write_record(record, version=0, sections={"discussion": "Ours"}, at=AT, by=iro)
    record = write_record(record, version=1, sections={}, style="letter", at=AT, by=iro)
    assert record.is_letter
    mine = {"letter": "Dear Ella, it went well."}
    record = write_record(record, version=2, sections=mine, style="sections", at=AT, by=iro)
    assert (record.style, record.discussion) == ("sections", "Ours")
    record = write_record(record, version=3, sections={}, style="letter", at=AT, by=iro)
    assert record.letter == mine["letter"]


@pytest.mark.parametrize(
    ("letter", "sentence"),
    [
        ("", "Write the letter before"),
        (" \n ", "Write the letter before"),
        ("Dear Ella, [Say here what Ella told you.]", r"fill in or take out: \[Say here what"),
    ],
)
def test_a_letter_is_completed_only_when_all_of_it_is_said(record, iro, letter, sentence):
    Record.objects.update(style="letter", letter=letter, discussion="The other style's text")
    with pytest.raises(Refusal, match=sentence):
        complete_record(record, on=TODAY, by=iro)
    assert Record.objects.get().completed_on is None


def test_the_other_styles_text_does_not_complete_a_record(record, iro):
    Record.objects.update(style="sections", letter="Dear Ella, it went well.")
    with pytest.raises(Refusal, match="Write the discussion"):
        complete_record(record, on=TODAY, by=iro)


def test_a_record_is_not_completed_when_nobody_would_get_it(record, iro):
    Record.objects.update(discussion="School")
    RecipientFactory(record=record, what="nothing")
    with pytest.raises(Refusal, match="Nobody on the list gets this record"):
        complete_record(record, on=TODAY, by=iro)
    assert Record.objects.get().completed_on is None


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


@pytest.mark.django_db(transaction=True)
def test_of_two_who_complete_at_once_one_is_told(record, iro, practice_manager):
    Record.objects.update(discussion="School")
    start, told = Barrier(2), {}

    def complete(person):
        try:
            mine = Record.objects.get(pk=record.pk)
            start.wait(timeout=30)
            complete_record(mine, version=0, on=TODAY, by=person)
            told[person] = "completed"
        except Refusal as refusal:
            told[person] = refusal.sentence
        finally:
            connection.close()

    threads = [Thread(target=complete, args=(one,)) for one in (iro, practice_manager)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    first = Record.objects.select_related("completed_by").get().completed_by
    other = practice_manager if first == iro else iro
    assert told[first] == "completed"
    assert f"completed by {first} on 20 July 2017" in told[other]
    roles = list(record.recipients.values_list("role", flat=True))
    assert len(roles) == len(set(roles)) > 0  # the list is made once
