"""Decisions between reviews: those of one review and what became of them, and the list."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from accounts.access import SERVICE, for_roles
from iro_service import clock
from iro_service.spreadsheets import spreadsheet
from iro_service.templatetags.house import counted
from reviews.actions.outcomes import carry_forward, record_outcomes
from reviews.filters import filtered_decisions
from reviews.forms.became import CarryForm, became_forms
from reviews.models import Decision, DecisionSheet
from reviews.views.scoped import WRITERS, log_opening, the_review

A_PAGE = 50
COLUMNS = ["Reference", "Child", "Review held", "Number", "Decision", "Who", "By when"]
COLUMNS += ["What became of it", "On", "Why", "IRO"]


@for_roles(*SERVICE)
def review_decisions(request, pk: int):
    """One review's decisions, and what became of each."""
    review, on = the_review(request, pk), clock.today()
    may_write = request.user.role in WRITERS and review.struck_on is None
    if request.method == "POST" and not may_write:
        raise PermissionDenied
    log_opening(request, review, "decisions")
    decisions = list(review.decisions.select_related("carried_from__review", "carried_to__review"))
    forms = became_forms(request.POST or None, decisions) if may_write and review.held_on else []
    # Every row is asked, so that all that is wrong is said at once.
    if request.method == "POST" and not sum(not form.is_valid() for form in forms):
        _record(request, review, forms)
        return redirect("review_decisions", review.pk)
    by_number = {form.decision.number: form for form in forms}
    rows = [(decision, by_number.get(decision.number)) for decision in decisions]
    before = _to_carry(review) if forms or not decisions else []
    page = {"review": review, "rows": rows, "forms": forms, "on": on, "before": before}
    page["may_write"] = may_write
    return render(request, "reviews/review_decisions.html", page)


@for_roles(*SERVICE)
def decisions(request):
    """The decisions of the children the person sees, narrowed and sorted by the address."""
    on = clock.today()
    narrowed = filtered_decisions(request.GET, user=request.user, on=on)
    page = Paginator(narrowed.qs, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "on": on,
        "may_write": request.user.role in WRITERS,
        "filter": narrowed,
        "page": page,
        "count_text": counted(page.paginator.count, "decision"),
        "download_href": f"{reverse('decisions_download')}?{request.GET.urlencode()}",
    }
    return render(request, "reviews/decisions.html", context)


@for_roles(*SERVICE)
def decisions_download(request):
    """The same rows as a file for a spreadsheet, all pages of them."""
    on = clock.today()
    narrowed = filtered_decisions(request.GET, user=request.user, on=on)
    rows = (_cells(decision) for decision in narrowed.qs)
    return spreadsheet(request, f"decisions-{on}", COLUMNS, rows)


@for_roles(*WRITERS)
def decision_carry(request, pk: int, number: int):
    """Decide again what the review before decided and was not done."""
    review, on = the_review(request, pk), clock.today()
    decision = get_object_or_404(Decision.objects.of_last_review_before(review), number=number)
    log_opening(request, review, "carrying forward")
    form = CarryForm(request.POST or None, review=review, initial={"owner": decision.owner})
    if request.method == "POST" and form.is_valid():
        carried = carry_forward(decision, into=review, **form.cleaned_data, on=on, by=request.user)
        messages.success(request, f"Carried forward as decision {carried.number}.")
        return redirect("review_decisions", review.pk)
    page = {"form": form, "review": review, "decision": decision, "on": on}
    return render(request, "reviews/decision_carry.html", page)


def _to_carry(review):
    """What the review before decided and is not done, while this one's are not sent."""
    sent = DecisionSheet.objects.sent().filter(review=review).exists()
    if review.held_on is None or review.struck_on or sent:
        return []
    last = Decision.objects.of_last_review_before(review).filter(carried_to__isnull=True)
    return list(last.exclude(outcome=Decision.Outcome.DONE).select_related("review"))


def _record(request, review, forms) -> None:
    """Keep what changed, and say how much that was."""
    outcomes = {form.decision.number: form.became for form in forms if form.became}
    if not outcomes:
        messages.warning(request, "Nothing was changed.")
        return
    changed = record_outcomes(review, outcomes=outcomes, on=clock.today(), by=request.user)
    messages.success(request, f"Saved what became of {counted(changed, 'decision')}.")


def _cells(decision) -> list[str]:
    review = decision.review
    return [
        review.child.reference,
        str(review.child),
        review.held_on.isoformat(),
        str(decision.number),
        decision.text,
        decision.owner,
        decision.by_when.isoformat(),
        decision.get_outcome_display(),
        decision.outcome_on.isoformat() if decision.outcome_on else "",
        decision.outcome_why,
        decision.iro_name or "",
    ]
