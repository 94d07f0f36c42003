"""The outcome form: filled in, kept, checked, handed in."""

from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.access import for_roles
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from iro_service.templatetags.house import day_long
from reviews.actions.draft import keep_draft
from reviews.actions.outcome import submit_outcome_form
from reviews.forms import OutcomeFormQuestions
from reviews.forms.known_answers import known_answers
from reviews.forms.outcome_form import with_one_more_row
from reviews.models import Draft, Review
from reviews.outcome_summary import check_of
from reviews.views.drafts import autosaved, draft_of, to_keep, typed
from reviews.views.handed_in import already_over
from reviews.views.others_draft import others_drafts
from reviews.views.scoped import WRITERS, deadlines_now, log_opening, the_review

CHANGED = "These answers were changed after this page was opened. Check them again."


@for_roles(*WRITERS)
def outcome_form(request, pk):
    """Fill in the sections; what was typed is kept until the form is handed in."""
    review = the_review(request, pk)
    if over := already_over(request, review):
        return over
    draft = draft_of(review, request.user)
    if request.method == "POST":
        return _answered(request, review)
    log_opening(request, review, "outcome form")
    if draft:
        form = _form(review, draft)
        if "check" not in request.GET:
            form.unchecked()
    else:
        known = known_answers(review, request.user)
        form = OutcomeFormQuestions(review=review, at=clock.now(), initial=known)
    return _page(request, review, form, draft)


@for_roles(*WRITERS)
def outcome_form_check(request, pk):
    """Show what will be kept and what follows from it; submitting hands the form in."""
    review = the_review(request, pk)
    if over := already_over(request, review):
        return over
    draft = draft_of(review, request.user)
    form = draft and _form(review, draft)
    if not form:
        return redirect("outcome_form", pk)
    if not form.is_valid():
        return redirect(f"{request.path.removesuffix('check/')}?check=1")
    if request.method == "POST":
        if request.POST.get("version") == str(draft.version):
            return _submitted(request, review, form)
        messages.warning(request, CHANGED)
    log_opening(request, review, "outcome form check")
    check = check_of(review, form.answers, deadlines_now())
    return render(
        request,
        "reviews/outcome_form_check.html",
        {"review": review, "check": check, "draft": draft},
    )


def _form(review: Review, draft: Draft) -> OutcomeFormQuestions:
    return OutcomeFormQuestions(typed(draft), review=review, at=clock.now())


def _page(request, review: Review, form: OutcomeFormQuestions, draft: Draft | None = None):
    return render(
        request,
        "reviews/outcome_form.html",
        {
            "form": form,
            "forms": form.others,
            "review": review,
            "draft": draft,
            "others": others_drafts(review, request.user),
            "deadline": deadlines_now().of_review(review),
        },
    )


def _answered(request, review: Review):
    """Add a row, keep the answers for later, or go on to the check page."""
    data = with_one_more_row(request.POST) if "add" in request.POST else request.POST
    form = OutcomeFormQuestions(data, review=review, at=clock.now())
    if "add" in data:
        return _page(request, review, form.unchecked())
    if "later" not in data and "autosave" not in data and not form.is_valid():
        return _page(request, review, form)
    draft = _keep(request, review, form)
    if "autosave" in data:
        return autosaved(draft)
    if "later" in data:
        messages.success(
            request,
            "Saved. The outcome form is not submitted yet: your answers are kept for you here.",
        )
        return redirect("review", review.pk)
    return redirect("outcome_form_check", review.pk)


def _keep(request, review: Review, form: OutcomeFormQuestions) -> Draft:
    answers = to_keep(request, form.names)
    return keep_draft(review, answers=answers, at=clock.now(), by=request.user)


def _submitted(request, review: Review, form: OutcomeFormQuestions):
    try:
        held = submit_outcome_form(review, **form.answers, at=clock.now(), by=request.user)
    except Refusal:
        # Whoever submitted at the same moment is shown beside what is kept of this form.
        if over := already_over(request, the_review(request, review.pk)):
            return over
        raise
    messages.success(request, _what_happened(held))
    return redirect("review", review.pk)


def _what_happened(review: Review) -> str:
    """The confirmation: in time or not, and what is due next."""
    kept = (
        "The review was held in time."
        if review.held_in_time
        else f"The review was held late: it was due on {in_words(review.due_on)}."
    )
    planned = Review.objects.planned().filter(child=review.child).first()
    follows = (
        f"The next review is due by {day_long(planned.due_on)}."
        if planned
        else f"{review.child.given_name} is no longer looked after, so no next review is due."
    )
    return f"Saved. {kept} The record is due by {day_long(review.record.due_on)}. {follows}"
