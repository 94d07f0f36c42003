"""An outcome form after it was handed in: corrected, and read as it was at first."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from accounts.access import SERVICE, for_roles
from iro_service import clock
from reviews.actions.correction import CorrectedMeanwhile, correct_outcome_form
from reviews.correcting import from_kept
from reviews.forms.correction import CorrectionQuestions, as_asked
from reviews.forms.in_words import beside, lines_of
from reviews.models import OutcomeForm, Review
from reviews.views.drafts import draft_of, typed
from reviews.views.scoped import WRITERS, log_opening, the_review


@for_roles(*WRITERS)
def outcome_form_correct(request, pk):
    """Correct a form that was handed in; whoever comes second sees the first one's beside."""
    review = the_review(request, pk)
    form = OutcomeForm.objects.submitted().filter(review=review, review__struck_on=None).first()
    if form is None:
        return redirect("review", pk)
    form.review = review
    log_opening(request, review, "outcome form correction")
    questions = _questions(request, form)
    if request.method == "POST" and questions.is_valid():
        try:
            return _corrected(request, form, questions)
        except CorrectedMeanwhile as meanwhile:
            return _told(request, form, meanwhile)
    return _page(request, review, questions)


@for_roles(*SERVICE)
def outcome_form_versions(request, pk):
    """Show the form as it was handed in, and each correction since."""
    review = the_review(request, pk)
    forms = OutcomeForm.objects.submitted().select_related("submitted_by")
    form = get_object_or_404(forms, review=review)
    form.review = review
    log_opening(request, review, "outcome form versions")
    corrections = list(form.corrections.select_related("by"))
    stood = [_asked(form, one.before) for one in corrections]
    came = [_asked(form, one.after) for one in corrections]
    page = {
        "review": review,
        "outcome": form,
        "first": lines_of(stood[0] if stood else _asked(form)),
        "corrections": [
            (number, one, beside(before, after))
            for number, (one, before, after) in enumerate(
                zip(corrections, stood, came, strict=True), 2
            )
        ],
    }
    return render(request, "reviews/outcome_form_versions.html", page)


def _asked(form: OutcomeForm, kept: dict | None = None) -> CorrectionQuestions:
    """The questions with the answers as they were kept."""
    initial = as_asked(from_kept(kept)) if kept else {}
    return CorrectionQuestions(form=form, may_move=True, at=clock.now(), initial=initial)


def _questions(request, form: OutcomeForm, data=None, initial=None) -> CorrectionQuestions:
    """The page's form; `?mine` fills in what the person typed before another handed it in."""
    data = data or (request.POST if request.method == "POST" else None)
    draft = draft_of(form.review, request.user) if "mine" in request.GET else None
    made = CorrectionQuestions(
        data, form=form, may_move=request.user.is_manager, at=clock.now(), initial=initial or {}
    )
    if not (draft and data is None):
        return made
    mine = typed(draft)
    mine["version"] = str(made["version"].value())
    mine["reason"] = ""
    return _questions(request, form, mine).unchecked()


def _corrected(request, form: OutcomeForm, questions: CorrectionQuestions):
    correct_outcome_form(
        form,
        changes=questions.changes,
        reason=questions.cleaned_data["reason"],
        version=questions.cleaned_data["version"],
        at=clock.now(),
        by=request.user,
    )
    messages.success(request, "Corrected. What stood there before can still be read.")
    return redirect("outcome_form_versions", form.review_id)


def _told(request, form: OutcomeForm, meanwhile: CorrectedMeanwhile):
    """What the other one saved beside what was typed; saving again puts it over that."""
    review = the_review(request, form.review_id)
    form = OutcomeForm.objects.get(pk=form.pk)
    form.review = review
    data = request.POST.copy()
    data["version"] = str(form.corrections.count())
    mine = _questions(request, form, data)
    theirs = CorrectionQuestions(form=form, may_move=mine.may_move, at=clock.now())
    differ = {"meanwhile": meanwhile, "differences": beside(mine, theirs)}
    return _page(request, review, mine.unchecked(), status=409, **differ)


def _page(request, review: Review, questions, status: int = 200, **more):
    page = {"review": review, "form": questions, "back_pk": review.pk, **more}
    return render(request, "reviews/outcome_form_correct.html", page, status=status)
