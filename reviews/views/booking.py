"""Booking a review."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.access import for_roles
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import counted, day_long
from iro_service.templatetags.house import day as in_words
from reviews.actions.booking import book_review
from reviews.forms import BookingForm
from reviews.views.scoped import WRITERS, deadlines_now, log_opening, the_review


@for_roles(*WRITERS)
def review_book(request, pk):
    """Give a planned review its day, time, place and chair, or other ones."""
    review = the_review(request, pk)
    if review.held_on or review.cancelled_on:
        raise Refusal("This review was held or cancelled, so it cannot be booked.")
    log_opening(request, review, "booking")
    form = BookingForm(
        request.POST or None, review=review, on=clock.today(), initial=_known(review, request.user)
    )
    if request.method == "POST" and form.is_valid() and _book(request, review, form):
        return redirect("review", review.pk)
    deadline = deadlines_now().of_review(review)
    return render(
        request, "reviews/book.html", {"form": form, "review": review, "deadline": deadline}
    )


def _known(review, user) -> dict:
    """The booking as it stands; for a new one, the person's own name as the chair."""
    booked = review.booked_for and timezone.localtime(review.booked_for)
    chair = review.chair_id or (user.pk if user.is_iro else _iro_of(review))
    when = {"day": booked.date(), "time": booked.time()} if booked else {}
    return when | {"place": review.place, "chair": chair}


def _iro_of(review):
    allocation = review.child.allocations.in_force(on=clock.today()).first()
    return allocation and allocation.iro_id


def _book(request, review, form) -> bool:
    """Book it and say what follows; a refusal becomes an error that keeps the words."""
    answers = form.cleaned_data
    try:
        book_review(
            review,
            booked_for=form.booked_for,
            place=answers["place"],
            chair=answers["chair"],
            on=clock.today(),
            by=request.user,
        )
    except Refusal as refusal:
        form.add_error(None, refusal.sentence)
        return False
    when = f"{day_long(answers['day'])} at {answers['time']:%H:%M}"
    if answers["day"] <= review.due_on:
        messages.success(request, f"Booked for {when}. That is in time.")
        return True
    late_by = counted((answers["day"] - review.due_on).days, "day")
    messages.warning(
        request,
        f"Booked for {when}. The review will be late by {late_by}: "
        f"its last lawful day is {in_words(review.due_on)}.",
    )
    return True
