"""Oversight between reviews on its pages: checks, footprints, and who had none."""

from datetime import date

import pytest
from django.urls import reverse

from reviews.models import Footprint, MidwayCheck
from tests.factories import FootprintFactory, MidwayCheckFactory
from tests.reviews.cases import child_of, review_due, review_held

pytestmark = pytest.mark.django_db


@pytest.fixture
def child(iro):
    return child_of(iro, given_name="Ella")


@pytest.fixture
def check(child):
    """Of the review due on 10 October; half-way from 10 April is 10 July."""
    review_held(child, date(2017, 4, 10))
    return MidwayCheckFactory(
        review=review_due(child, date(2017, 10, 10)), due_on=date(2017, 7, 10)
    )


def words(response) -> str:
    return " ".join(response.content.decode().split())


def typed(day: date, **more) -> dict:
    return {"on_0": day.day, "on_1": day.month, "on_2": day.year, "kind": "visit"} | more


def test_the_half_way_day_explains_itself_and_stands_on_my_work(check, iro, client_for):
    client = client_for(iro)
    page = words(client.get(reverse("midway_check", args=[check.review_id])))
    assert "Half-way between 10 April 2017 and 10 October 2017." in page
    assert "overdue by 10 days" in page
    assert "Do the midway check" in words(client.get("/my-work/"))


@pytest.mark.parametrize(
    ("due_on", "listed"), [(date(2017, 8, 3), True), (date(2017, 8, 4), False)]
)
def test_my_work_shows_checks_of_the_next_ten_working_days(check, iro, client_for, due_on, listed):
    MidwayCheck.objects.update(due_on=due_on)
    assert ("Do the midway check" in words(client_for(iro).get("/my-work/"))) is listed


def test_a_check_is_done_once_and_stands_on_the_timeline(check, iro, client_for):
    client, page = client_for(iro), reverse("midway_check", args=[check.review_id])
    client.post(page, {"outcome": "some_drift", "note": "The school moved twice."})
    assert client.post(page, {"outcome": "on_track"}).status_code == 409
    assert "Do the midway check" not in words(client.get("/my-work/"))
    timeline = words(client.get(reverse("child", args=[check.review.child_id]) + "?show=oversight"))
    assert "Some drift, raised informally. The school moved twice." in timeline


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"outcome": ""}, "Select whether the plan is on track"),
        ({"outcome": "some_drift"}, "Enter what is drifting and who knows of it"),
        ({"outcome": "concern", "note": ""}, "Enter what the concern is"),
        ({"outcome": "concern", "note": "x" * 100_000}, "must be 4,000 characters or fewer"),
    ],
)
def test_a_check_without_its_words_is_not_saved(check, iro, client_for, answers, sentence):
    page = client_for(iro).post(reverse("midway_check", args=[check.review_id]), answers)
    assert sentence in words(page)
    assert not MidwayCheck.objects.done().exists()


def test_the_group_manager_reads_a_check_and_does_none(check, group_manager, client_for):
    client, page = client_for(group_manager), reverse("midway_check", args=[check.review_id])
    assert "Save the check" not in words(client.get(page))
    assert client.post(page, {"outcome": "on_track"}).status_code == 403


def test_a_footprint_is_logged_from_the_childs_page(child, iro, client_for):
    client, page = client_for(iro), reverse("footprint_add", args=[child.pk])
    assert page in words(client.get(reverse("child", args=[child.pk])))
    assert 'value="2017"' in words(client.get(page))  # the day is filled in
    told = client.post(page, typed(date(2017, 7, 20), note="<b>Seen</b>"), follow=True)
    assert "Logged for Ella Brown." in words(told)
    assert "&lt;b&gt;Seen&lt;/b&gt;" in words(told)
    footprint = Footprint.objects.get()
    assert (footprint.by, footprint.on, footprint.kind) == (iro, date(2017, 7, 20), "visit")


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        (typed(date(2017, 7, 21)), "Enter a day that is not in the future"),
        (typed(date(2016, 9, 1)), "Ella was not looked after on 1 September 2016"),
        (
            typed(date(2017, 7, 1)) | {"on_0": "31", "on_1": "2"},
            "31 February 2017 is not a real day",
        ),
        (typed(date(2017, 7, 1), kind="golf"), "Select what you did"),
        (typed(date(2017, 7, 1), note="a\x00"), "cannot be saved"),
    ],
)
def test_a_bad_footprint_gets_a_sentence(child, iro, client_for, answers, sentence):
    page = client_for(iro).post(reverse("footprint_add", args=[child.pk]), answers)
    assert sentence in words(page)
    assert not Footprint.objects.exists()


def test_a_footprint_logged_from_the_list_takes_the_child_off_it(child, iro, client_for):
    client = client_for(iro)
    assert "1 child" in words(client.get("/oversight/"))
    page = reverse("footprint_add", args=[child.pk]) + "?from=oversight"
    told = words(client.post(page, typed(date(2017, 7, 19)), follow=True))
    assert "Logged for Ella Brown." in told
    assert "No child has been without a footprint for so long." in told


def test_my_work_and_today_count_what_the_list_shows(
    child, iro, other_iro, practice_manager, client_for
):
    child_of(other_iro)
    assert "1 child</a> without a footprint" in words(client_for(iro).get("/my-work/"))
    client = client_for(practice_manager)
    tile = next(
        one for one in client.get("/today/").context["strip"] if one["href"] == "/oversight/"
    )
    assert tile["number"] == client.get("/oversight/").context["page"].paginator.count == 2


def test_the_list_is_narrowed_and_sorted(child, iro, other_iro, practice_manager, client_for):
    FootprintFactory(child=child, on=date(2017, 7, 1))
    for whose in (other_iro, None):
        child_of(whose)
    client = client_for(practice_manager)

    def found(query: str) -> int:
        return client.get(f"/oversight/?{query}").context["page"].paginator.count

    numbers = {
        "": 2,
        "show=all": 3,
        f"show=all&iro={iro.pk}": 1,
        "show=all&iro=nobody": 1,
        "show=all&sort=-iro": 3,
        "sort=nonsense": 2,
    }
    assert {query: found(query) for query in numbers} == numbers


def test_the_download_has_the_days_since(child, iro, client_for):
    FootprintFactory(child=child, on=date(2017, 4, 1))
    file = client_for(iro).get("/oversight/download/").content.decode()
    assert "Visit to the child,2017-04-01,110" in file
