"""Who gets a record: proposed from last time, the case and those who came; then as the IRO says."""

from datetime import date

import pytest
from django.urls import reverse

from reviews.distribution import proposals
from reviews.models import Invitation, Recipient
from tests.factories import (
    AllocationFactory,
    CaseHoldingFactory,
    HeldReviewFactory,
    OutcomeFormFactory,
    RecipientFactory,
    RecordFactory,
    SocialWorkerFactory,
    UserFactory,
)

FULL, DECISIONS, NOTHING = "full", "decisions", "nothing"
GRANDAD = {"name": "Grandad Joe", "role": "other_family", "what": FULL, "how": "post", "why": ""}


@pytest.fixture
def record(period, iro):
    """The record of Ella's review of 10 July 2017; she is 7."""
    AllocationFactory(child=period.child, iro=iro, started_on=date(2017, 6, 23))
    return RecordFactory(review=HeldReviewFactory(period=period, held_on=date(2017, 7, 10)))


def listed(record) -> dict[str, str]:
    return {one.who: one.what for one in proposals(record)}


def words(response) -> str:
    return " ".join(response.content.decode().split())


def test_a_first_list_comes_from_the_case_the_invitations_and_those_who_came(record):
    manager = UserFactory(first_name="Max", last_name="Stone")
    worker = SocialWorkerFactory(name="Sam Reed", team__manager=manager)
    CaseHoldingFactory(child=record.review.child, worker=worker, team=worker.team)
    Invitation.objects.create(review=record.review, name="Hill School", role="school")
    OutcomeFormFactory(
        review=record.review, attendees=["mother", "school", "social_worker", "interpreter"]
    )
    assert listed(record) == {
        "Ella Brown (The child)": FULL,
        "Sam Reed (Social worker)": FULL,
        "Max Stone (Team manager)": FULL,
        "Foster carer or residential key worker": FULL,
        "Hill School (School or early years)": DECISIONS,
        "Mother": FULL,
    }
    assert all(one.why for one in proposals(record) if one.what != FULL)


def test_a_small_child_gets_nothing_and_the_list_says_why(record):
    record.review.child.date_of_birth = date(2014, 7, 11)
    [child] = [one for one in proposals(record) if one.role == "child"]
    assert (child.what, child.why) == (
        NOTHING,
        "Too young to read it; told by those who look after them",
    )
    record.review.child.date_of_birth = date(2013, 7, 10)
    assert listed(record)["Ella Brown (The child)"] == FULL


def test_last_times_choice_stands_until_it_is_changed(record):
    before = HeldReviewFactory(period=record.review.period, held_on=date(2017, 7, 3))
    last = RecordFactory(review=before)
    RecipientFactory(record=last, name="Lee Brown", role="father", what=NOTHING, why="Court order")
    OutcomeFormFactory(review=record.review, attendees=["father", "mother"])
    [father] = [one for one in proposals(record) if one.role == "father"]
    assert (father.name, father.what, father.why) == ("Lee Brown", NOTHING, "Court order")
    assert listed(record)["Mother"] == FULL


def test_completing_keeps_the_list_that_was_shown(record, iro, client_for):
    client = client_for(iro)
    assert "Ella Brown (The child)" in words(
        client.get(reverse("record_preview", args=[record.review_id]))
    )
    assert not Recipient.objects.exists()  # looking keeps nothing
    client.post(reverse("record_complete", args=[record.review_id]), {"version": "0"})
    assert {one.who: one.what for one in record.recipients.all()} == listed(record)


def test_the_iro_keeps_adds_changes_and_takes_off(record, iro, client_for):
    client, args = client_for(iro), [record.review_id]
    page = reverse("record_recipients", args=args)
    assert "Keep this list" in words(client.get(page))
    client.post(page)
    client.post(page)
    kept = record.recipients.count()
    assert kept == len(proposals(record))
    added = client.post(reverse("recipient_add", args=args), GRANDAD, follow=True)
    assert "Added: Grandad Joe (Another family member). The full record." in words(added)
    grandad = record.recipients.get(name="Grandad Joe")
    change = reverse("recipient_change", args=[*args, grandad.pk])
    assert "Grandad Joe" in words(client.get(change))
    client.post(change, {**GRANDAD, "what": NOTHING, "why": "Ella asked for it"})
    grandad.refresh_from_db()
    assert (grandad.what, grandad.why, grandad.how) == (NOTHING, "Ella asked for it", "")
    client.post(reverse("recipient_remove", args=[*args, grandad.pk]))
    assert record.recipients.count() == kept


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"name": ""}, "name", "Enter the name"),
        ({"name": "x" * 100_000}, "name", "must be 120 characters or fewer"),
        ({"name": "<script>"}, "name", "must not include"),
        ({"role": "stranger"}, "role", "Select who they are"),
        ({"what": ""}, "what", "Select what they get"),
        ({"what": DECISIONS}, "why", "Enter why they do not get all of it"),
        ({"what": NOTHING, "why": "  "}, "why", "Enter why they do not get all of it"),
        ({"what": DECISIONS, "why": "x" * 301}, "why", "must be 300 characters or fewer"),
        ({"how": ""}, "how", "Select how it goes"),
        ({"how": "pigeon"}, "how", "Select how it goes"),
        ({"what": DECISIONS, "why": "a\x00"}, "why", "cannot be saved"),
    ],
)
def test_bad_input_gets_a_sentence_and_nothing_is_kept(
    record, iro, client_for, changes, field, sentence
):
    page = client_for(iro).post(
        reverse("recipient_add", args=[record.review_id]), {**GRANDAD, **changes}
    )
    assert sentence in page.context["form"].errors[field][0]
    assert not Recipient.objects.filter(name__startswith="Grandad").exists()


def test_a_person_already_listed_is_refused_in_words(record, iro, client_for):
    page = reverse("recipient_add", args=[record.review_id])
    client_for(iro).post(page, GRANDAD)
    refused = client_for(iro).post(page, GRANDAD)
    assert refused.status_code == 409
    assert "Grandad Joe (Another family member) is on the list already." in words(refused)


def test_a_copy_of_another_record_is_not_reached_through_this_one(record, iro, client_for):
    other = RecipientFactory()
    client = client_for(iro)
    for name in ("recipient_change", "recipient_remove"):
        page = reverse(name, args=[record.review_id, other.pk])
        assert client.post(page, GRANDAD).status_code == 404
    assert Recipient.objects.filter(pk=other.pk).exists()


def test_names_are_shown_and_not_run(record, iro, client_for):
    RecipientFactory(record=record, name="<script>alert(1)</script>")
    for page in ("record_recipients", "record_preview", "record_distribute"):
        shown = client_for(iro).get(reverse(page, args=[record.review_id])).content.decode()
        assert "<script>alert" not in shown
