"""The pages on which a plan is adjourned, added to, cancelled, brought forward, or struck."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from cohort.models import Child
from reviews.actions.booking import book_review
from reviews.actions.life import adjourn_review
from reviews.actions.striking import ask_to_strike
from reviews.models import Adjournment, Meeting, PlanChange, Review, ReviewPart, Strike
from tests.reviews.cases import child_of, review_due
from tests.reviews.test_actions_outcome import submit

AT = datetime(2017, 7, 18, 9, tzinfo=UTC)
DAY = {"day_0": "19", "day_1": "7", "day_2": "2017"}
ADJOURN = DAY | {"reason": "Dad was not told"}
PART = DAY | {"with_whom": "Ella and her carer"}
SOONER = {
    "day_0": "24", "day_1": "7", "day_2": "2017", "time": "2pm", "place": "Ella's school",
    "asked_by": "child", "reason": "Ella wants to talk about school",
}  # fmt: skip


@pytest.fixture
def send(planned, iro, client_for):
    """Send a page's answers as the child's IRO and follow to where it leads."""

    def send(page, answers, review=planned, by=iro):
        address = reverse(page, args=[review.pk])
        return client_for(by).post(address, {"chair": iro.pk, **answers}, follow=True)

    return send


def words(response) -> str:
    return " ".join(response.content.decode().split())


def booked(review, iro, day=28):
    moment = datetime(2017, 7, day, 9, tzinfo=UTC)
    return book_review(review, booked_for=moment, place="School", chair=iro, at=AT, by=iro)


def test_adjourning_says_by_when_to_resume_and_my_work_shows_it(send, planned, iro, client_for):
    page = words(send("review_adjourn", ADJOURN))
    assert "It is to be resumed by Wednesday 16 August 2017" in page
    assert "still due by Thursday 20 July 2017" in page
    assert "Begun on 19 July 2017 and adjourned, to be resumed by 16 August 2017." in page
    assert "20 working days after 19 July 2017" in page
    work = words(client_for(iro).get(reverse("my_work")))
    assert "Resume the review" in work
    assert "Adjourned on 19 July, due by 20 July" in work
    assert "Adjourned review to be completed: Wednesday 16 August 2017" in work


def test_the_childs_page_tells_of_it(send, planned, iro, client_for):
    send("review_adjourn", ADJOURN)
    send("review_part", PART)
    page = words(client_for(iro).get(reverse("child", args=[planned.child_id])))
    for told in (
        "Review adjourned",
        "Part of a review held",
        "With Ella and her carer.",
        "to be resumed by Wednesday 16 August 2017",
    ):
        assert told in page


def test_a_part_is_shown_and_fills_in_the_outcome_form(send, planned, iro, client_for):
    assert "Wednesday 19 July 2017, with Ella and her carer" in words(send("review_part", PART))
    form = client_for(iro).get(reverse("outcome_form", args=[planned.pk])).context["form"]
    assert form["held_on"].value() == date(2017, 7, 19)


def test_a_part_entered_by_mistake_is_taken_out_and_the_page_says_so(
    send, planned, iro, client_for
):
    page = send("review_part", PART)
    part = ReviewPart.objects.get()
    address = reverse("review_part_take_out", args=[planned.pk, part.pk])
    assert address in page.content.decode()
    client = client_for(iro)
    refused = client.post(address, {"reason": ""}).context["form"]
    assert refused.errors["reason"] == ["Enter what is wrong with this part"]
    told = words(client.post(address, {"reason": "It was her sister's"}, follow=True))
    assert "The part of 19 July 2017 was taken out: it was entered by mistake." in told
    assert "It was with Ella and her carer. It was her sister&#x27;s" in told
    assert not ReviewPart.objects.exists()
    assert client.post(address, {"reason": "again"}).status_code == 404


def test_once_the_review_was_held_only_a_manager_takes_a_part_out(
    send, planned, iro, practice_manager, client_for
):
    send("review_part", PART)
    submit(planned, iro)
    address = reverse("review_part_take_out", args=[planned.pk, ReviewPart.objects.get().pk])
    review = reverse("review", args=[planned.pk])
    assert address not in client_for(iro).get(review).content.decode()
    assert client_for(iro).post(address, {"reason": "x"}).status_code == 409
    assert address in client_for(practice_manager).get(review).content.decode()
    client_for(practice_manager).post(address, {"reason": "x"})
    assert not ReviewPart.objects.exists()


def test_cancelling_leads_to_the_plan_in_its_place(send, planned):
    page = words(send("review_cancel", {"reason": "The carer is ill"}))
    assert "A review is still due by Thursday 20 July 2017" in page
    assert "Book the review" in page
    assert "Cancelled; it had been planned for 20 July 2017. The carer is ill" in page


def test_bringing_forward_asks_who_and_why(send, planned, iro):
    booked(planned, iro)
    page = words(send("review_bring_forward", SOONER))
    assert "Brought forward from 28 July 2017 to 24 July 2017, as the child asked." in page
    assert "Ella wants to talk about school" in page


def test_booking_anew_asks_who_and_why_and_keeps_what_was_typed(send, planned, iro):
    booked(planned, iro)
    answers = {name: value for name, value in SOONER.items() if name != "reason"}
    page = send("review_book", answers | {"day_0": "31"})
    assert page.context["form"].errors == {"reason": ["Enter why the booking is changed"]}
    assert "Ella&#x27;s school" in page.content.decode()
    send("review_book", SOONER | {"day_0": "31"})
    change = PlanChange.objects.get(kind="rebooked")
    assert (change.asked_by, change.day_after) == ("child", date(2017, 7, 31))


@pytest.mark.parametrize(
    ("where", "answers", "field", "sentence"),
    [
        (
            "review_adjourn",
            ADJOURN | {"day_0": "21"},
            "day",
            "The day cannot be after today, 20 July 2017",
        ),
        (
            "review_adjourn",
            ADJOURN | {"day_0": "31", "day_1": "2"},
            "day",
            "31 February 2017 is not a real day",
        ),
        ("review_adjourn", DAY, "reason", "Enter why the review was adjourned"),
        (
            "review_adjourn",
            DAY | {"reason": "x" * 100_000},
            "reason",
            "Why the review was adjourned must be 500 characters or fewer. It is 99,500 over",
        ),
        ("review_part", DAY, "with_whom", "Enter with whom this part was held"),
        (
            "review_part",
            PART | {"day_2": "2009"},
            "day",
            "The review cannot be before Ella was born on 4 March 2010",
        ),
        ("review_cancel", {"reason": " "}, "reason", "Enter why the review is cancelled"),
        (
            "review_bring_forward",
            SOONER,
            "day",
            "The day of the review must be before 20 July 2017, as it is planned now",
        ),
        (
            "review_bring_forward",
            SOONER | {"asked_by": "parent"},
            "asked_by",
            "Select who asked for an earlier review",
        ),
    ],
)
def test_bad_input_gets_one_sentence_and_changes_nothing(
    send, planned, where, answers, field, sentence
):
    answer = send(where, answers)
    assert answer.status_code == 200
    assert answer.context["form"].errors[field] == [sentence]
    assert not PlanChange.objects.exists()
    assert not ReviewPart.objects.exists()
    assert Review.objects.get() == Review.objects.planned().get()


def test_nul_and_scripts_are_refused_or_shown_and_never_run(send, planned):
    assert "cannot be saved" in str(
        send("review_cancel", {"reason": "Ill\x00"}).context["form"].errors["reason"]
    )
    Child.objects.update(given_name="<script>alert(1)</script>")
    page = send("review_part", PART | {"with_whom": "<script>alert(2)</script>"})
    assert "<script>alert" not in page.content.decode()
    assert "&lt;script&gt;alert(2)" in page.content.decode()


def test_a_second_adjournment_is_refused_with_the_words_kept(send, planned, iro):
    adjourn_review(planned, adjourned_on=date(2017, 7, 17), reason="x", at=AT, by=iro)
    page = send("review_adjourn", ADJOURN)
    assert "This review was adjourned already, on 17 July 2017." in words(page)
    assert "Dad was not told" in page.content.decode()
    assert Adjournment.objects.count() == 1


@pytest.mark.parametrize(
    "where", ["review_adjourn", "review_part", "review_cancel", "review_bring_forward"]
)
def test_a_held_review_is_left_alone(send, planned, iro, where):
    submit(planned, iro)
    assert send(where, ADJOURN | PART).status_code == 409


def test_the_calm_page_has_one_button_and_the_rest_under_more(planned, iro, client_for):
    page = client_for(iro).get(reverse("review", args=[planned.pk]))
    assert [step.words for step in page.context["steps"]] == ["Book the review"]
    assert [step.words for step in page.context["more"]] == [
        "Fill in the outcome form", "Bring it forward", "Adjourn it", "Add a part", "Cancel it",
    ]  # fmt: skip


def test_brothers_and_sisters_are_offered_and_booked_together(send, planned, iro, client_for):
    child = child_of(iro, given_name="Tom", family_name="Brown")
    tom = review_due(child, date(2017, 8, 1))
    other = review_due(child_of(iro, given_name="Kim", family_name="Green"), date(2017, 8, 1))
    form = client_for(iro).get(reverse("review_book", args=[planned.pk])).context["form"]
    assert list(form.family) == [str(tom.pk)]
    assert list(form.fields["another"].queryset) == [other]
    together = {"siblings": [tom.pk], "another": other.pk}
    page = words(send("review_book", SOONER | {"day_0": "20"} | together))
    assert "Booked for Thursday 20 July 2017 at 14:00, 3 reviews together." in page
    assert "Together with" in page
    assert Meeting.objects.get().reviews.count() == 3
    again = client_for(iro).get(reverse("review_book", args=[planned.pk])).context["form"]
    assert set(again.initial["siblings"]) == {str(tom.pk), str(other.pk)}


def test_a_strangers_child_cannot_be_booked_along(send, planned, iro, other_iro):
    stranger = review_due(child_of(other_iro, family_name="Brown"), date(2017, 8, 1))
    page = send("review_book", SOONER | {"siblings": [stranger.pk], "another": stranger.pk})
    assert page.context["form"].errors.keys() == {"another"}
    assert not Meeting.objects.exists()


def test_the_siblings_form_says_whose_form_it_was_filled_in_from(send, planned, iro, client_for):
    tom = review_due(child_of(iro, given_name="Tom", family_name="Brown"), date(2017, 8, 1))
    send("review_book", SOONER | {"day_0": "20", "siblings": [tom.pk]})
    planned.refresh_from_db()
    submit(planned, iro, attendees=["mother"])
    page = client_for(iro).get(reverse("outcome_form", args=[tom.pk]))
    assert "are filled in from Ella’s form" in words(page)
    assert page.context["form"]["attendees"].value() == ["mother"]


def test_another_iro_who_chairs_sees_the_review_and_fills_in_its_form(
    send, planned, other_iro, client_for
):
    form = reverse("outcome_form", args=[planned.pk])
    assert client_for(other_iro).get(form).status_code == 404
    send("review_book", SOONER | {"day_0": "20", "chair": other_iro.pk})
    assert client_for(other_iro).get(form).status_code == 200


def test_a_strike_is_asked_for_listed_and_confirmed_by_a_second_person(
    send, planned, iro, practice_manager, client_for
):
    held = submit(planned, iro)
    page = words(send("review_strike", {"reason": "It was her brother's"}, held))
    assert "Asked. The review counts as before" in page
    assert "Confirm: take it out" not in page
    today = words(client_for(practice_manager).get(reverse("today")))
    assert "Recorded in error, to confirm" in today
    listed = words(client_for(practice_manager).get(reverse("strikes")))
    assert "It was her brother&#x27;s" in listed
    done = words(send("review_strike_answer", {"answer": "confirm"}, held, practice_manager))
    assert "Taken out. The review counts nowhere any more." in done
    assert "The next review is due by Thursday 20 July 2017." in done
    assert "Write the record" not in done
    record = reverse("record", args=[held.pk])
    assert client_for(iro).post(record, {"go": ""}).status_code in (200, 409)


def test_a_strike_declined_lets_the_review_stand(send, planned, iro, practice_manager):
    held = submit(planned, iro)
    ask_to_strike(held, reason="x", on=date(2017, 7, 20), by=iro)
    refused = send("review_strike_decline", {"reason": ""}, held, practice_manager)
    assert refused.context["form"].errors["reason"] == ["Enter why the review stands"]
    done = send("review_strike_decline", {"reason": "I was there"}, held, practice_manager)
    assert "The review stands as it was recorded." in words(done)
    assert "Answer: I was there" in words(done)
    assert not Strike.objects.exists()
    assert "Recorded in error, to confirm" not in words(done)
