"""Sending a review's decisions to the team manager, and keeping the answer."""

from datetime import date

from django.db import transaction

from accounts.models import Role
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.actions.planning import due_day
from reviews.models import DecisionSheet, Review


def owe_sheet(review: Review, *, on: date) -> DecisionSheet:
    """Owe the decisions of a review held on the day to the manager of the child's team."""
    holding = review.child.case_holdings.in_force(on=on).select_related("team__manager").first()
    manager = holding and holding.team.manager
    sheet, _ = DecisionSheet.objects.get_or_create(
        review=review,
        defaults={
            "due_on": due_day("decisions_to_manager", on),
            "manager": manager if manager and manager.is_active else None,
        },
    )
    return sheet


@transaction.atomic
def send_decisions(sheet: DecisionSheet, *, manager=None, on: date, by) -> DecisionSheet:
    """Send the decisions once; from the day on the manager has time to answer."""
    manager = manager or sheet.manager
    if manager is None or manager.role != Role.RESPONDING_MANAGER or not manager.is_active:
        raise Refusal("Choose the team manager the decisions go to.")
    held_on = sheet.review.held_on
    if held_on is None or on < held_on:
        raise Refusal("Decisions cannot be sent before their review was held.")
    sent = DecisionSheet.objects.to_send().filter(pk=sheet.pk)
    answer_due_on = due_day("manager_answer", on)
    if not sent.update(manager=manager, sent_on=on, sent_by=by, answer_due_on=answer_due_on):
        sheet = _as_it_stands(sheet)
        if sheet.sent_on is None:
            raise Refusal("This review was recorded in error, so its decisions are not sent.")
        raise Refusal(
            f"These decisions were already sent to {sheet.manager} by {sheet.sent_by} "
            f"on {in_words(sheet.sent_on)}."
        )
    return _as_it_stands(sheet)


@transaction.atomic
def answer_decisions(
    sheet: DecisionSheet, *, answer: str, text: str = "", on: date, by
) -> DecisionSheet:
    """Keep the manager's answer, once; after its day it is kept as a late one."""
    Answer = DecisionSheet.Answer
    text = text.strip()
    if answer not in Answer:
        raise Refusal("Say whether you agree, agree with comments, or object.")
    if answer != Answer.AGREES and not text:
        what = "your comments" if answer == Answer.COMMENTS else "what you object to, and why"
        raise Refusal(f"Enter {what}.")
    mine = DecisionSheet.objects.unanswered().filter(pk=sheet.pk, manager=by, sent_on__lte=on)
    if not mine.update(answer=answer, answer_text=text, answered_on=on, answered_by=by):
        sheet = _as_it_stands(sheet)
        if sheet.answered_on:
            raise Refusal(
                f"These decisions were already answered on {in_words(sheet.answered_on)}."
            )
        raise Refusal("These decisions are not waiting for your answer.")
    return _as_it_stands(sheet)


@transaction.atomic
def settle_objection(sheet: DecisionSheet, *, note: str, on: date, by) -> DecisionSheet:
    """Note how a manager's objection ended, once."""
    if not note.strip():
        raise Refusal("Enter how the objection ended.")
    objection = DecisionSheet.objects.to_settle().filter(pk=sheet.pk, answered_on__lte=on)
    if not objection.update(settled_on=on, settled_by=by, settled_note=note.strip()):
        sheet = _as_it_stands(sheet)
        if sheet.settled_on:
            raise Refusal(
                f"How this objection ended was already noted by {sheet.settled_by} "
                f"on {in_words(sheet.settled_on)}."
            )
        raise Refusal("There is no objection to these decisions.")
    return _as_it_stands(sheet)


def _as_it_stands(sheet: DecisionSheet) -> DecisionSheet:
    people = ("manager", "sent_by", "answered_by", "settled_by")
    return DecisionSheet.objects.select_related("review__child", *people).get(pk=sheet.pk)
