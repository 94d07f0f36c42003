"""What a child said on their own page: in their timeline, for the IRO alone until it is shared."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from cohort.models import Child
from iro_service import clock
from iro_service.templatetags.house import day as in_words
from reviews.events import Event
from reviews.models import ChildsPage

TITLES = {
    ChildsPage.Kind.VIEWS: "said what they want at the review",
    ChildsPage.Kind.FEEDBACK: "said how the review was",
}


def events_of_pages(child: Child, reader, *, on: date) -> Iterator[Event]:
    """That it came, without a word of it; nothing for whoever may not read it."""
    pages = ChildsPage.objects.readable_by(reader, on=on).standing().finished()
    found = pages.filter(review__child=child, review__struck_on__isnull=True)
    for page in found.select_related("review"):
        shared = page.shared_at and in_words(clock.day_of(page.shared_at))
        text = f"Shared on {shared}." if shared else "Not shared: only the child's IRO sees this."
        title = f"{child.given_name} {TITLES[ChildsPage.Kind(page.kind)]}"
        day = clock.day_of(page.finished_at)
        yield Event(day, "reviews", title, text, reverse("review", args=[page.review_id]))
