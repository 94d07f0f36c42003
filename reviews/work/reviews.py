"""Reviews to book, to hold and to go on with."""

from collections.abc import Iterator
from datetime import date, datetime

from django.utils import timezone

from reviews.deadlines import Deadlines
from reviews.models import Review
from reviews.work.piece import Piece

# The deed, the words on its button, the page where it is done.
BOOK = ("Book the review", "Book", "review_book")
HOLD = ("Hold the review", "Open", "review")
RESUME = ("Resume the review", "Book", "review_book")


def reviews_to_do(user, deadlines: Deadlines) -> Iterator[Piece]:
    """The reviews to book and to hold, from one query."""
    on, at = deadlines.on, deadlines.at
    reviews = Review.objects.visible_to(user, on=on).to_hold(at=at).with_iro(on=on)
    for review in reviews.select_related("child", "chair", "adjournment"):
        booked = review.booked_for and timezone.localtime(review.booked_for)
        adjourned = getattr(review, "adjournment", None)
        deed, button, page = HOLD if booked else RESUME if adjourned else BOOK
        last_on = adjourned.resume_by if adjourned else review.due_on
        yield Piece(
            kind="reviews",
            child=review.child,
            iro_pk=review.iro_pk,
            iro_name=review.iro_name,
            about_pk=review.pk,
            deed=deed,
            button=button,
            page=page,
            do_on=min(last_on, booked.date()) if booked else last_on,
            deadline=deadlines.of_adjournment(adjourned)
            if adjourned
            else deadlines.of_review(review),
            note=_note(review, booked, user, on),
            booked_at=booked if booked and booked.date() <= last_on else None,
        )


def _note(review: Review, booked: datetime | None, user, on: date) -> str:
    """Where a booked review is, and what about it may not be overlooked."""
    words = [review.place] if booked and review.place else []
    if adjourned := getattr(review, "adjournment", None):
        words.append(f"Adjourned on {adjourned.adjourned_on:%-d %B}, due by {review.due_on:%-d %B}")
    if booked and booked.date() > review.due_on:
        words.append(f"Booked for {booked:%-d %B}, after its last lawful day")
    if review.chair_id not in (None, user.pk, review.iro_pk):
        words.append(f"{review.chair} chairs")
    if review.report_due_on and review.report_due_on < on and not review.report_received_on:
        words.append("Social worker's report not received")
    return ". ".join(words)
