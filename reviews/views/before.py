"""Before a review: who comes, what they answered, has the social worker's report come."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import for_roles
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import counted, day_long
from reviews.actions.before import (
    invite,
    keep_answer,
    mark_sent,
    receive_report,
    report_due_on,
    take_off,
)
from reviews.forms.before import AnswerInvitationForm, InviteForm, ProposalsForm, ReportForm
from reviews.invitations import ROLE_WORDS, counts_of, proposals, reviews_to_arrange
from reviews.views.scoped import SENDERS, log_opening

A_PAGE = 50


@for_roles(*SENDERS)
def to_invite(request):
    """Booked reviews whose invitations have not all left, the nearest first."""
    on = clock.today()
    waiting = reviews_to_arrange(request.user, on=on).to_invite(on=on)
    rows = waiting.select_related("child").prefetch_related("invitations").with_iro(on=on)
    page = Paginator(rows.order_by("booked_for", "pk"), A_PAGE).get_page(request.GET.get("page"))
    for review in page.object_list:
        review.unsent = [one for one in review.invitations.all() if one.sent_on is None]
    context = {"page": page, "count_text": counted(page.paginator.count, "review")}
    return render(request, "reviews/before_queue.html", context)


@for_roles(*SENDERS)
def who_comes(request, pk):
    """The list of those invited and those asked; add a person."""
    review = _the_review(request, pk)
    log_opening(request, review, "who comes")
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _invited(request, review, form):
        return redirect("who_comes", pk)
    return _list(request, review, form)


@for_roles(*SENDERS)
@require_POST
def who_comes_propose(request, pk):
    """Add those ticked among the proposals."""
    review = _the_review(request, pk)
    form = ProposalsForm(request.POST, proposals=proposals(review, on=clock.today()))
    if not form.is_valid():
        return _list(request, review, InviteForm(), form)
    for one in form.chosen:
        invite(
            review, name=one.name, role=one.role, consulted_only=one.consulted_only, by=request.user
        )
    messages.success(request, f"Added {counted(len(form.chosen), 'person,people')}.")
    return redirect("who_comes", pk)


@for_roles(*SENDERS)
@require_POST
def invitations_sent(request, pk):
    """Mark one invitation, or all that are left, as sent."""
    review = _the_review(request, pk)
    unsent = review.invitations.filter(sent_on__isnull=True)
    if one := request.POST.get("invitation"):
        unsent = unsent.filter(pk=one if one.isascii() and one.isdigit() and len(one) < 19 else 0)
    sent = mark_sent(
        review,
        invitations=list(unsent.values_list("pk", flat=True)),
        on=clock.today(),
        by=request.user,
    )
    if sent:
        messages.success(request, f"Marked as sent: {counted(sent, 'invitation')}.")
    else:
        messages.warning(request, "Nothing was marked: they were sent already.")
    return redirect("to_invite" if "queue" in request.POST else "who_comes", **_there(request, pk))


@for_roles(*SENDERS)
@require_POST
def invitation_remove(request, pk, invitation):
    """Take a person off the list before their invitation leaves."""
    review = _the_review(request, pk)
    one = get_object_or_404(review.invitations, pk=invitation)
    take_off(one, by=request.user)
    messages.success(request, f"{one.name} is off the list.")
    return redirect("who_comes", pk)


@for_roles(*SENDERS)
def invitation_answer(request, pk, invitation):
    """Keep what an invited person answered, and their views."""
    review = _the_review(request, pk)
    one = get_object_or_404(review.invitations, pk=invitation)
    known = {"answer": one.answer or None, "views": one.views}
    form = AnswerInvitationForm(request.POST or None, initial=known)
    if request.method == "POST" and form.is_valid():
        answer = form.cleaned_data["answer"].replace("none", "")
        views = form.cleaned_data["views"]
        keep_answer(one, answer=answer, views=views, on=clock.today(), by=request.user)
        messages.success(request, f"Saved what {one.name} answered.")
        return redirect("who_comes", pk)
    context = {"form": form, "review": review, "invitation": one, "role": ROLE_WORDS.get(one.role)}
    return render(request, "reviews/before_answer.html", context)


@for_roles(*SENDERS)
def workers_report(request, pk):
    """Keep whether and when the social worker's report came."""
    review = _the_review(request, pk)
    known = {"received": "yes", "received_on": review.report_received_on or clock.today()}
    form = ReportForm(
        request.POST or None, earliest=review.base_on, on=clock.today(), initial=known
    )
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["received_on"]
        try:
            receive_report(review, received_on=day, on=clock.today(), by=request.user)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            said = f"Report received {day_long(day)}." if day else "Saved: the report has not come."
            messages.success(request, said)
            return redirect("who_comes", pk)
    due_on = review.report_due_on or report_due_on(review)
    context = {"form": form, "review": review, "due_on": due_on}
    return render(request, "reviews/before_report.html", context)


def _the_review(request, pk: int):
    reviews = reviews_to_arrange(request.user, on=clock.today())
    return get_object_or_404(reviews.select_related("child", "period", "chair"), pk=pk)


def _there(request, pk: int) -> dict:
    return {} if "queue" in request.POST else {"pk": pk}


def _invited(request, review, form) -> bool:
    """Add the person; a refusal becomes an error that keeps the words."""
    typed = form.cleaned_data
    try:
        invite(
            review,
            name=typed["name"],
            role=typed["role"],
            consulted_only=typed["how"] == "consulted",
            by=request.user,
        )
    except Refusal as refusal:
        form.add_error("name", refusal.sentence.rstrip("."))
        return False
    messages.success(request, f"Added {typed['name']}.")
    return True


def _list(request, review, form, ticked: ProposalsForm | None = None):
    on = clock.today()
    invitations = list(review.invitations.select_related("sent_by"))
    for one in invitations:
        one.role_words = ROLE_WORDS.get(one.role, one.role)
    offered = proposals(review, on=on)
    ticking = ticked or ProposalsForm(None, proposals=offered, auto_id="offer_%s")
    due_on = review.report_due_on or report_due_on(review)
    context = {
        "review": review,
        "booked": review.booked_for and timezone.localtime(review.booked_for),
        "invitations": invitations,
        "counts": counts_of(invitations),
        "form": form,
        "proposals_form": ticking if offered else None,
        "forms": [form, ticking],
        "is_open": not review.held_on and not review.cancelled_on,
        "report_due_on": due_on,
        "report_late": bool(due_on and due_on < on and not review.report_received_on),
    }
    return render(request, "reviews/before.html", context)
