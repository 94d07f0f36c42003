"""Reviews recorded in error: asked for by one person, confirmed by a second one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.access import SERVICE, for_roles
from accounts.models import MANAGERS
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import counted, day_long
from reviews.actions.striking import ask_to_strike, confirm_strike, decline_strike
from reviews.forms.life import LetItStandForm, StrikeForm
from reviews.models import Review, Strike
from reviews.views.scoped import log_opening, the_review


@for_roles(*SERVICE)
def review_strike(request, pk):
    """Say that a held review was recorded in error, and why."""
    review = the_review(request, pk)
    if review.held_on is None or review.struck_on:
        raise Refusal("This review was not held, or it was taken out already.")
    log_opening(request, review, "recorded in error")
    form = StrikeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        ask_to_strike(review, reason=reason, on=clock.today(), by=request.user)
        messages.success(
            request, "Asked. The review counts as before until a second person, a manager, agrees."
        )
        return redirect("review", review.pk)
    return render(request, "reviews/strike.html", {"form": form, "review": review})


@for_roles(*MANAGERS)
@require_POST
def review_strike_answer(request, pk):
    """Confirm that a review was recorded in error."""
    strike = get_object_or_404(Strike, review=the_review(request, pk))
    struck = confirm_strike(strike, at=clock.now(), by=request.user)
    planned = Review.objects.planned().filter(child=struck.child).first()
    follows = f" The next review is due by {day_long(planned.due_on)}." if planned else ""
    messages.success(request, f"Taken out. The review counts nowhere any more.{follows}")
    return redirect("review", pk)


@for_roles(*MANAGERS)
def review_strike_decline(request, pk):
    """Let a review stand that was said to be recorded in error, and say why."""
    review = the_review(request, pk)
    strike = get_object_or_404(Strike.objects.select_related("asked_by"), review=review)
    log_opening(request, review, "recorded in error")
    form = LetItStandForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        decline_strike(strike, reason=reason, at=clock.now(), by=request.user)
        messages.success(request, "The review stands as it was recorded.")
        return redirect("review", pk)
    page = {"form": form, "review": review, "strike": strike}
    return render(request, "reviews/strike_decline.html", page)


@for_roles(*MANAGERS)
def strikes(request):
    """List the reviews said to be recorded in error, which wait for a second person."""
    on = clock.today()
    asked = Strike.objects.filter(confirmed_on__isnull=True).select_related(
        "review__child", "asked_by"
    )
    rows = list(asked.order_by("asked_on", "pk"))
    return render(
        request,
        "reviews/strikes.html",
        {"object_list": rows, "count_text": counted(len(rows), "review"), "on": on},
    )
