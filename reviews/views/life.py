"""What happens to a review before it is held: adjourned, in parts, cancelled."""

from datetime import datetime

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from accounts.access import for_roles
from accounts.models import MANAGERS
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from iro_service.templatetags.house import day_long
from reviews.actions.held_before import enter_as_held_before
from reviews.actions.life import add_part, adjourn_review, cancel_review, take_out_part
from reviews.forms.life import (
    AdjournForm,
    CancelForm,
    HeldBeforeForm,
    PartForm,
    TakeOutPartForm,
)
from reviews.models import Review, ReviewPart
from reviews.views.scoped import WRITERS, deadlines_now, log_opening, the_review
from statute.timescales import LONDON


@for_roles(*WRITERS)
def review_adjourn(request, pk):
    """Adjourn a review that was begun."""
    review = _planned(request, pk, "adjourned")
    form = AdjournForm(request.POST or None, review=review, on=clock.today())
    return _answered(request, review, form, _adjourn, "Adjourn the review")


@for_roles(*WRITERS)
def review_part(request, pk):
    """Keep one part of a review completed in several."""
    review = _planned(request, pk, "added to")
    form = PartForm(request.POST or None, review=review, on=clock.today())
    return _answered(request, review, form, _add_part, "Add a part of the review")


@for_roles(*WRITERS)
def review_cancel(request, pk):
    """Cancel a planned review, which is then planned again for the same due day."""
    review = _planned(request, pk, "cancelled")
    form = CancelForm(request.POST or None)
    return _answered(request, review, form, _cancel, "Cancel the review")


@for_roles(*WRITERS)
def review_part_take_out(request, pk, part):
    """Take out a part of a review that was entered by mistake."""
    review = the_review(request, pk)
    wrong = get_object_or_404(ReviewPart, pk=part, review__in=Review.objects.of_the_plan_of(review))
    log_opening(request, review, "part of a review taken out")
    form = TakeOutPartForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        take_out_part(review, wrong, reason=reason, at=clock.now(), by=request.user)
        messages.success(request, f"Taken out. The part of {in_words(wrong.held_on)} is gone.")
        return redirect("review", review.pk)
    page = {"form": form, "review": review, "part": wrong}
    return render(request, "reviews/part_take_out.html", page)


@for_roles(*MANAGERS)
def review_held_before(request, pk):
    """Enter a review that was held, unbooked, before the child's rules changed."""
    review = _planned(request, pk, "entered")
    form = HeldBeforeForm(request.POST or None)
    return _answered(request, review, form, _held_before, "It was held before the rules changed")


def _planned(request, pk: int, deed: str) -> Review:
    review = the_review(request, pk)
    if review.held_on or review.cancelled_on:
        raise Refusal(f"This review was held or cancelled, so it cannot be {deed}.")
    return review


def _answered(request, review, form, deed, heading: str):
    """Do it and go back to the review; a refusal becomes an error that keeps the words."""
    log_opening(request, review, heading.lower())
    if request.method == "POST" and form.is_valid():
        try:
            there, sentence = deed(review, form.cleaned_data, clock.now(), request.user)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, sentence)
            return redirect("review", there.pk)
    return render(
        request,
        "reviews/life.html",
        {
            "form": form,
            "review": review,
            "heading": heading,
            "deed": deed.__name__,
            "deadline": deadlines_now().of_review(review),
        },
    )


def _adjourn(review, answers: dict, at, by):
    adjourned = adjourn_review(
        review, adjourned_on=answers["day"], reason=answers["reason"], at=at, by=by
    )
    return review, (
        f"Adjourned. It is to be resumed by {day_long(adjourned.resume_by)}; "
        f"it is still due by {day_long(review.due_on)}. Book the day on which it goes on."
    )


def _add_part(review, answers: dict, at, by):
    add_part(review, held_on=answers["day"], with_whom=answers["with_whom"], at=at, by=by)
    return review, (
        "Added. Fill in the outcome form once the last part was held: "
        "its day is the day the review was held."
    )


def _cancel(review, answers: dict, at, by):
    again = cancel_review(review, reason=answers["reason"], at=at, by=by)
    if again is None:
        name = review.child.given_name
        return review, f"Cancelled. {name} is no longer looked after, so no review is due."
    return again, (
        f"Cancelled. A review is still due by {day_long(again.due_on)}: book it for another day."
    )


def _held_before(review, answers: dict, at, by):
    began = datetime.combine(answers["day"], answers["time"], tzinfo=LONDON)
    entered = enter_as_held_before(
        review, began=began, place=answers["place"], reason=answers["reason"], at=at, by=by
    )
    return entered, (
        f"Entered. It was due by {day_long(entered.due_on)}. Its outcome form is owed now: "
        "once it is in, the next review is planned by the rules in force."
    )
