"""An outcome form that was handed in while somebody else was still filling it in."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render

from iro_service import clock
from iro_service.refusals import Refusal
from reviews.actions.draft import drop_draft, keep_beside
from reviews.actions.outcome import already_submitted
from reviews.correcting import answers_of
from reviews.forms import OutcomeFormQuestions
from reviews.forms.correction import as_asked
from reviews.forms.in_words import beside
from reviews.models import Draft, OutcomeForm, Review
from reviews.views.drafts import draft_of, to_keep, typed
from reviews.views.scoped import log_opening


def already_over(request, review: Review):
    """The page for whoever comes second; None while the form is still to be handed in."""
    if not (review.held_on or review.cancelled_on):
        return None
    form = OutcomeForm.objects.submitted().standing().filter(review=review).first()
    if form and "drop" in request.POST:
        drop_draft(review, by=request.user)
        messages.success(request, "Your own answers were thrown away. The submitted form stands.")
        return redirect("review", review.pk)
    draft = form and _kept(request, review)
    if draft:
        form.review = review
        return _beside(request, form, draft)
    if request.method == "POST":
        raise Refusal(already_submitted(review))
    messages.info(request, already_submitted(review))
    return redirect("review", review.pk)


def _kept(request, review: Review) -> Draft | None:
    """What the person had typed, the words just sent included."""
    if "decisions" not in request.POST:  # the form's own page sends them
        return draft_of(review, request.user)
    sent = OutcomeFormQuestions(request.POST, review=review, at=clock.now())
    answers = to_keep(request, sent.names)
    return keep_beside(review, answers=answers, at=clock.now(), by=request.user)


def _beside(request, form: OutcomeForm, draft: Draft):
    """What was handed in beside what the person typed, which is kept for a correction."""
    review = form.review
    told = already_submitted(review)
    if "autosave" in request.POST:
        problem = f"{told} What you typed is kept: go on to see both."
        return JsonResponse({"problem": problem}, status=409)
    log_opening(request, review, "outcome form handed in by another")
    theirs = _handed_in(form)
    mine = OutcomeFormQuestions(typed(draft), review=review, at=clock.now()).unchecked()
    page = {
        "review": review,
        "told": told,
        "draft": draft,
        "theirs": form.submitted_by,
        "differences": beside(mine, theirs),
    }
    status = 409 if request.method == "POST" else 200
    return render(request, "reviews/outcome_form_handed_in.html", page, status=status)


def _handed_in(form: OutcomeForm) -> OutcomeFormQuestions:
    """The form as it was handed in and corrected, the way the page asks for it."""
    review = form.review
    known = as_asked(answers_of(form)) | {"method": review.method, "chair": review.chair_id}
    decisions = list(review.decisions.values("text", "owner", "by_when"))
    return OutcomeFormQuestions(review=review, at=clock.now(), initial=known, decisions=decisions)
