"""The calendar shows who is reviewed when, and its feed tells a calendar program no name."""

import re
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from reviews.actions.feed import make_feed
from reviews.models import CalendarFeed, Meeting
from tests.factories import (
    AllocationFactory,
    HeldReviewFactory,
    PeriodFactory,
    ProclaimedHolidayFactory,
    ReviewFactory,
)

pytestmark = pytest.mark.django_db
NOW = datetime(2017, 7, 20, 9, tzinfo=UTC)


def book(iro, when, place="Elgar House", **more):
    """A planned review the IRO chairs, booked at a UTC time (an hour behind the clock in July)."""
    period = PeriodFactory(started_on=date(2017, 7, 3), child__given_name="Ella")
    AllocationFactory(child=period.child, iro=iro, started_on=date(2017, 7, 4))
    at = datetime.fromisoformat(when).replace(tzinfo=UTC)
    return ReviewFactory(period=period, chair=iro, booked_for=at, place=place, **more)


def week(client, **choices):
    return client.get("/calendar/", choices).context["days"]


def test_a_week_runs_from_monday_to_sunday_and_holds_its_reviews(iro, client_for):
    review = book(iro, "2017-07-21T09:00")
    book(iro, "2017-07-24T09:00")  # next Monday
    days = week(client_for(iro))
    assert [days[0].on, days[-1].on] == [date(2017, 7, 17), date(2017, 7, 23)]
    assert [one.reviews for day in days for one in day.appointments] == [[review]]


def test_a_review_after_midnight_summer_time_stands_on_its_day_here(iro, client_for):
    book(iro, "2017-07-20T23:30")  # 0:30 on the 21st
    assert [len(day.appointments) for day in week(client_for(iro))] == [0, 0, 0, 0, 1, 0, 0]


def test_two_within_the_hour_conflict_and_a_gap_is_told(iro, client_for):
    for when in ("2017-07-21T09:00", "2017-07-21T09:30", "2017-07-21T11:00"):
        book(iro, when)
    friday = week(client_for(iro))[4].appointments
    assert [(one.conflict, one.gap) for one in friday] == [(True, None), (True, -30), (False, 30)]


def test_what_was_held_stays_in_the_calendar_and_conflicts_with_nothing(iro, client_for):
    for _ in range(2):
        held = HeldReviewFactory(
            period__started_on=date(2017, 7, 3), held_on=date(2017, 7, 18), chair=iro
        )
        AllocationFactory(child=held.child, iro=iro, started_on=date(2017, 7, 4))
    HeldReviewFactory(held_on=date(2017, 7, 18), struck_on=date(2017, 7, 19), chair=iro)
    client = client_for(iro)
    tuesday = week(client)[1].appointments
    assert [one.was_held for one in tuesday] == [True, True]
    assert held in [review for one in tuesday for review in one.reviews]
    assert not any(one.conflict for one in tuesday)
    assert "held" in cells(client.get("/calendar/", {"by": "month"}))[3][1]


def test_brothers_and_sisters_reviewed_together_are_one_appointment(iro, client_for):
    meeting = Meeting.objects.create(booked_for=NOW, place="Home", chair=iro)
    for _ in range(2):
        book(iro, "2017-07-21T09:00", meeting=meeting)
    (together,) = week(client_for(iro))[4].appointments
    assert len(together.reviews) == 2
    assert not together.conflict


def test_a_month_and_other_days_are_in_the_address(iro, client_for):
    days = week(client_for(iro), by="month", day="2017-02-10")
    assert [days[0].on, days[-1].on] == [date(2017, 2, 1), date(2017, 2, 28)]
    assert week(client_for(iro), day="31 February")[0].on == date(2017, 7, 17)


def grid(response) -> str:
    """The month's table."""
    return re.search(r"<table.*?</table>", response.content.decode(), re.S)[0]


def cells(response) -> list[list[str]]:
    """The words of each cell of the month's grid, row by row."""
    rows = re.findall(r"<tr>(.*?)</tr>", grid(response).partition("<tbody>")[2], re.S)
    return [[text(cell) for cell in re.findall(r"<td.*?</td>", row, re.S)] for row in rows]


def text(html: str) -> str:
    """What is read of it, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_month_is_a_grid_of_weeks_from_monday_with_its_headings(iro, client_for):
    book(iro, "2017-07-21T09:00")
    page = client_for(iro).get("/calendar/", {"by": "month"})
    rows = cells(page)
    assert [len(row) for row in rows] == [7] * 6  # 1 July was a Saturday, the 31st a Monday
    assert rows[0][:5] == [""] * 5
    assert rows[0][5] == "Week of 1 July"
    assert "10:00 Ella Brown" in rows[3][4]
    assert "Today" in rows[3][3]
    assert re.search(r"<caption[^>]*>July 2017</caption>", grid(page))
    heads = re.findall(r'<th scope="col">(\w+)</th>', grid(page))
    assert (heads[0], heads[6], len(heads)) == ("Monday", "Sunday", 7)


def test_bank_holidays_are_named_and_days_off_marked(iro, client_for):
    page = client_for(iro).get("/calendar/", {"by": "month", "day": "2017-04-10"})
    # Five weekends, Good Friday and Easter Monday.
    assert grid(page).count("house-month__day--off") == 10 + 2
    assert "Good Friday" in cells(page)[2][4]


def test_a_proclaimed_holiday_is_in_the_calendar_too(iro, client_for):
    ProclaimedHolidayFactory()  # Wednesday 26 July
    page = client_for(iro).get("/calendar/", {"by": "month"})
    assert "State funeral" in cells(page)[4][2]


def test_years_whose_holidays_nobody_knows_have_a_calendar_too(iro, client_for):
    later = {"by": "month", "day": "2040-05-01"}
    assert client_for(iro).get("/calendar/", later).status_code == 200


def test_a_full_day_says_how_many_more_and_leads_to_them(iro, client_for):
    for hour in range(8, 14):
        book(iro, f"2017-07-21T{hour:02}:00")
    page = client_for(iro).get("/calendar/", {"by": "month"})
    assert "2 more on 21 July 2017" in cells(page)[3][4]
    assert "?day=2017-07-21" in page.content.decode()


def test_an_iro_sees_their_own_and_a_manager_whom_they_choose(
    iro, other_iro, practice_manager, client_for
):
    book(iro, "2017-07-21T09:00")
    book(other_iro, "2017-07-21T09:00")
    assert len(week(client_for(iro))[4].appointments) == 1
    assert len(week(client_for(practice_manager))[4].appointments) == 2
    assert len(week(client_for(practice_manager), iro=iro.pk)[4].appointments) == 1
    assert client_for(practice_manager).get("/calendar/?iro=x").status_code == 200


def test_the_feed_gives_day_place_and_reference_and_no_name(iro, client, client_for):
    review = book(iro, "2017-07-21T09:00")
    page = client_for(iro).post("/calendar/feed/make/")
    answer = client.get(page.context["address"].partition("8000")[2])
    assert answer.headers["content-type"].startswith("text/calendar")
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event.decoded("dtstart") == datetime(2017, 7, 21, 9, tzinfo=UTC)
    assert str(event["summary"]) == f"Review {review.child.reference}"
    assert str(event["location"]) == "Elgar House"
    assert review.child.given_name.encode() not in answer.content


def test_an_address_ends_when_a_new_one_is_made_when_it_is_ended_and_when_its_person_leaves(
    iro, client, client_for
):
    old, new = make_feed(iro, at=NOW), make_feed(iro, at=NOW)
    assert client.get(f"/calendar/{old}.ics").status_code == 404
    assert client.get(f"/calendar/{new}.ics").status_code == 200
    type(iro).objects.filter(pk=iro.pk).update(is_active=False)
    assert client.get(f"/calendar/{new}.ics").status_code == 404
    type(iro).objects.filter(pk=iro.pk).update(is_active=True)
    client_for(iro).post("/calendar/feed/end/")
    assert client.get(f"/calendar/{new}.ics").status_code == 404


def test_only_the_hash_of_an_address_is_kept(iro):
    secret = make_feed(iro, at=NOW)
    assert secret not in str(CalendarFeed.objects.values().get())
