"""Quality audits: kept, put right, and what is to be done because of them."""

from datetime import date

from django.db import IntegrityError, transaction

from accounts.models import User
from cohort.versions import refuse_overwriting
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.models import AuditAction, QualityAudit


@transaction.atomic
def keep_audit(audit: QualityAudit, *, version: int, on: date, by: User, **facts) -> QualityAudit:
    """Keep a new audit of a review that was held, or put one right.

    `version` is the one the person had before them: what another changed since is not overwritten.
    """
    _refuse_all_but_managers(by)
    if sentence := why_not_audited(audit, facts["audited_on"], on=on):
        raise Refusal(f"{sentence}.")
    if audit.pk:
        audit = QualityAudit.objects.select_for_update().get(pk=audit.pk)
        refuse_overwriting(audit, version, facts)
    else:
        audit.entered_by = by
    for name, value in facts.items():
        setattr(audit, name, value)
    try:
        with transaction.atomic():
            audit.save()
    except IntegrityError:
        raise Refusal("Somebody audited this review meanwhile. Open that audit.") from None
    return audit


@transaction.atomic
def keep_audit_action(action: AuditAction, *, version: int, by: User, **facts) -> AuditAction:
    """Ask for something to be done because of an audit, or put it right while it is not done."""
    _refuse_all_but_managers(by)
    if action.pk:
        action = AuditAction.objects.select_for_update().get(pk=action.pk)
        refuse_overwriting(action, version, facts)
        if action.done_on:
            raise Refusal(f"This was done on {in_words(action.done_on)} and stands.")
    for name, value in facts.items():
        setattr(action, name, value)
    action.save()
    return action


@transaction.atomic
def do_audit_action(action: AuditAction, *, on: date, by: User) -> AuditAction:
    """Keep that it was done today, once."""
    _refuse_all_but_managers(by)
    left = AuditAction.objects.filter(pk=action.pk, done_on__isnull=True)
    done = left.update(done_on=on, done_by=by)
    action.refresh_from_db()
    if done != 1:
        raise Refusal(f"This was done on {in_words(action.done_on)} already.")
    return action


def why_not_audited(audit: QualityAudit, audited_on: date, *, on: date) -> str:
    """Why the review cannot have been audited on the day; else ''."""
    review = audit.review
    if review.held_on is None or review.struck_on:
        return "A review is audited once it was held"
    if audited_on < review.held_on:
        return f"The review was held on {in_words(review.held_on)}: the audit comes after it"
    if audited_on > on:
        return "The day of the audit cannot be after today"
    return ""


def _refuse_all_but_managers(by: User) -> None:
    if not by.is_manager:
        raise Refusal("Only a manager keeps quality audits.")
