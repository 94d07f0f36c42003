"""The page that books a review."""

from datetime import date

import pytest
from django.urls import reverse

from cohort.models import Child
from reviews.models import Review

GOOD = {"day_0": "20", "day_1": "7", "day_2": "2017", "time": "2pm", "place": "Ella's school"}


@pytest.fixture
def book(planned, iro, client_for):
    """Send the booking as the child's IRO, with some answers changed."""

    def send(**changes):
        page = reverse("review_book", args=[planned.pk])
        return client_for(iro).post(page, {**GOOD, "chair": iro.pk, **changes}, follow=True)

    return send


def words(response) -> str:
    return " ".join(response.content.decode().split())


def test_on_the_last_lawful_day_it_is_in_time(book, planned):
    page = words(book())
    assert "Booked for Thursday 20 July 2017 at 14:00. That is in time." in page
    planned.refresh_from_db()
    assert f"{planned.booked_for:%H:%M}" == "13:00"  # kept in universal time
    assert planned.place == "Ella's school"


def test_a_day_later_is_allowed_and_said_to_be_late(book, planned):
    page = words(book(day_0="21"))
    assert "The review will be late by 1 day: its last lawful day is 20 July 2017." in page
    assert "Will be late" in page
    planned.refresh_from_db()
    assert planned.due_on == date(2017, 7, 20)


def test_the_page_explains_the_due_day_and_offers_the_iro_as_chair(planned, iro, client_for):
    page = client_for(iro).get(reverse("review_book", args=[planned.pk]))
    assert "20 working days after 22 June 2017" in words(page)
    assert page.context["form"]["chair"].value() == iro.pk


def test_a_manager_is_offered_the_childs_iro_as_chair(planned, iro, practice_manager, client_for):
    page = client_for(practice_manager).get(reverse("review_book", args=[planned.pk]))
    assert page.context["form"]["chair"].value() == iro.pk


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        (
            {"day_0": "19"},
            "day",
            "The review cannot be booked for a day that is past. Today is 20 July 2017",
        ),
        ({"day_0": "31", "day_1": "9"}, "day", "31 September 2017 is not a real day"),
        ({"day_0": "", "day_1": "", "day_2": ""}, "day", "Enter the day of the review"),
        ({"time": "25:00"}, "time", "The time of the review must be a time, like 10:30 or 2pm"),
        ({"place": ""}, "place", "Enter the place of the review"),
        (
            {"place": "x" * 100_000},
            "place",
            "The place of the review must be 200 characters or fewer. It is 99,800 over",
        ),
        ({"chair": "99999999999999999999"}, "chair", "Select who will chair the review"),
        ({"chair": ""}, "chair", "Select who will chair the review"),
    ],
)
def test_bad_input_gets_one_sentence_and_is_kept(book, planned, changes, field, sentence):
    page = book(**changes)
    assert page.context["form"].errors[field] == [sentence]
    for typed in changes.keys() - {"chair"}:  # a choice that is none cannot be shown
        assert changes[typed] in page.content.decode()
    planned.refresh_from_db()
    assert planned.booked_for is None


def test_nul_in_the_place_is_refused(book):
    page = book(place="School\x00")
    assert "cannot be saved" in str(page.context["form"].errors["place"])


def test_a_manager_cannot_be_the_chair(book, practice_manager):
    page = book(chair=practice_manager.pk)
    assert page.context["form"].errors["chair"] == ["Select who will chair the review"]


def test_a_script_in_a_name_is_shown_and_not_run(book, planned, period):
    Child.objects.update(given_name="<script>alert(1)</script>")
    page = book(place="<script>alert(2)</script>", day_0="")
    assert "<script>alert" not in page.content.decode()
    assert "&lt;script&gt;alert(1)" in page.content.decode()


def test_a_held_review_is_refused(book, planned):
    Review.objects.update(
        held_on=date(2017, 7, 19), method="phone", participation_code="PN1", held_time="10:00"
    )
    page = book()
    assert page.status_code == 409
    assert "held or cancelled" in words(page)
