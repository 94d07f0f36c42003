"""Quality audits of reviews: the list, one of them, and what is to be done because of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.access import SERVICE, for_roles
from accounts.models import MANAGERS
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.spreadsheets import spreadsheet
from iro_service.templatetags.house import counted
from reviews.actions.audits import do_audit_action, keep_audit, keep_audit_action, why_not_audited
from reviews.audit_versions import earlier_versions
from reviews.filters.audits import AuditFilter
from reviews.forms.audits import AuditActionForm, AuditForm
from reviews.models import AuditAction, QualityAudit
from reviews.views.asking import ask
from reviews.views.scoped import log_opening, the_review

A_PAGE = 50
COLUMNS = [
    *("Reference", "Child", "Review held", "Chaired by", "Audited", "By", "Grade"),
    *("Strong", "Weak", "What was found", "Actions", "Left", "Overdue"),
]


@for_roles(*SERVICE)
def quality_audits(request):
    """The audits the person sees, the latest first."""
    narrowed = AuditFilter(request.GET, on=clock.today(), user=request.user)
    page = Paginator(narrowed.qs, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "filter": narrowed,
        "page": page,
        "count_text": counted(page.paginator.count, "audit"),
        "download_href": f"{reverse('quality_audits_download')}?{request.GET.urlencode()}",
    }
    return render(request, "reviews/audits.html", context)


@for_roles(*SERVICE)
def quality_audits_download(request):
    """The same audits as a file for a spreadsheet, all pages of them."""
    on = clock.today()
    found = AuditFilter(request.GET, on=on, user=request.user).qs
    return spreadsheet(request, f"quality-audits-{on}", COLUMNS, map(_cells, found))


@for_roles(*SERVICE)
def quality_audit(request, pk: int):
    """What was found in a review, and what is to be done."""
    audit = _the_audit(request, pk)
    log_opening(request, audit.review, "audit")
    context = {
        "audit": audit,
        "actions": audit.actions.select_related("done_by"),
        "versions": earlier_versions(audit),
        "on": clock.today(),
    }
    return render(request, "reviews/audit.html", context)


@for_roles(*MANAGERS)
def quality_audit_add(request, pk: int):
    """Audit a review that was held."""
    review, on = the_review(request, pk), clock.today()
    if audit := QualityAudit.objects.filter(review=review).first():
        return redirect("quality_audit", audit.pk)
    audit = QualityAudit(review=review, audited_on=on, auditor=str(request.user))
    if why := why_not_audited(audit, on, on=on):
        raise Refusal(f"{why}.")
    return _ask(request, audit, "Add a quality audit", reverse("review", args=[pk]), "Review")


@for_roles(*MANAGERS)
def quality_audit_edit(request, pk: int):
    """Put an audit right; what it said before is kept."""
    audit = _the_audit(request, pk)
    back = reverse("quality_audit", args=[pk])
    return _ask(request, audit, "Change the quality audit", back, "Quality audit")


@for_roles(*MANAGERS)
def audit_action_add(request, pk: int):
    """Ask for something to be done because of an audit."""
    action = AuditAction(audit=_the_audit(request, pk))
    return _ask_action(request, action, "Add an action", "Saved. It is listed until it is done.")


@for_roles(*MANAGERS)
def audit_action_edit(request, pk: int):
    """Put an action right while it is not done."""
    action = get_object_or_404(AuditAction.objects.select_related("audit__review__child"), pk=pk)
    return _ask_action(request, action, "Change the action", "Saved.")


@for_roles(*MANAGERS)
@require_POST
def audit_action_done(request, pk: int):
    """Keep that it was done today."""
    action = get_object_or_404(AuditAction, pk=pk)
    do_audit_action(action, on=clock.today(), by=request.user)
    messages.success(request, "Saved. It was done today.")
    return redirect("quality_audit", action.audit_id)


def _the_audit(request, pk: int) -> QualityAudit:
    seen = QualityAudit.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("review__child", "review__chair"), pk=pk)


def _ask(request, audit: QualityAudit, heading: str, back: str, words: str):
    form = AuditForm(request.POST or None, row=audit, today=clock.today())

    def save():
        kept = keep_audit(audit, **form.cleaned_data, on=clock.today(), by=request.user)
        messages.success(request, "Saved. The IRO who chaired the review can read it.")
        return reverse("quality_audit", args=[kept.pk])

    context = {"audit": audit, "heading": heading, "back_href": back, "back_words": words}
    return ask(request, "reviews/audit_form.html", form, save, context, to=back)


def _ask_action(request, action: AuditAction, heading: str, done: str):
    form = AuditActionForm(request.POST or None, row=action, today=clock.today())

    def save():
        keep_audit_action(action, **form.cleaned_data, by=request.user)
        messages.success(request, done)

    back = reverse("quality_audit", args=[action.audit_id])
    context = {"audit": action.audit, "heading": heading, "back_href": back}
    context["back_words"] = "Quality audit"
    return ask(request, "reviews/audit_form.html", form, save, context, to=back)


def _cells(audit: QualityAudit) -> list:
    review, words = audit.review, dict(QualityAudit.Theme.choices)
    themes = [", ".join(words[one] for one in some) for some in (audit.strong, audit.weak)]
    return [
        *(review.child.reference, str(review.child), review.held_on, str(review.chair or "")),
        *(audit.audited_on, audit.auditor, audit.get_grade_display(), *themes, audit.found),
        *(audit.actions_asked, audit.actions_left, audit.actions_overdue),
    ]
