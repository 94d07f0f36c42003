"""Business support sends the completed records, the one due first at the top."""

from datetime import date

import pytest
from django.urls import reverse

from audit.models import Look
from cohort.models import Child
from reviews.models import Record
from tests.factories import AllocationFactory, HeldReviewFactory, RecordFactory


@pytest.fixture
def completed(iro):
    """Make a completed record of a child of the IRO's, to be sent by a day of July 2017."""

    def make(day: int) -> Record:
        review = HeldReviewFactory(held_on=date(2017, 6, 1))
        AllocationFactory(child=review.child, iro=iro)
        return RecordFactory(
            review=review,
            distribution_due_on=date(2017, 7, day),
            completed_on=date(2017, 7, 3),
            completed_by=iro,
        )

    return make


@pytest.fixture
def send(business_support, client_for):
    """Press a button on the list as business support."""

    def press(**answers):
        return client_for(business_support).post(
            reverse("to_send"), {"to": "Child, parents", **answers}, follow=True
        )

    return press


def words(response) -> str:
    return " ".join(response.content.decode().split())


def test_the_list_says_what_sending_needs_oldest_due_first(
    completed, business_support, client_for, iro
):
    later, sooner = completed(21), completed(19)
    RecordFactory()  # not completed
    page = client_for(business_support).get(reverse("to_send"))
    assert [record.pk for record in page.context["page"]] == [sooner.pk, later.pk]
    text = words(page)
    assert "2 records" in text
    for fact in (sooner.review.child.reference, str(iro), "3 Jul", "19 Jul", "Overdue"):
        assert fact in text
    assert text.count("Overdue") == 1


def test_one_click_marks_one_as_sent(completed, send, business_support):
    first, second = completed(19), completed(21)
    page = words(send(one=str(first.pk), records=[str(second.pk)]))
    assert "Marked as sent: 1 record." in page
    first.refresh_from_db()
    assert (first.distributed_on, first.distributed_by) == (date(2017, 7, 20), business_support)
    assert (first.distributed_to, first.distributed_in_time) == ("Child, parents", False)
    second.refresh_from_db()
    assert second.distributed_on is None


def test_many_are_marked_at_once(completed, send):
    ticked = [str(completed(day).pk) for day in (19, 20, 21)]
    completed(22)
    assert "Marked as sent: 3 records." in words(send(records=ticked, many="1"))
    assert Record.objects.to_send().count() == 1


def test_with_nothing_ticked_a_sentence_says_so(completed, send):
    completed(19)
    page = send(many="1")
    assert "Tick the records that were sent" in words(page)
    assert Record.objects.to_send().count() == 1


@pytest.mark.parametrize("records", [["x"], ["9" * 30], ["-1"], ["\x00"], ["<script>"]])
def test_what_is_no_record_is_nothing_ticked(completed, send, records):
    completed(19)
    assert "Tick the records that were sent" in words(send(records=records))


@pytest.mark.parametrize(
    ("to", "sentence"),
    [
        ("", "Enter who the record was sent to"),
        ("x" * 100_000, "Who the record was sent to must be 500 characters or fewer."),
        ("a\x00", "cannot be saved"),
    ],
)
def test_bad_names_of_those_it_was_sent_to_keep_the_ticks(completed, send, to, sentence):
    record = completed(19)
    page = send(records=[str(record.pk)], to=to)
    assert sentence in words(page)
    assert "checked" in page.content.decode()
    assert Record.objects.to_send().count() == 1


def test_a_record_sent_by_a_colleague_meanwhile_is_not_sent_again(completed, send):
    record = completed(19)
    send(one=str(record.pk))
    page = words(send(one=str(record.pk), to="Somebody else"))
    assert "those records were sent already" in page
    record.refresh_from_db()
    assert record.distributed_to == "Child, parents"


def test_a_record_not_completed_cannot_be_sent_by_its_number(send):
    record = RecordFactory()
    send(one=str(record.pk))
    record.refresh_from_db()
    assert record.distributed_on is None


def test_one_record_goes_to_people_named_for_it(completed, business_support, client_for):
    record = completed(19)
    client = client_for(business_support)
    page = reverse("record_distribute", args=[record.review_id])
    assert "To be sent by Wednesday 19 July 2017" in words(client.get(page))
    assert "Marked as sent to: Child, Grandad." in words(
        client.post(page, {"to": "Child, Grandad"}, follow=True)
    )
    assert client.post(page, {"to": "Child, Grandad"}).status_code == 409


def test_business_support_reads_a_completed_record_and_nothing_else(
    completed, business_support, client_for
):
    record = completed(19)
    client = client_for(business_support)
    preview = client.get(reverse("record_preview", args=[record.review_id]))
    assert preview.status_code == 200
    assert "Mark as sent" in words(preview)
    assert f'href="{reverse("review", args=[record.review_id])}"' not in words(preview)
    assert Look.objects.get().page == "record preview"
    for page in ("review", "record", "outcome_form"):
        assert client.get(reverse(page, args=[record.review_id])).status_code == 403


def test_an_iro_sees_only_their_own_childrens_records(completed, other_iro, client_for):
    record = completed(19)
    client = client_for(other_iro)
    assert record.review.child.reference not in words(client.get(reverse("to_send")))
    client.post(reverse("to_send"), {"to": "Me", "one": str(record.pk)})
    record.refresh_from_db()
    assert record.distributed_on is None


def test_names_are_shown_and_not_run(completed, business_support, client_for):
    completed(19)
    Child.objects.update(given_name="<script>alert(1)</script>")
    page = client_for(business_support).get(reverse("to_send")).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_number_of_queries_does_not_grow_with_the_rows(
    completed, business_support, client_for, django_assert_max_num_queries
):
    for day in (19, 20, 21, 22, 23):
        completed(day)
    client = client_for(business_support)
    client.get(reverse("to_send"))
    with django_assert_max_num_queries(7):
        client.get(reverse("to_send"))


def test_an_empty_list_says_how_records_come_here(business_support, client_for):
    page = words(client_for(business_support).get(reverse("to_send")))
    assert "No record is waiting to be sent." in page
