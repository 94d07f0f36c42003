"""The record's pages: written over several sittings, read through, completed."""

from datetime import date

import pytest
from django.urls import reverse

from cohort.models import Child
from reviews.models import Draft, Record
from tests.factories import (
    AllocationFactory,
    DecisionFactory,
    HeldReviewFactory,
    RecordFactory,
)

TEXTS = {
    "since_last_review": "Ella moved school.",
    "wishes_and_feelings": "“I want to see Grandad.”",
    "discussion": "The move, and Grandad.",
    "care_plan": "Stays as it is.",
}


@pytest.fixture
def record(period, iro):
    """The record of Ella's review of 10 July 2017, with nothing written yet."""
    AllocationFactory(child=period.child, iro=iro, started_on=date(2017, 6, 23))
    review = HeldReviewFactory(period=period, held_on=date(2017, 7, 10), chair=iro)
    return RecordFactory(review=review, discussion="")


@pytest.fixture
def write(record, iro, client_for):
    """Save the record as the child's IRO."""

    def send(by=iro, **changes):
        page = reverse("record", args=[record.review_id])
        return client_for(by).post(page, {**TEXTS, "version": "0", **changes}, follow=True)

    return send


def words(response) -> str:
    return " ".join(response.content.decode().split())


def test_what_is_written_is_kept_and_the_clock_is_told(write, record):
    assert "Saved. The record is due by Monday 7 August 2017." in words(write())
    record.refresh_from_db()
    assert {name: getattr(record, name) for name in TEXTS} == TEXTS
    assert record.version == 1


def test_a_record_may_be_saved_half_written(write, record):
    write(discussion="", care_plan="")
    record.refresh_from_db()
    assert record.since_last_review == "Ella moved school."


def test_last_times_text_and_the_decisions_are_at_hand(record, iro, client_for):
    before = HeldReviewFactory(period=record.review.period, held_on=date(2017, 7, 3))
    RecordFactory(review=before, discussion="Last time: the swimming club.")
    DecisionFactory(review=record.review, number=1, text="A bus pass for Ella")
    page = words(client_for(iro).get(reverse("record", args=[record.review_id])))
    assert "Last time, 3 July 2017" in page
    assert "Last time: the swimming club." in page
    assert "A bus pass for Ella" in page


def test_a_second_writer_sees_both_versions_and_loses_neither(write, record, iro, practice_manager):
    write()
    page = write(by=practice_manager, discussion="Only the school.")
    text = words(page)
    assert f"{iro} saved this record at " in text
    assert f"{iro} saved this here:" in text
    assert "The move, and Grandad." in text
    assert "Only the school." in text
    assert text.count("saved this here:") == 1  # the other parts do not differ
    record.refresh_from_db()
    assert record.discussion == "The move, and Grandad."
    version = page.context["form"]["version"].value()
    write(by=practice_manager, discussion="Both.", version=version)
    record.refresh_from_db()
    assert (record.discussion, record.version) == ("Both.", 2)


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        (
            {"discussion": "x" * 100_000},
            "discussion",
            "What was discussed must be 20,000 characters or fewer. It is 80,000 over",
        ),
        ({"version": "x"}, "version", "Open the record again from the review's page, then save"),
        (
            {"version": "9" * 30},
            "version",
            "Open the record again from the review's page, then save",
        ),
    ],
)
def test_bad_input_gets_a_sentence_and_keeps_the_words(write, record, changes, field, sentence):
    page = write(**changes)
    assert page.context["form"].errors[field] == [sentence]
    assert sentence.replace("'", "&#x27;") in words(page)
    assert changes.get("discussion", TEXTS["discussion"]) in page.content.decode()
    record.refresh_from_db()
    assert record.version == 0


def test_nul_is_refused(write):
    page = write(care_plan="a\x00b")
    assert "cannot be saved" in str(page.context["form"].errors["care_plan"])


def test_scripts_in_words_and_names_are_shown_and_not_run(write, record, iro, client_for):
    evil = "<script>alert(1)</script>"
    Child.objects.update(given_name=evil)
    DecisionFactory(review=record.review, text=evil, owner=evil)
    write(discussion=evil)
    for page in ("record", "record_preview", "review", "record_distribute"):
        shown = client_for(iro).get(reverse(page, args=[record.review_id]))
        assert shown.status_code == 200
        assert "<script>alert" not in shown.content.decode()
        assert "&lt;script&gt;alert(1)" in shown.content.decode()


def test_it_is_read_through_and_then_completed_once(write, record, iro, client_for):
    page = words(write(preview="1"))
    assert "What we talked about at the review" in page
    assert "“I want to see Grandad.”" in page
    assert "Complete the record" in page
    client, complete = client_for(iro), reverse("record_complete", args=[record.review_id])
    done = words(client.post(complete, {"version": "1"}, follow=True))
    assert "Completed in time." in done
    assert "to be sent by Monday 7 August 2017" in done
    record.refresh_from_db()
    assert (record.completed_on, record.completed_by) == (date(2017, 7, 20), iro)
    assert client.post(complete, {"version": "1"}).status_code == 409
    assert client.get(complete).status_code == 405
    again = client.get(reverse("record", args=[record.review_id]), follow=True)
    assert "What we talked about at the review" in words(again)
    assert "Complete the record" not in words(again)
    refused = write(discussion="Something else", version="1")
    assert refused.status_code == 409
    record.refresh_from_db()
    assert record.discussion == TEXTS["discussion"]


def test_what_is_typed_is_kept_beside_the_record_until_it_is_saved(
    write, record, iro, practice_manager, client_for
):
    answer = write(autosave="1", discussion="Half a sen\x00")
    assert set(answer.json()) == {"saved"}
    record.refresh_from_db()
    assert (record.version, record.discussion) == (0, "")
    page = reverse("record", args=[record.review_id])
    again = words(client_for(iro).get(page))
    assert "Half a sen\N{REPLACEMENT CHARACTER}" in again
    assert "Press Save to put it into the record" in again
    assert "Half a sen" not in words(client_for(practice_manager).get(page))
    write()
    assert not Draft.objects.exists()


def test_words_kept_from_before_do_not_overwrite_what_was_saved_since(
    write, record, iro, practice_manager, client_for
):
    write(autosave="1", discussion="Mine")
    write(by=practice_manager, discussion="Saved since")
    form = client_for(iro).get(reverse("record", args=[record.review_id])).context["form"]
    page = write(discussion=form["discussion"].value(), version=form["version"].value())
    assert "Saved since" in words(page)
    assert "Mine" in words(page)
    record.refresh_from_db()
    assert record.discussion == "Saved since"


def test_nothing_half_written_is_left_once_the_record_is_completed(
    write, record, iro, practice_manager, client_for
):
    write()
    write(by=practice_manager, autosave="1")
    complete = reverse("record_complete", args=[record.review_id])
    client_for(iro).post(complete, {"version": "1"})
    assert not Draft.objects.exists()
    assert write(by=practice_manager, autosave="1").status_code == 409
    assert not Draft.objects.exists()


@pytest.mark.parametrize("version", ["", "x", "0", "9" * 30])
def test_a_record_changed_since_it_was_read_is_not_completed(
    write, record, iro, client_for, version
):
    write()
    complete = reverse("record_complete", args=[record.review_id])
    assert client_for(iro).post(complete, {"version": version}).status_code == 409
    record.refresh_from_db()
    assert record.completed_on is None


def test_the_reading_age_stands_beside_the_childs_age(write):
    page = words(write(discussion="You like your school and your new home. " * 8, preview="1"))
    assert "Ella is 7." in page
    assert "Reading age: about 5 years." in page
    assert "hard for Ella" not in page


def test_without_a_discussion_there_is_no_button_to_complete(write, record, iro, client_for):
    page = words(write(discussion="  ", preview="1"))
    assert "Write what was discussed before the record can be completed" in page
    complete = reverse("record_complete", args=[record.review_id])
    assert client_for(iro).post(complete, {"version": "1"}).status_code == 409


@pytest.mark.parametrize("page", ["record", "record_preview", "record_distribute"])
@pytest.mark.parametrize(
    ("role", "statuses"),
    [("other_iro", {404}), ("business_support", {403, 404}), ("responding_manager", {404})],
)
def test_a_stranger_is_turned_away_from_a_record_not_completed(
    record, client_for, request, page, role, statuses
):
    client = client_for(request.getfixturevalue(role))
    assert client.get(reverse(page, args=[record.review_id])).status_code in statuses


def test_the_group_manager_reads_it_and_does_not_write(record, group_manager, client_for):
    client = client_for(group_manager)
    preview = client.get(reverse("record_preview", args=[record.review_id]))
    assert preview.status_code == 200
    assert "Go on writing" not in words(preview)
    complete = reverse("record_complete", args=[record.review_id])
    assert client.post(complete, {"version": "0"}).status_code == 403
    assert Record.objects.get().completed_on is None


def test_the_style_changes_on_the_page_and_both_texts_are_kept(write, record, iro, client_for):
    page = words(write(switch="letter"))
    assert "Dear Ella," in page
    record.refresh_from_db()
    assert (record.is_letter, record.discussion) == (True, TEXTS["discussion"])
    url = reverse("record", args=[record.review_id])
    mine = {"letter": "Dear Ella, you did well.", "style": "letter", "version": "1"}
    back = client_for(iro).post(url, {**mine, "switch": "sections"}, follow=True)
    assert TEXTS["discussion"] in words(back)
    record.refresh_from_db()
    assert (record.style, record.letter) == ("sections", mine["letter"])


def test_a_letter_typed_and_not_saved_is_kept(write, record, iro, client_for):
    write(switch="letter")
    url = reverse("record", args=[record.review_id])
    half = {"letter": "Dear Ella, half a sen", "style": "letter", "version": "1"}
    assert set(client_for(iro).post(url, {**half, "autosave": "1"}).json()) == {"saved"}
    assert "half a sen" in words(client_for(iro).get(url))


def test_who_wrote_sections_while_the_style_changed_sees_both(
    write, record, practice_manager, client_for
):
    write(switch="letter")
    page = words(write(by=practice_manager, style="sections", discussion="His"))
    assert "It is now written as: letter to the child." in page
    assert "His" in page
    record.refresh_from_db()
    assert record.discussion == TEXTS["discussion"]


def test_a_letter_with_a_part_to_fill_in_has_no_button_to_complete(write, record, iro, client_for):
    write(switch="letter")
    page = words(client_for(iro).get(reverse("record_preview", args=[record.review_id])))
    assert "Before it can be completed, fill in or take out:" in page
    assert "Complete the record" not in page


def test_what_makes_a_text_hard_is_named(write):
    hard = "Consideration was given to the appropriateness of the arrangements in this respect "
    page = words(write(discussion=hard * 4, preview="1"))
    assert "It is hard for Ella to read." in page
    assert "Long sentences. Make two of each:" in page
    assert "appropriateness" in page.split("Long words:")[1]
