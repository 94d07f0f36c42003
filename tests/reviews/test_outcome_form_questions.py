"""What the outcome form asks about those around the child, the placement and the plans."""

from datetime import date

import pytest
from django.urls import reverse

from reviews.models import OutcomeForm, Review
from reviews.permanence import NO_PLAN
from tests.factories import HeldReviewFactory, OutcomeFormFactory, ReviewFactory
from tests.reviews.filled_in import filled_in, submitted
from tests.reviews.pages import sentences, words

UNANSWERED = {
    "advocate_offered": "",
    "parents_took_part": "",
    "carers_took_part": "",
    "placement_right": "",
    "permanence_plan": "",
    "plans": [],
}


@pytest.fixture
def second(planned, iro):
    """Ella's second review, planned; the first was held on 10 July."""
    Review.objects.filter(pk=planned.pk).delete()
    first = HeldReviewFactory(period=planned.period, held_on=date(2017, 7, 10))
    OutcomeFormFactory(review=first, permanence_plan="home")
    return ReviewFactory(
        period=planned.period,
        rule="second_review",
        base_on=date(2017, 7, 10),
        due_on=date(2017, 10, 10),
    )


@pytest.fixture
def fill_in(planned, iro, client_for):
    """Send the form as the child's IRO, with some answers changed."""

    def send(review=planned, **changes):
        page = reverse("outcome_form", args=[review.pk])
        return client_for(iro).post(page, filled_in(iro, **changes), follow=True)

    return send


@pytest.fixture
def form_of(iro, client_for):
    """The form as it was kept, after it was sent and submitted."""

    def send(review, **changes):
        page = submitted(client_for(iro), review, filled_in(iro, **changes))
        assert page.status_code == 200, words(page)
        return OutcomeForm.objects.get(review=review)

    return send


def test_each_question_has_its_sentence(fill_in):
    page = fill_in(**UNANSWERED, attendees=[])
    assert sentences(page) == [
        "Select yes if the placement is right for Ella",
        "Select the plan for permanence, or none yet",
        "Select the plans that are out of date, or that all are up to date",
        "Select how Ella's parents took part",
        "Select how Ella's carers took part",
        "Select yes if Ella was offered an advocate",
    ]


def test_a_ticked_box_answers_whether_they_came(form_of, planned):
    form = form_of(
        planned,
        attendees=["father", "carer", "advocate"],
        parents_took_part="",
        carers_took_part="",
        advocate_offered="",
    )
    assert (form.parents_took_part, form.carers_took_part) == ("came", "came")
    assert form.advocate_offered is True


@pytest.mark.parametrize("code", ["PN2", "PN5"])
def test_an_advocate_who_spoke_was_offered(form_of, planned, code):
    form = form_of(planned, participation_code=code, advocate_offered="")
    assert form.advocate_offered is True


def test_a_mother_who_came_did_not_stay_away(fill_in):
    page = fill_in(attendees=["mother", "carer"], parents_took_part="views", carers_took_part="")
    assert sentences(page) == [
        "You ticked that the mother or father came. Select Came, or untick the box"
    ]


def test_a_placement_that_is_not_right_needs_why(fill_in, form_of, planned):
    assert sentences(fill_in(placement_right="no")) == [
        "Enter why the placement is not right for Ella"
    ]
    form = form_of(planned, placement_right="no", placement_note="Too far from her school")
    assert (form.placement_right, form.placement_note) == (False, "Too far from her school")


def test_a_reason_left_on_a_placement_that_is_right_is_not_kept(form_of, planned):
    assert form_of(planned, placement_note="Too far").placement_note == ""


def test_plans_are_out_of_date_or_all_up_to_date_and_not_both(fill_in, form_of, planned):
    page = fill_in(plans=["care", "none"])
    assert sentences(page) == ["Select the plans that are out of date, or that all are up to date"]
    form = form_of(planned, plans=["care", "health"])
    assert (form.plans_out_of_date, form.plans_checked) == (["care", "health"], True)


def test_that_all_are_up_to_date_is_kept_apart_from_not_asked(form_of, planned):
    form = form_of(planned, plans=["none"])
    assert (form.plans_out_of_date, form.plans_checked) == ([], True)


def test_the_plan_for_permanence_is_filled_in_from_the_last_form(second, iro, client_for):
    page = client_for(iro).get(reverse("outcome_form", args=[second.pk]))
    assert page.context["form"]["permanence_plan"].value() == "home"


def test_no_plan_yet_is_asked_again(second, iro, client_for):
    OutcomeForm.objects.update(permanence_plan="none_yet")
    page = client_for(iro).get(reverse("outcome_form", args=[second.pk]))
    assert page.context["form"]["permanence_plan"].value() is None


def test_at_the_first_review_no_plan_is_nothing_to_remark_on(form_of, planned, iro, client_for):
    form_of(planned, permanence_plan="none_yet")
    page = words(client_for(iro).get(reverse("review", args=[planned.pk])))
    assert "None yet" in page
    assert NO_PLAN not in page


def test_at_the_second_review_no_plan_is_allowed_and_flagged(second, iro, fill_in, client_for):
    form = client_for(iro).get(reverse("outcome_form", args=[second.pk]))
    assert NO_PLAN in words(form)
    check = fill_in(second, permanence_plan="none_yet")
    assert f"None yet<br>{TAG} {NO_PLAN}" in words(check)
    submitted(client_for(iro), second, filled_in(iro, permanence_plan="none_yet"))
    assert NO_PLAN in words(client_for(iro).get(reverse("review", args=[second.pk])))
    listed = client_for(iro).get(reverse("reviews"), {"state": "no_permanence_plan"})
    assert [row.review for row in listed.context["page"].object_list] == [second]
    assert "No plan for permanence" in words(listed)


TAG = '<strong class="house-tag house-tag--late">No plan</strong>'


def test_a_plan_made_at_a_later_review_ends_the_flag(second, iro, client_for):
    HeldReviewFactory(period=second.period, held_on=date(2017, 7, 17), rule="later_review")
    OutcomeFormFactory(
        review=HeldReviewFactory(
            period=second.period, held_on=date(2017, 7, 12), rule="second_review"
        ),
        permanence_plan="none_yet",
    )
    later = Review.objects.get(held_on=date(2017, 7, 17))
    listed = {"state": "no_permanence_plan"}
    page = client_for(iro).get(reverse("reviews"), listed)
    assert page.context["number"] == 1
    OutcomeFormFactory(review=later, permanence_plan="adoption")
    page = client_for(iro).get(reverse("reviews"), listed)
    assert page.context["number"] == 0


def test_the_answers_are_on_the_check_page_the_review_and_the_timeline(
    fill_in, planned, iro, client_for
):
    answers = {
        "attendees": [],
        "parents_took_part": "not_appropriate",
        "carers_took_part": "views",
        "advocate_offered": "no",
        "placement_right": "no",
        "placement_note": "Too far from her <school>",
        "permanence_plan": "fostering",
        "plans": ["education"],
        "concern": "No social worker since <May>",
    }
    told = [
        "Not asked: it would not have been right for the child",
        "Did not come, and gave their views",
        "Too far from her &lt;school&gt;",
        "Long-term foster care",
        "Personal education plan",
        "No social worker since &lt;May&gt;",
    ]
    check = words(fill_in(**answers))
    submitted(client_for(iro), planned, filled_in(iro, **answers))
    review = words(client_for(iro).get(reverse("review", args=[planned.pk])))
    assert [one for one in told if one not in check] == []
    assert [one for one in told if one not in review] == []
    child = words(client_for(iro).get(reverse("child", args=[planned.child_id])))
    assert "Concern at the review" in child
    assert "No social worker since &lt;May&gt;" in child


def test_a_form_from_before_these_were_asked_says_nothing_about_them(planned, iro, client_for):
    form = OutcomeFormFactory(
        review=HeldReviewFactory(period=planned.period, held_on=date(2017, 7, 3))
    )
    page = words(client_for(iro).get(reverse("review", args=[form.review_id])))
    for label in ("Advocate offered", "Placement right", "Plans out of date"):
        assert label not in page
