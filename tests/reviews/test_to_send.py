"""Business support sends the copies of completed records, the record due first at the top."""

from datetime import date

import pytest
from django.urls import reverse

from audit.models import Look
from cohort.models import Child
from reviews.models import Recipient, Record
from tests.factories import (
    AllocationFactory,
    HeldReviewFactory,
    RecipientFactory,
    RecordFactory,
)


@pytest.fixture
def completed(iro):
    """Make a completed record of a child of the IRO's, to be sent by a day of July 2017."""

    def make(day: int) -> Record:
        review = HeldReviewFactory(held_on=date(2017, 6, 1))
        AllocationFactory(child=review.child, iro=iro)
        record = RecordFactory(
            review=review,
            distribution_due_on=date(2017, 7, day),
            completed_on=date(2017, 7, 3),
            completed_by=iro,
        )
        RecipientFactory(record=record, name="Ann Brown")
        RecipientFactory(record=record, name="Hill School", role="school", what="decisions")
        return record

    return make


@pytest.fixture
def send(business_support, client_for):
    """Press a button on the list as business support."""

    def press(**answers):
        return client_for(business_support).post(reverse("to_send"), answers, follow=True)

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


def test_a_row_says_what_each_person_gets_and_how(completed, business_support, client_for):
    record = completed(19)
    page = words(client_for(business_support).get(reverse("to_send")))
    pdf = reverse("record_pdf", args=[record.review_id])
    assert f'href="{pdf}">The full record (PDF)<span class="govuk-visually-hidden"> for Ann' in page
    assert f'href="{pdf}?what=decisions">The decisions only (PDF)' in page
    assert page.count("By post") == 2


def test_who_is_to_get_nothing_is_a_warning_and_no_copy(completed, business_support, client_for):
    record = completed(19)
    father = RecipientFactory(record=record, name="Lee Brown", role="father", what="nothing")
    for page in (reverse("to_send"), reverse("record_distribute", args=[record.review_id])):
        text = words(client_for(business_support).get(page))
        assert "Send nothing to Lee Brown (Father): Agreed at the review" in text
        assert text.count("Lee Brown") == 1
        assert f'value="{father.pk}"' not in text


def test_one_click_marks_a_record_as_sent(completed, send, business_support):
    first, second = completed(19), completed(21)
    page = words(send(record=str(first.pk), records=[str(second.pk)]))
    assert "Marked as sent: 1 record." in page
    first.refresh_from_db()
    assert (first.distributed_on, first.distributed_by) == (date(2017, 7, 20), business_support)
    assert first.distributed_to.startswith("Ann Brown (Mother). The decisions only: Hill School")
    assert first.distributed_in_time is False
    second.refresh_from_db()
    assert second.distributed_on is None


def test_one_copy_is_marked_and_the_record_waits_for_the_other(completed, send):
    record = completed(19)
    mother, school = record.recipients.all()
    page = words(send(copy=str(mother.pk)))
    assert "Marked as sent: Ann Brown." in page
    assert "Sent 20 Jul" in page
    record.refresh_from_db()
    assert record.distributed_on is None
    assert "No record is waiting to be sent." in words(send(copy=str(school.pk)))
    record.refresh_from_db()
    assert record.distributed_on == date(2017, 7, 20)


def test_many_are_marked_at_once(completed, send):
    ticked = [str(completed(day).pk) for day in (19, 20, 21)]
    completed(22)
    assert "Marked as sent: 3 records." in words(send(records=ticked, many="1"))
    assert Record.objects.to_send().count() == 1


def test_post_that_came_back_is_in_the_queue_again_with_a_flag(completed, send, a_day):
    record = completed(19)
    send(record=str(record.pk))
    a_day("2017-07-27")
    page = words(send(back=str(record.recipients.first().pk)))
    assert "Marked as come back: Ann Brown." in page
    assert "Came back</strong>" in page or "Came back</span>" in page
    assert "27 Jul" in page
    assert Recipient.objects.waiting().count() == 1


def test_a_record_sent_is_found_by_the_childs_name(completed, send, business_support, client_for):
    record, other = completed(19), completed(20)
    send(records=[str(record.pk), str(other.pk)])
    # A name unlike the other's: the search forgives spelling.
    Child.objects.filter(pk=record.review.child_id).update(given_name="Zbigniew")
    page = client_for(business_support).get(reverse("to_send"), {"show": "sent", "q": "zbigniew"})
    assert [one.pk for one in page.context["page"]] == [record.pk]
    assert reverse("record_distribute", args=[record.review_id]) in words(page)
    nobody = client_for(business_support).get(reverse("to_send"), {"q": "\x00nobody"})
    assert "No record matches." in words(nobody)


@pytest.mark.parametrize("records", [[], ["x"], ["9" * 30], ["-1"], ["\x00"], ["<script>"]])
def test_with_nothing_ticked_a_sentence_says_so(completed, send, records):
    completed(19)
    assert "Tick the records that were sent" in words(send(records=records, many="1"))
    assert Record.objects.to_send().count() == 1


def test_a_record_sent_by_a_colleague_meanwhile_is_not_sent_again(completed, send, iro, client_for):
    record = completed(19)
    client_for(iro).post(reverse("to_send"), {"record": str(record.pk)})
    page = words(send(record=str(record.pk)))
    assert f"was already marked as sent by {iro} on 20 July 2017" in page
    record.refresh_from_db()
    assert record.distributed_by == iro


def test_a_copy_sent_by_a_colleague_meanwhile_is_refused(completed, send, iro, client_for):
    copy = completed(19).recipients.first()
    client_for(iro).post(reverse("to_send"), {"copy": str(copy.pk)})
    refused = send(copy=str(copy.pk))
    assert refused.status_code == 409
    assert f"already marked as sent by {iro}" in words(refused)


def test_a_record_not_completed_cannot_be_sent_by_its_number(send):
    copy = RecipientFactory()
    send(record=str(copy.record_id))
    assert send(copy=str(copy.pk)).status_code == 404
    copy.refresh_from_db()
    assert copy.sent_on is None


def test_the_page_of_one_record_marks_its_copies(completed, business_support, client_for):
    record = completed(19)
    client = client_for(business_support)
    page = reverse("record_distribute", args=[record.review_id])
    assert "To be sent by Wednesday 19 July 2017" in words(client.get(page))
    done = words(client.post(page, {"record": str(record.pk)}, follow=True))
    assert "Marked as sent: 1 record." in done
    assert f"Marked as sent by {business_support} on Thursday 20 July 2017." in done
    copy = completed(20).recipients.first()
    assert client.post(page, {"copy": str(copy.pk)}).status_code == 404  # another record's


def test_the_group_manager_reads_the_queue_and_marks_nothing(completed, group_manager, client_for):
    record = completed(19)
    client = client_for(group_manager)
    page = words(client.get(reverse("to_send")))
    assert "Ann Brown" in page
    assert "<button" not in page.split("Completed 3 Jul")[1]
    for answers in ({"record": record.pk}, {"copy": record.recipients.first().pk}):
        assert client.post(reverse("to_send"), answers).status_code == 403
    assert not Recipient.objects.filter(sent_on__isnull=False).exists()


def test_business_support_reads_a_completed_record_and_nothing_else(
    completed, business_support, client_for
):
    record = completed(19)
    client = client_for(business_support)
    preview = client.get(reverse("record_preview", args=[record.review_id]))
    assert preview.status_code == 200
    assert "Send the copies" in words(preview)
    assert f'href="{reverse("review", args=[record.review_id])}"' not in words(preview)
    assert Look.objects.get().page == "record preview"
    for page in ("review", "record", "outcome_form"):
        assert client.get(reverse(page, args=[record.review_id])).status_code == 403


def test_an_iro_sees_only_their_own_childrens_records(completed, other_iro, client_for):
    record = completed(19)
    client = client_for(other_iro)
    assert record.review.child.reference not in words(client.get(reverse("to_send")))
    client.post(reverse("to_send"), {"record": str(record.pk)})
    copy = record.recipients.first()
    assert client.post(reverse("to_send"), {"copy": str(copy.pk)}).status_code == 404
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
    with django_assert_max_num_queries(8):
        client.get(reverse("to_send"))


def test_an_empty_list_says_how_records_come_here(business_support, client_for):
    page = words(client_for(business_support).get(reverse("to_send")))
    assert "No record is waiting to be sent." in page


@pytest.mark.parametrize("who", ["iro", "practice_manager", "group_manager"])
def test_from_their_first_page_they_come_to_it_and_back(who, request, completed, client_for):
    completed(19)
    client = client_for(request.getfixturevalue(who))
    first = reverse("my_work" if who == "iro" else "today")
    assert f'href="{reverse("to_send")}">Records to send</a>' in words(client.get(first))
    assert "1 record, the one due first at the top" in words(client.get(reverse("to_send")))
    assert 'class="govuk-back-link"' in words(client.get(reverse("to_send")))


def test_the_reviews_page_and_the_record_call_the_deed_the_same(completed, iro, client_for):
    record = completed(19)
    client = client_for(iro)
    for page in ("review", "record_preview"):
        shown = client.get(reverse(page, args=[record.review_id])).content.decode()
        assert "Send the copies" in shown, page
    copies = words(client.get(reverse("record_distribute", args=[record.review_id])))
    assert f'href="{reverse("review", args=[record.review_id])}"' in copies
