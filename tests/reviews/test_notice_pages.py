"""The practice manager sees who was reminded of what, when, and what failed."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.urls import reverse

from reviews.models import Notice
from tests.factories import AllocationFactory, NoticeFactory, RecordFactory

pytestmark = pytest.mark.django_db
AT = datetime(2017, 7, 19, 5, 10, tzinfo=UTC)
LAST_DAY = date(2017, 7, 18)
FAULT = "The mail server could not be reached."


@pytest.fixture
def listed(client_for, practice_manager):
    """The page as the practice manager reads it, narrowed by `query`."""
    client = client_for(practice_manager)

    def read(query=""):
        response = client.get(f"{reverse('notices')}?{query}")
        assert response.status_code == 200
        return response

    return read


@pytest.fixture
def post(client_for, practice_manager):
    """Press a button of the page and follow to the page it leads to."""
    client = client_for(practice_manager)
    return lambda name, *args, **data: client.post(reverse(name, args=args), data, follow=True)


def failed_notice(iro, **fields):
    """A notice that was not delivered, about a record that is still overdue."""
    record = RecordFactory(due_on=LAST_DAY)
    AllocationFactory(child=record.review.child, iro=iro)
    return NoticeFactory(
        review=record.review, to=iro, attempts=8, attempted_at=AT, error=FAULT, **fields
    )


def rows(response) -> list[Notice]:
    """The notices on the page."""
    return list(response.context["page"])


def words(response) -> str:
    """The page's text with its white space made plain."""
    return " ".join(response.content.decode().split())


def test_it_says_who_was_reminded_of_what_and_when(listed, iro):
    notice = NoticeFactory(to=iro, sent_at=AT)
    text = words(listed())
    child = notice.review.child
    assert f'<a class="govuk-link" href="/children/{child.pk}/">{child}</a>' in text
    for part in (child.reference, "Record overdue", "18 July 2017", str(iro)):
        assert part in text
    assert "Sent</strong> 19 July 2017 at 06:10" in text  # London's time
    assert "1 notice<" in text


def test_it_says_what_failed_why_and_when_it_is_tried_again(listed):
    NoticeFactory(attempts=2, attempted_at=AT, error=FAULT)
    text = words(listed())
    assert f"Failed</strong> {FAULT}" in text
    assert "Tried 2 times, last at 06:10 on 19 Jul." in text
    assert "Tried again by itself from 07:10 on 19 Jul." in text


def test_it_says_what_is_given_up(listed):
    NoticeFactory(attempts=8, attempted_at=AT, error=FAULT)
    assert "Not tried again by itself." in words(listed())


def test_it_says_what_is_waiting_and_what_is_no_longer_owed(listed, time_machine):
    time_machine.move_to(AT + timedelta(hours=4))
    NoticeFactory()
    NoticeFactory(withdrawn_at=AT)
    text = words(listed())
    assert "Waiting</strong> To be sent within 10 minutes" in text
    assert "No longer owed</strong> 19 July 2017" in text


def test_it_is_narrowed_by_state_person_and_kind(listed, iro, other_iro):
    sent = NoticeFactory(to=iro, sent_at=AT)
    failed = NoticeFactory(to=other_iro, error=FAULT, attempts=1, attempted_at=AT)
    waiting = NoticeFactory(to=iro, kind="outcome_form_overdue")
    withdrawn = NoticeFactory(to=iro, withdrawn_at=AT)
    assert rows(listed("state=sent")) == [sent]
    assert rows(listed("state=failed")) == [failed]
    assert rows(listed("state=waiting")) == [waiting]
    assert rows(listed("state=withdrawn")) == [withdrawn]
    assert rows(listed(f"to={other_iro.pk}")) == [failed]
    assert rows(listed("kind=outcome_form_overdue")) == [waiting]
    assert rows(listed(f"to={iro.pk}&state=sent")) == [sent]
    assert rows(listed("state=failed&kind=outcome_form_overdue")) == []


def test_it_is_sorted_by_the_address(listed):
    first, second = NoticeFactory(due_on=date(2017, 7, 10)), NoticeFactory(due_on=LAST_DAY)
    assert rows(listed()) == [second, first]  # the newest
    assert rows(listed("sort=due")) == [first, second]
    assert rows(listed("sort=-due")) == [second, first]
    assert rows(listed("sort=password")) == [second, first]


def test_the_rows_can_be_taken_into_a_spreadsheet(client_for, practice_manager, iro):
    notice = NoticeFactory(
        to=iro, error=FAULT, attempts=1, attempted_at=AT, review__period__child__given_name="=Ella"
    )
    NoticeFactory(sent_at=AT)
    file = client_for(practice_manager).get(reverse("notices_download"), {"state": "failed"})
    assert 'filename="notices-2017-07-20.csv"' in file["Content-Disposition"]
    heads, *lines = file.content.decode("utf-8-sig").splitlines()
    assert heads == "Reference,Child,About,Due by,To,Owed since,State,At,Fault"
    child = notice.review.child
    assert lines == [
        f"{child.reference},'=Ella Brown,Record overdue,2017-07-18,{iro},2017-07-19,Failed,"
        f"2017-07-19 06:10,{FAULT}"
    ]


@pytest.mark.parametrize(
    "query", ["state=deleted", "to=nobody", "to=999999", "to=%00", "kind=x", "page=-1", "page=x"]
)
def test_an_address_typed_wrong_still_shows_the_page(listed, query):
    NoticeFactory()
    assert listed(query)


def test_each_number_opens_what_it_counts(listed):
    NoticeFactory(sent_at=AT)
    NoticeFactory(sent_at=AT)
    NoticeFactory(error=FAULT, attempts=1, attempted_at=AT)
    counts = listed().context["counts"]
    assert {item["label"]: item["number"] for item in counts} == {
        "Failed": 1,
        "Waiting": 0,
        "Sent": 2,
        "No longer owed": 0,
    }
    for item in counts:
        query = item["href"].partition("?")[2]
        assert listed(query).context["page"].paginator.count == item["number"]


def test_it_asks_the_database_no_more_for_fifty_notices_than_for_one(
    listed, django_assert_max_num_queries
):
    NoticeFactory()
    listed()
    NoticeFactory.create_batch(60, error=FAULT, attempts=1, attempted_at=AT)
    with django_assert_max_num_queries(11):
        assert len(rows(listed())) == 50
    assert len(rows(listed("page=2"))) == 11


def test_it_says_so_when_there_is_nothing(listed):
    assert "Nobody was reminded of anything yet." in words(listed())
    assert "Nothing matches." in words(listed("state=failed"))


def test_only_managers_open_it(client_for, iro, group_manager, business_support):
    notice = NoticeFactory(error=FAULT, attempts=1, attempted_at=AT)
    for person in (iro, business_support):
        client = client_for(person)
        assert client.get(reverse("notices")).status_code == 403
        assert client.get(reverse("notices_download")).status_code == 403
        assert client.post(reverse("notices_retry")).status_code == 403
        assert client.post(reverse("notice_retry", args=[notice.pk])).status_code == 403
    assert client_for(group_manager).get(reverse("notices")).status_code == 200
    assert Notice.objects.get().attempts == 1


def test_looking_at_the_buttons_addresses_sends_nothing(client_for, practice_manager, iro):
    notice = failed_notice(iro)
    client = client_for(practice_manager)
    assert client.get(reverse("notice_retry", args=[notice.pk])).status_code == 405
    assert client.get(reverse("notices_retry")).status_code == 405
    assert not mail.outbox


def test_try_again_sends_it_and_says_so(post, iro):
    notice = failed_notice(iro)
    response = post("notice_retry", notice.pk, query="state=failed")
    assert f"Sent to {iro}." in words(response)
    assert response.redirect_chain == [("/notices/?state=failed", 302)]
    assert [message.to for message in mail.outbox] == [[iro.email]]


def test_try_again_says_what_is_still_wrong(post, iro):
    notice = failed_notice(iro)
    type(iro).objects.filter(pk=iro.pk).update(is_active=False)
    assert "Tried again and not sent." in words(post("notice_retry", notice.pk))
    notice.refresh_from_db()
    assert notice.attempts == 1
    assert "has no access any more" in notice.error


def test_try_again_after_somebody_else_did_is_refused_with_a_sentence(post, iro):
    notice = failed_notice(iro)
    post("notice_retry", notice.pk)
    response = post("notice_retry", notice.pk)
    assert response.status_code == 409
    assert "This notice has not failed" in words(response)
    assert len(mail.outbox) == 1


def test_try_again_about_what_was_done_meanwhile_sends_nothing(post, iro):
    notice = failed_notice(iro)
    type(notice.review.record).objects.update(completed_on=LAST_DAY, completed_by=iro)
    assert "no longer owed" in words(post("notice_retry", notice.pk)).lower()
    notice.refresh_from_db()
    assert notice.state == "withdrawn"
    assert not mail.outbox


def test_a_notice_that_is_not_there_is_not_found(post):
    assert post("notice_retry", 999).status_code == 404


def test_all_that_failed_are_put_back_with_one_button(listed, post, iro, time_machine):
    time_machine.move_to(AT + timedelta(hours=4))  # within the office's hours
    failed_notice(iro)
    failed_notice(iro)
    assert "Try all again" in words(listed())
    assert "2 notices are tried again within 10 minutes." in words(post("notices_retry"))
    assert Notice.objects.waiting().count() == 2
    assert "Try all again" not in words(listed())


class TestTheMailAboutTheWeek:
    @pytest.fixture
    def week(self, iro):
        return NoticeFactory(
            kind="weekly_digest", review=None, to=iro, due_on=date(2017, 7, 17), error=FAULT,
            attempts=1, attempted_at=AT,
        )  # fmt: skip

    def test_it_has_no_child_and_the_page_says_so(self, listed, week, iro):
        text = words(listed("kind=weekly_digest"))
        assert "All their children" in text
        assert 'The week <span class="house-quiet">from 17 July 2017' in text
        assert "Try again" in text
        assert rows(listed("sort=child")) == [week]

    def test_it_goes_into_the_spreadsheet(self, client_for, practice_manager, week, iro):
        file = client_for(practice_manager).get(reverse("notices_download"))
        line = file.content.decode("utf-8-sig").splitlines()[1]
        assert line.startswith(f",,The week,2017-07-17,{iro},")

    def test_tried_again_with_nothing_left_to_say_it_is_no_longer_owed(self, post, week):
        assert "no longer owed" in words(post("notice_retry", week.pk)).lower()
        week.refresh_from_db()
        assert (week.state, mail.outbox) == ("withdrawn", [])


def test_each_kind_of_notice_can_be_chosen(listed):
    for kind in Notice.Kind:
        assert rows(listed(f"kind={kind}")) == []


def test_what_waits_in_the_evening_is_sent_in_the_morning(listed, time_machine):
    NoticeFactory()
    time_machine.move_to(datetime(2017, 7, 20, 20, tzinfo=UTC))
    assert "To be sent from 07:00 on 21 July 2017" in words(listed())
