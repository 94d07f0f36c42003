"""A colleague's unfinished outcome form: seen, and taken over."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from accounts.access import for_roles
from iro_service import clock
from reviews.actions.draft import take_over
from reviews.forms import OutcomeFormQuestions
from reviews.forms.in_words import beside, lines_of
from reviews.models import Draft, Review
from reviews.views.drafts import draft_of, typed
from reviews.views.scoped import WRITERS, log_opening, the_review


@for_roles(*WRITERS)
def outcome_form_others(request, pk, by):
    """Read what a colleague typed and has not submitted, beside one's own, and take it over."""
    review = the_review(request, pk)
    theirs = get_object_or_404(others_drafts(review, request.user), by=by)
    if request.method == "POST":
        take_over(theirs, at=clock.now(), by=request.user)
        messages.success(
            request, f"What {theirs.by} answered is filled in wherever you had answered nothing."
        )
        return redirect("outcome_form", pk)
    log_opening(request, review, "outcome form of a colleague")
    mine = draft_of(review, request.user)
    page = {"review": review, "theirs": theirs, "mine": mine}
    shown = _unfinished(review, theirs)
    if mine:
        page["differences"] = beside(_unfinished(review, mine), shown)
    else:
        page["lines"] = [line for line in lines_of(shown) if line.words]
    return render(request, "reviews/outcome_form_others.html", page)


def others_drafts(review: Review, user):
    """The unfinished forms of others about the review."""
    drafts = Draft.objects.filter(review=review, kind=Draft.Kind.FORM).exclude(by=user)
    return drafts.select_related("by", "review").order_by("-saved_at")


def _unfinished(review: Review, draft: Draft) -> OutcomeFormQuestions:
    return OutcomeFormQuestions(typed(draft), review=review, at=clock.now()).unchecked()
