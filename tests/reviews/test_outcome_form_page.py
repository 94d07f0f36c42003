"""The outcome form as an IRO fills it in: kept, checked, submitted once, and never with a 500."""

from datetime import UTC, date, datetime, time

import pytest
from django.urls import reverse

from audit.models import Look
from cohort.models import Child, PeriodOfCare
from reviews.models import Decision, Draft, OutcomeForm, Record, Review
from tests.factories import HeldReviewFactory, ReviewFactory
from tests.reviews.filled_in import decision, filled_in, on


@pytest.fixture
def fill_in(planned, iro, client_for):
    """Send the form as the child's IRO, with some answers changed."""

    def send(review=planned, follow=True, **changes):
        page = reverse("outcome_form", args=[review.pk])
        return client_for(iro).post(page, filled_in(iro, **changes), follow=follow)

    return send


@pytest.fixture
def submit(fill_in, planned, iro, client_for):
    """Fill the form in and press Submit on the check page."""

    def press(**changes):
        checked = fill_in(**changes)
        assert checked.templates[0].name == "reviews/outcome_form_check.html", words(checked)
        version = checked.context["draft"].version
        page = reverse("outcome_form_check", args=[planned.pk])
        return client_for(iro).post(page, {"version": version}, follow=True)

    return press


def words(response) -> str:
    """The page's text in one line."""
    return " ".join(response.content.decode().split())


def sentences(response) -> list[str]:
    """Every error sentence of the page."""
    forms = [response.context["form"], *response.context["forms"]]
    return [one for form in forms for errors in form.errors.values() for one in errors]


def test_a_form_goes_in_and_the_record_and_the_next_review_follow(submit, planned, iro):
    page = submit(**decision(1))
    review = Review.objects.get(pk=planned.pk)
    assert (review.held_on, review.held_time) == (date(2017, 7, 19), time(10, 30))
    assert review.held_in_time is True
    assert review.chair == iro
    assert review.record.due_on == date(2017, 8, 16)
    following = Review.objects.planned().get(child=review.child)
    assert (following.rule, following.due_on) == ("second_review", date(2017, 10, 19))
    assert (
        "Saved. The review was held in time. The record is due by Wednesday 16 August 2017. "
        "The next review is due by Thursday 19 October 2017." in words(page)
    )
    assert page.redirect_chain[-1][0] == reverse("review", args=[planned.pk])
    assert not Draft.objects.exists()


def test_nothing_is_kept_of_the_case_before_submit_is_pressed(fill_in, planned):
    page = fill_in()
    assert "Check before you submit" in words(page)
    planned.refresh_from_db()
    assert planned.held_on is None
    assert not Record.objects.exists()
    assert not OutcomeForm.objects.submitted().exists()


def test_the_check_page_says_what_follows_and_why(fill_in):
    page = words(fill_in(**decision(1, text="Ella joins the swimming club")))
    assert "Wednesday 16 August 2017" in page
    assert "20 working days after 19 July 2017" in page
    assert "Thursday 19 October 2017" in page
    assert "3 months after 19 July 2017" in page
    assert "reg 33(2)" in page
    assert "Ella came: spoke for themselves" in page
    assert "Ella joins the swimming club" in page


def test_the_booked_day_time_and_chair_are_filled_in(planned, iro, client_for):
    Review.objects.filter(pk=planned.pk).update(
        booked_for=datetime(2017, 7, 18, 13, 15, tzinfo=UTC), place="School", chair=iro
    )
    form = client_for(iro).get(reverse("outcome_form", args=[planned.pk])).context["form"]
    assert form["held_on"].value() == date(2017, 7, 18)
    assert form["held_time"].value() == "14:15"  # British Summer Time
    assert form["chair"].value() == iro.pk


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2017, 7, 21), "The day the review was held cannot be after today, 20 July 2017"),
        (date(2010, 3, 3), "The review cannot be before Ella was born on 4 March 2010"),
        (date(2017, 6, 21), "The review cannot be before Ella came into care on 22 June 2017"),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_the_fact(fill_in, day, sentence):
    assert sentences(fill_in(**on(day))) == [sentence]


def test_31_february_is_not_a_day_and_stays_in_the_boxes(fill_in):
    page = fill_in(held_on_0="31", held_on_1="2")
    assert "31 February 2017 is not a real day" in sentences(page)
    assert page.context["form"]["held_on"].value() == ["31", "2", "2017"]


def test_a_time_later_than_now_is_refused_today(fill_in, monkeypatch):
    now = datetime(2017, 7, 20, 8, 5, tzinfo=UTC)
    monkeypatch.setattr("iro_service.clock.now", lambda: now)
    page = fill_in(**on(date(2017, 7, 20)), held_time="9:06")
    assert sentences(page) == ["The time the review began cannot be later than now, 09:05"]
    checked = fill_in(**on(date(2017, 7, 20)), held_time="9:05")
    assert "Check before you submit" in words(checked)


def test_a_day_after_care_ended_is_refused(fill_in, period):
    PeriodOfCare.objects.filter(pk=period.pk).update(ended_on=date(2017, 7, 18), reason_ended="E4a")
    assert sentences(fill_in()) == ["The review cannot be after Ella left care on 18 July 2017"]


def test_after_care_ended_no_next_review_is_planned(submit, period):
    PeriodOfCare.objects.filter(pk=period.pk).update(ended_on=date(2017, 7, 19), reason_ended="E4a")
    assert "no next review is due" in words(submit())
    assert not Review.objects.planned().exists()


def test_a_review_on_or_before_the_last_one_is_refused(planned, fill_in):
    Review.objects.filter(pk=planned.pk).delete()
    HeldReviewFactory(period=planned.period, held_on=date(2017, 7, 10))
    second = ReviewFactory(
        period=planned.period,
        rule="second_review",
        base_on=date(2017, 7, 10),
        due_on=date(2017, 10, 10),
    )
    same = fill_in(second, **on(date(2017, 7, 10)))
    assert sentences(same) == ["Another review of Ella was held on 10 July 2017. Check the day"]
    before = fill_in(second, **on(date(2017, 7, 7)))
    assert sentences(before) == [
        "The review cannot be before 10 July 2017, when Ella's last review was held"
    ]


@pytest.mark.parametrize(
    ("born", "code", "sentence"),
    [
        (date(2010, 3, 4), "PN0", "Ella was already 4 on 19 July 2017."),
        (date(2015, 3, 4), "PN1", "Ella was under 4 on 19 July 2017."),
        (date(2010, 3, 4), "PN9", "Select how Ella took part"),
        (date(2010, 3, 4), "", "Select how Ella took part"),
    ],
)
def test_a_code_wrong_for_the_age_on_the_day_is_refused(fill_in, period, born, code, sentence):
    Child.objects.filter(pk=period.child_id).update(date_of_birth=born)
    (found,) = sentences(fill_in(participation_code=code))
    assert found.startswith(sentence)


@pytest.mark.parametrize("code", ["PN0", "PN3"])
def test_on_the_fourth_birthday_both_kinds_of_code_pass(submit, planned, code):
    Child.objects.filter(pk=planned.child_id).update(date_of_birth=date(2013, 7, 19))
    submit(participation_code=code)
    assert Review.objects.get(pk=planned.pk).participation_code == code


@pytest.mark.parametrize(
    ("born", "offered", "not_offered"),
    [
        (date(2010, 3, 4), 'value="PN1"', 'value="PN0"'),
        (date(2015, 3, 4), 'value="PN0"', 'value="PN1"'),
    ],
)
def test_only_answers_right_for_the_age_are_offered(
    planned, iro, client_for, born, offered, not_offered
):
    Child.objects.filter(pk=planned.child_id).update(date_of_birth=born)
    page = words(client_for(iro).get(reverse("outcome_form", args=[planned.pk])))
    assert offered in page
    assert not_offered not in page


def test_for_a_baby_the_only_answer_is_chosen_already(planned, iro, client_for):
    Child.objects.filter(pk=planned.child_id).update(date_of_birth=date(2017, 6, 1))
    page = client_for(iro).get(reverse("outcome_form", args=[planned.pk]))
    assert page.context["form"]["participation_code"].value() == "PN0"


def test_a_late_review_needs_its_reason(fill_in, submit, planned, a_day):
    a_day("2017-07-25")
    late = on(date(2017, 7, 24))
    assert sentences(fill_in(**late)) == ["Say why the review was late: it was due on 20 July 2017"]
    other = fill_in(**late, late_reason="other")
    assert sentences(other) == ["Say what the other reason was"]
    page = words(submit(**late, late_reason="court"))
    assert "The review was held late: it was due on 20 July 2017." in page
    review = Review.objects.get(pk=planned.pk)
    assert (review.held_in_time, review.late_reason) == (False, "court")


def test_a_reason_left_on_a_review_in_time_is_not_kept(submit, planned):
    submit(late_reason="court", late_detail="It was not late after all")
    review = Review.objects.get(pk=planned.pk)
    assert (review.late_reason, review.late_detail) == ("", "")


def test_not_seen_alone_needs_why(fill_in, submit, planned):
    page = fill_in(seen_alone="no")
    assert sentences(page) == ["Enter why Ella was not seen alone"]
    submit(seen_alone="no", not_alone_reason="Ella did not want to")
    assert planned.outcome_form.not_alone_reason == "Ella did not want to"


def test_add_another_decision_gives_a_row_and_keeps_everything(fill_in):
    page = fill_in(**decision(1), add="add", held_on_0="31", held_on_1="2", participation_code="")
    assert len(page.context["form"].rows) == 2
    assert 'value="31"' in words(page)
    assert "School place" in words(page)
    assert "There is a problem" not in words(page)
    assert not Draft.objects.exists()


def test_blank_rows_are_left_out_and_the_rest_numbered(submit, planned):
    submit(
        decisions="4",
        **decision(2, text="First"),
        **{"decision-3-text": "  "},
        **decision(4, text="Second"),
    )
    kept = Decision.objects.filter(review=planned).values_list("number", "text")
    assert list(kept) == [(1, "First"), (2, "Second")]


def test_a_half_filled_row_is_named(fill_in):
    page = fill_in(decisions="2", **decision(1), **{"decision-2-text": "Contact with Grandad"})
    assert sentences(page) == [
        "Enter who will do decision 2, or empty its row",
        "Enter the day decision 2 will be done by, or empty its row",
    ]
    assert "Contact with Grandad" in words(page)


def test_a_decision_to_be_done_before_the_review_is_refused(fill_in):
    page = fill_in(**decision(1, by=date(2017, 7, 18)))
    assert sentences(page) == [
        "The day decision 1 will be done by must be on or after the review, 19 July 2017"
    ]


def test_all_that_is_wrong_is_said_at_once(fill_in):
    page = fill_in(held_time="", method="", participation_code="", seen_alone="", chair="")
    assert len(sentences(page)) == 5


@pytest.mark.parametrize(
    "changes",
    [
        {"next_steps": "x" * 100_000},
        {"others_attending": "x" * 100_000},
        {"decision-1-text": "x" * 100_000},
        {"next_steps": "a\x00b"},
        {"held_on_0": "\x00"},
        {"held_on_2": "9" * 5000},
        {"chair": "9" * 30},
        {"chair": "x"},
        {"decisions": "9" * 30, "method": ""},
        {"decisions": "-1", "method": ""},
        {"attendees": ["burglar"]},
        {"late_reason": "not_recorded"},
    ],
)
def test_bad_input_gets_a_sentence_and_nothing_typed_is_lost(fill_in, planned, changes):
    page = fill_in(**changes)
    assert page.status_code == 200
    assert sentences(page)
    for value in changes.values():
        if len(value) == 100_000:
            assert value in page.content.decode()
    planned.refresh_from_db()
    assert planned.held_on is None


def test_a_name_with_a_script_in_it_is_shown_and_not_run(fill_in, planned, iro, client_for):
    evil = "<script>alert(1)</script>"
    Child.objects.filter(pk=planned.child_id).update(given_name=evil)
    for page in (
        client_for(iro).get(reverse("outcome_form", args=[planned.pk])),
        fill_in(
            **on(date(2017, 6, 1)), others_attending=evil, seen_alone="", participation_code=""
        ),
        fill_in(**decision(1, text=evil, owner=evil), others_attending=evil),
        client_for(iro).get(reverse("review", args=[planned.pk])),
    ):
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()
        assert "&lt;script&gt;alert(1)" in page.content.decode()


def test_later_keeps_half_an_answer_for_the_same_person_only(
    fill_in, planned, iro, practice_manager, client_for
):
    page = fill_in(later="later", held_on_1="", next_steps="Ask about a\x00 bike", method="")
    assert "not submitted yet" in words(page)
    again = client_for(iro).get(reverse("outcome_form", args=[planned.pk]))
    assert "Ask about a\N{REPLACEMENT CHARACTER} bike" in words(again)
    assert again.context["form"]["held_on"].value() == ["19", "", "2017"]
    assert "There is a problem" not in words(again)
    other = client_for(practice_manager).get(reverse("outcome_form", args=[planned.pk]))
    assert "bike" not in words(other)


def test_an_unfinished_draft_cannot_be_submitted_by_its_address(fill_in, planned, iro, client_for):
    fill_in(later="later", method="")
    page = reverse("outcome_form_check", args=[planned.pk])
    shown = client_for(iro).post(page, {"version": "1"}, follow=True)
    assert sentences(shown) == ["Select how the review was held"]
    planned.refresh_from_db()
    assert planned.held_on is None


def test_answers_changed_in_another_window_are_checked_again(fill_in, planned, iro, client_for):
    fill_in()
    fill_in(method="phone")  # the other window
    page = client_for(iro).post(reverse("outcome_form_check", args=[planned.pk]), {"version": "1"})
    assert "Check them again" in words(page)
    assert "By phone" in words(page)
    planned.refresh_from_db()
    assert planned.held_on is None


def test_autosave_answers_with_the_time(fill_in, monkeypatch):
    now = datetime(2017, 7, 20, 13, 2, tzinfo=UTC)
    monkeypatch.setattr("iro_service.clock.now", lambda: now)
    answer = fill_in(autosave="1", method="", follow=False)
    assert answer.json() == {"saved": "14:02"}
    assert Draft.objects.get().answers["held_time"] == ["10:30"]


def test_only_the_forms_own_answers_are_kept_in_a_draft(fill_in):
    fill_in(later="later", huge="x" * 1000)
    assert "huge" not in Draft.objects.get().answers


def test_a_second_submit_is_refused_and_says_by_whom(submit, planned, iro, client_for):
    submit()
    check = reverse("outcome_form_check", args=[planned.pk])
    again = client_for(iro).post(check, {"version": "1"})
    assert again.status_code == 409
    assert f"This outcome form was already submitted by {iro} at " in words(again)
    form = reverse("outcome_form", args=[planned.pk])
    assert client_for(iro).post(form, filled_in(iro)).status_code == 409
    opened = client_for(iro).get(form, follow=True)
    assert "already submitted by" in words(opened)
    assert Record.objects.count() == 1


def test_opening_the_form_is_logged(planned, iro, client_for):
    client_for(iro).get(reverse("outcome_form", args=[planned.pk]))
    look = Look.objects.get()
    assert (look.by, look.subject, look.subject_id) == (iro, "child", planned.child_id)


def test_a_chair_from_outside_keeps_the_review_until_its_record_is_written(
    submit, planned, other_iro, client_for
):
    submit(chair=other_iro.pk)
    page = client_for(other_iro).get(reverse("record", args=[planned.pk]))
    assert page.status_code == 200
    Record.objects.update(discussion="Done", completed_on=date(2017, 7, 20), completed_by=other_iro)
    gone = client_for(other_iro).get(reverse("record_preview", args=[planned.pk]))
    assert gone.status_code == 404
