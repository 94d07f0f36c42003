"""Before a review: who is invited and asked, what they answer, and the social worker's report."""

from datetime import UTC, date, datetime

import pytest

from iro_service.refusals import Refusal
from reviews.actions.before import invite, keep_answer, mark_sent, receive_report, take_off
from reviews.invitations import counts_of, proposals
from reviews.models import Invitation, Review
from tests.factories import (
    AllocationFactory,
    HeldReviewFactory,
    OutcomeFormFactory,
    PeriodFactory,
    ReviewFactory,
)

TODAY = date(2017, 7, 20)


@pytest.fixture
def review(iro):
    """A second review, booked for Thursday 3 August 2017; the first one was held."""
    period = PeriodFactory(child__given_name="Ella", started_on=date(2017, 4, 3))
    first = HeldReviewFactory(period=period, held_on=date(2017, 4, 25))
    OutcomeFormFactory(review=first, attendees=["carer", "school", "social_worker"])
    AllocationFactory(child=period.child, iro=iro, started_on=date(2017, 4, 4))
    return ReviewFactory(
        period=period,
        rule="second_review",
        base_on=date(2017, 4, 25),
        due_on=date(2017, 7, 25),
        booked_for=datetime(2017, 8, 3, 9, tzinfo=UTC),
    )


@pytest.fixture
def nan(review, iro):
    return invite(review, name="Nan Brown", role="other_family", consulted_only=False, by=iro)


def test_a_person_is_on_the_list_once_in_a_role(review, nan, iro):
    with pytest.raises(Refusal, match="Nan Brown is on the list already"):
        invite(review, name="Nan Brown", role="other_family", consulted_only=True, by=iro)
    assert review.invitations.count() == 1


def test_nobody_is_invited_to_a_review_that_was_held(review, iro):
    held = Review.objects.held().get()
    with pytest.raises(Refusal, match="held or cancelled"):
        invite(held, name="Nan", role="other_family", consulted_only=False, by=iro)


def test_who_was_invited_stays_on_the_list(review, nan, business_support):
    assert mark_sent(review, invitations=[nan.pk], on=TODAY, by=business_support) == 1
    with pytest.raises(Refusal, match="invited already"):
        take_off(nan, by=business_support)


def test_sent_twice_the_first_day_stays(review, nan, iro, business_support):
    mark_sent(review, invitations=[nan.pk], on=TODAY, by=business_support)
    assert mark_sent(review, invitations=[nan.pk], on=date(2017, 7, 24), by=iro) == 0
    nan.refresh_from_db()
    assert (nan.sent_on, nan.sent_by) == (TODAY, business_support)


def test_views_that_were_sent_have_words(nan, iro):
    with pytest.raises(Refusal, match="Write down what Nan Brown said"):
        keep_answer(nan, answer="views", views=" ", on=TODAY, by=iro)


def test_an_answer_can_be_taken_back(nan, iro):
    keep_answer(nan, answer="coming", views="", on=TODAY, by=iro)
    nan = keep_answer(nan, answer="", views="", on=TODAY, by=iro)
    assert (nan.answer, nan.answered_on) == ("", None)


def test_the_list_in_numbers(review, nan, iro):
    invite(review, name="Dr Ash", role="health", consulted_only=True, by=iro)
    keep_answer(nan, answer="coming", views="", on=TODAY, by=iro)
    counts = counts_of(list(review.invitations.all()))
    assert (counts.invited, counts.consulted, counts.coming, counts.not_sent) == (1, 1, 1, 2)


def test_the_child_and_those_who_came_last_time_are_proposed(review):
    assert [(one.role, one.name) for one in proposals(review, on=TODAY)] == [
        ("child", str(review.child)),
        ("carer", "Foster carer or residential key worker"),
        ("school", "School or early years"),
    ]


def test_the_last_reviews_own_list_is_proposed_and_who_is_on_the_new_one_is_not(review, nan):
    last = Review.objects.held().get()
    for name, role in (("Nan Brown", "other_family"), ("Dr Ash", "health")):
        Invitation.objects.create(review=last, name=name, role=role, consulted_only=True)
    assert [(one.name, one.consulted_only) for one in proposals(review, on=TODAY)] == [
        (str(review.child), False),
        ("Dr Ash", True),
    ]


@pytest.mark.parametrize(
    ("booked", "due"),
    [
        (date(2017, 8, 3), date(2017, 7, 31)),  # Thursday: Monday
        (date(2017, 8, 7), date(2017, 8, 2)),  # Monday: over the weekend
        (date(2017, 8, 30), date(2017, 8, 24)),  # the August bank holiday is the 28th
        (date(2017, 12, 28), date(2017, 12, 21)),  # Christmas and Boxing Day are left out
        (date(2018, 4, 4), date(2018, 3, 28)),  # so are Good Friday and Easter Monday
    ],
)
def test_the_report_is_due_three_working_days_before(review, iro, booked, due):
    review.booked_for = datetime(booked.year, booked.month, booked.day, 9, tzinfo=UTC)
    review.save()
    assert receive_report(review, received_on=None, on=TODAY, by=iro).report_due_on == due


def test_a_report_does_not_come_in_the_future(review, iro):
    with pytest.raises(Refusal, match="still to come"):
        receive_report(review, received_on=date(2017, 7, 21), on=TODAY, by=iro)


def post(client, review, page, **typed):
    return client.post(f"/reviews/{review.pk}/{page}/", typed, follow=True).content.decode()


@pytest.mark.parametrize("who", ["iro", "practice_manager", "business_support"])
def test_each_of_them_arranges_who_comes(who, review, client_for, request):
    client = client_for(request.getfixturevalue(who))
    name = "Siân O'Neill"
    post(client, review, "who-comes", name=name, role="school", how="consulted")
    invitation = Invitation.objects.get()
    assert (invitation.name, invitation.consulted_only) == (name, True)
    assert "Marked as sent: 1 invitation." in post(client, review, "who-comes/sent")
    post(
        client,
        review,
        f"who-comes/{invitation.pk}/answer",
        answer="views",
        views="She reads more now.",
    )
    invitation.refresh_from_db()
    assert invitation.views == "She reads more now."


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": "", "role": "school", "how": "invited"}, "Enter their name"),
        ({"name": "Nan", "role": "wizard", "how": "invited"}, "Select who they are"),
        ({"name": "<script>", "role": "school", "how": "invited"}, "must not include"),
        ({"name": "N\x00n", "role": "school", "how": "invited"}, "cannot be saved"),
        ({"name": "a" * 100_000, "role": "school", "how": "invited"}, "120 characters or fewer"),
        ({"name": "Nan Brown", "role": "other_family", "how": "invited"}, "on the list already"),
    ],
)
def test_a_name_that_cannot_be_added_is_told(typed, sentence, review, nan, iro, client_for):
    shown = post(client_for(iro), review, "who-comes", **typed)
    assert sentence in shown
    assert review.invitations.count() == 1


def test_those_ticked_are_added(review, iro, client_for):
    ticked = [f"child:{review.child}", "school:School or early years"]
    shown = post(client_for(iro), review, "who-comes/add", who=ticked)
    assert "Added 2 people." in shown
    assert "Tick who is to be added" in post(client_for(iro), review, "who-comes/add")


def test_the_queue_of_business_support(review, nan, business_support, client_for):
    client = client_for(business_support)
    queue = client.get("/to-invite/").content.decode()
    for words in ("Ella", "Thu 3 Aug at 10:00", "Nan Brown"):
        assert words in queue
    post(client, review, "who-comes/sent", queue="1")
    assert "Every invitation is sent." in client.get("/to-invite/").content.decode()


def test_the_queue_asks_as_much_for_many_rows(
    review, nan, business_support, client_for, django_assert_max_num_queries
):
    for _ in range(6):
        ReviewFactory(booked_for=datetime(2017, 8, 4, 9, tzinfo=UTC))
    client = client_for(business_support)
    with django_assert_max_num_queries(9):
        client.get("/to-invite/")


def test_another_reviews_invitation_cannot_be_reached(review, nan, iro, client_for):
    other = ReviewFactory(booked_for=datetime(2017, 8, 4, 9, tzinfo=UTC))
    AllocationFactory(child=other.child, iro=iro, started_on=date(2017, 4, 4))
    for deed in ("answer", "remove"):
        answer = client_for(iro).post(f"/reviews/{other.pk}/who-comes/{nan.pk}/{deed}/")
        assert answer.status_code == 404


def test_a_report_that_has_not_come_is_seen(review, iro, client_for, a_day):
    client = client_for(iro)
    address = f"/reviews/{review.pk}/"
    assert "Due by Monday 31 July 2017" in client.get(address).content.decode()
    a_day("2017-07-31")
    assert "Report not received" not in client.get(address).content.decode()
    a_day("2017-08-01")
    assert "Report not received" in client.get(address).content.decode()
    typed = {"received": "yes", "received_on_0": 1, "received_on_1": 8, "received_on_2": 2017}
    post(client, review, "workers-report", **typed)
    assert "Received Tuesday 1 August 2017" in client.get(address).content.decode()


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ((31, 2, 2017), "is not a real day"),
        ((21, 7, 2017), "must be today or before"),
        ((1, 1, 2016), "must be today or before"),
        (("", "", ""), "Enter the day the report came"),
    ],
)
def test_a_day_on_which_no_report_came(day, sentence, review, iro, client_for):
    typed = {"received": "yes"} | {f"received_on_{n}": part for n, part in enumerate(day)}
    assert sentence in post(client_for(iro), review, "workers-report", **typed)
    review.refresh_from_db()
    assert review.report_received_on is None


def test_my_work_says_that_the_report_has_not_come(review, iro, client_for):
    Review.objects.filter(pk=review.pk).update(report_due_on=TODAY)
    client, words = client_for(iro), "report not received"
    assert words not in client.get("/my-work/").content.decode()
    Review.objects.filter(pk=review.pk).update(report_due_on=date(2017, 7, 19))
    assert words in client.get("/my-work/").content.decode()


def test_reports_not_received_can_be_listed(review, iro, client_for):
    Review.objects.filter(pk=review.pk).update(report_due_on=date(2017, 7, 19))
    assert "Ella" in client_for(iro).get("/reviews/?state=report_missing").content.decode()
    Review.objects.filter(pk=review.pk).update(report_received_on=TODAY)
    assert "Ella" not in client_for(iro).get("/reviews/?state=report_missing").content.decode()
