"""A person's booked reviews as an iCalendar file. It leaves the house: no child's name is in it."""

from datetime import date, timedelta

from django.conf import settings
from django.urls import reverse
from icalendar import Calendar, Event

from reviews.calendar import LENGTH, booked_between

BACK, AHEAD = timedelta(days=31), timedelta(days=366)


def calendar_file(person, *, on: date) -> bytes:
    """The reviews the person chairs from a month ago to a year ahead, by reference only."""
    calendar = Calendar()
    calendar.add("prodid", "-//IRO service//reviews//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Reviews")
    for review in booked_between(person, on - BACK, on + AHEAD, on=on, chair=person):
        event = Event()
        event.add("uid", f"review-{review.pk}@iro-service")
        event.add("dtstamp", review.booked_for)
        event.add("dtstart", review.booked_for)
        event.add("dtend", review.booked_for + LENGTH)
        event.add("summary", f"Review {review.child.reference}")
        event.add("location", review.place)
        event.add("url", settings.SERVICE_ADDRESS + reverse("review", args=[review.pk]))
        event.add("class", "PRIVATE")
        calendar.add_component(event)
    return calendar.to_ical()
