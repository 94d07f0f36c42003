"""Sending a review's decisions to the team manager, answering them, settling an objection."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from accounts.access import for_roles
from accounts.models import Role
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.actions.decisions import answer_decisions, send_decisions, settle_objection
from reviews.deadlines import of_answer, of_sheet
from reviews.forms.decision_sheet import AnswerForm, SendDecisionsForm, SettleForm
from reviews.models import DecisionSheet
from reviews.views.scoped import WRITERS, deadlines_now, log_opening, the_review


@for_roles(*WRITERS)
def decisions_send(request, pk: int):
    """Send a review's decisions to a manager chosen here or, by one click, to the team's own."""
    review = the_review(request, pk)
    sheet = get_object_or_404(DecisionSheet.objects.select_related("review", "manager"), review=pk)
    log_opening(request, review, "sending decisions")
    form = SendDecisionsForm(request.POST or None, initial={"manager": sheet.manager_id})
    if request.method == "POST" and form.is_valid():
        manager = form.cleaned_data["manager"]
        sheet = send_decisions(sheet, manager=manager, on=clock.today(), by=request.user)
        due = in_words(sheet.answer_due_on)
        messages.success(
            request, f"Sent to {manager}, to answer by {due}. Silence counts as agreement."
        )
        return redirect("review", review.pk)
    if sheet.sent_on:
        raise Refusal(f"These decisions were sent to {sheet.manager} on {in_words(sheet.sent_on)}.")
    deadline = of_sheet(deadlines_now(), sheet)
    page = {"form": form, "review": review, "deadline": deadline}
    return render(request, "reviews/decisions_send.html", page)


@for_roles(Role.RESPONDING_MANAGER)
def decisions_answer(request, pk: int):
    """Show the manager decisions sent to them, and take their answer."""
    on = clock.today()
    mine = DecisionSheet.objects.visible_to(request.user, on=on)
    sheet = get_object_or_404(
        mine.select_related("review__child", "sent_by", "answered_by", "manager"), pk=pk
    )
    log_opening(request, sheet.review, "decisions to answer")
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        sheet = answer_decisions(sheet, **form.cleaned_data, on=on, by=request.user)
        late = " It came after its day and is kept as a late answer." if sheet.answered_late else ""
        messages.success(request, f"Answered: {sheet.get_answer_display().lower()}.{late}")
        return redirect("to_answer")
    page = {
        "form": form,
        "sheet": sheet,
        "review": sheet.review,
        "decisions": sheet.review.decisions.all(),
        "deadline": of_answer(deadlines_now(), sheet),
        "by_silence": sheet.agreed_by_silence(on=on),
    }
    return render(request, "reviews/decisions_answer.html", page)


@for_roles(*WRITERS)
def decisions_settle(request, pk: int):
    """Note how a manager's objection ended."""
    review = the_review(request, pk)
    sheets = DecisionSheet.objects.filter(answer=DecisionSheet.Answer.OBJECTS)
    sheet = get_object_or_404(sheets.select_related("review", "manager", "settled_by"), review=pk)
    log_opening(request, review, "settling an objection")
    form = SettleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        settle_objection(sheet, **form.cleaned_data, on=clock.today(), by=request.user)
        messages.success(request, "Saved. The objection is settled.")
        return redirect("review", review.pk)
    page = {"form": form, "review": review, "sheet": sheet, "decisions": review.decisions.all()}
    return render(request, "reviews/decisions_settle.html", page)
