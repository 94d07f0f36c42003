"""Booking a review, or several together; booking it anew; bringing it forward."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect, render
from django.utils import timezone

from accounts.access import for_roles
from cohort.models import Child
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import counted, day_long
from iro_service.templatetags.house import day as in_words
from reviews.actions.booking import book_review, book_together, bring_forward
from reviews.forms import BringForwardForm, TogetherForm
from reviews.kin import kin_in_words
from reviews.models import Review
from reviews.plan import adjournment_of
from reviews.views.scoped import WRITERS, deadlines_now, log_opening, the_review

TOGETHER = "Reviewed together now"
GUESSED = "Not recorded as kin: a guess from the family name"


@for_roles(*WRITERS)
def review_book(request, pk):
    """Give planned reviews their day, time, place and chair, or other ones."""
    review = _planned(request, pk)
    family, others = _companions(request, review)
    known = _known(review, request.user)
    known["siblings"] = [
        str(one.pk) for one in family if one.meeting_id and one.meeting_id == review.meeting_id
    ]
    form = TogetherForm(
        request.POST or None,
        review=review, on=clock.today(), family=family, others=others, initial=known,
    )  # fmt: skip
    return _answered(request, review, form, _book)


@for_roles(*WRITERS)
def review_bring_forward(request, pk):
    """Book a planned review for an earlier day, as the child or the IRO asked."""
    review = _planned(request, pk)
    known = {"day": None, "time": None} | _known(review, request.user)
    del known["day"]
    form = BringForwardForm(
        request.POST or None, review=review, on=clock.today(), initial=known
    )  # fmt: skip
    return _answered(request, review, form, _bring_forward)


def _planned(request, pk: int) -> Review:
    review = the_review(request, pk)
    if review.held_on or review.cancelled_on:
        raise Refusal("This review was held or cancelled, so it cannot be booked.")
    log_opening(request, review, "booking")
    return review


def _answered(request, review, form, deed):
    """Do it and go back to the review; a refusal becomes an error that keeps the words."""
    if request.method == "POST" and form.is_valid():
        try:
            booked = deed(review, form, {"at": clock.now(), "by": request.user})
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            _say(request, booked)
            return redirect("review", review.pk)
    return render(
        request,
        "reviews/book.html",
        {
            "form": form,
            "review": review,
            "forward": deed is _bring_forward,
            "deadline": deadlines_now().of_review(review),
        },
    )


def _book(review, form, asked: dict) -> list[Review]:
    if form.others:
        return book_together([review, *form.others], **form.booking, **asked)
    return [book_review(review, **form.booking, **asked)]


def _bring_forward(review, form, asked: dict) -> list[Review]:
    return [bring_forward(review, **form.booking, **asked)]


def _companions(request, review) -> tuple[list[Review], object]:
    """Planned reviews of kin and of those who may be, and of the IRO's other children."""
    on = clock.today()
    planned = Review.objects.visible_to(request.user, on=on).planned().exclude(pk=review.pk)
    theirs = planned.with_iro(on=on).filter(iro_pk=review.iro_pk).select_related("child", "period")
    by_name = theirs.order_by("child__family_name", "child__given_name", "pk")
    kin = {one.pk: kin_in_words(one) for one in Child.objects.kin_of(review.child)}
    like = Q(child__in=kin) | Q(child__family_name__iexact=review.child.family_name)
    if review.meeting_id:
        like |= Q(meeting=review.meeting_id)
    family = list(by_name.filter(like))
    for one in family:
        together = review.meeting_id and one.meeting_id == review.meeting_id
        one.why = kin.get(one.child_id) or (TOGETHER if together else GUESSED)
    family.sort(key=lambda one: one.child_id not in kin)  # the recorded ones, then the guesses
    return family, by_name.exclude(like)


def _known(review, user) -> dict:
    """The booking as it stands; for a new one, the child's IRO as the chair."""
    booked = review.booked_for and timezone.localtime(review.booked_for)
    chair = review.chair_id or (user.pk if user.is_iro else review.iro_pk)
    when = {"day": booked.date(), "time": booked.time()} if booked else {}
    return when | {"place": review.place, "chair": chair}


def _say(request, booked: list[Review]) -> None:
    """Say for when, and for each child what follows for the due day, which never moves."""
    moment = timezone.localtime(booked[0].booked_for)
    when = f"{day_long(moment)} at {moment:%H:%M}"
    late = [review for review in booked if moment.date() > review.due_on]
    if not late:
        every = f", {counted(len(booked), 'review')} together" if len(booked) > 1 else ""
        messages.success(request, f"Booked for {when}{every}. That is in time.")
    for review in late:
        whose = f"{review.child.given_name}'s review" if len(booked) > 1 else "The review"
        late_by = counted((moment.date() - review.due_on).days, "day")
        messages.warning(
            request,
            f"Booked for {when}. {whose} will be late by {late_by}: "
            f"its last lawful day is {in_words(review.due_on)}.",
        )
    for review in booked:
        adjourned = adjournment_of(review)
        if adjourned and moment.date() > adjourned.resume_by:
            messages.warning(
                request,
                f"It was adjourned, and was to be resumed by {day_long(adjourned.resume_by)}.",
            )
