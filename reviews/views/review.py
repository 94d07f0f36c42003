"""One review: its clock, how it went, what was decided, and the next thing to do."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from accounts.access import SERVICE, for_roles
from iro_service import clock
from reviews.forms.participation import in_plain_words
from reviews.models import Decision, OutcomeForm, QualityAudit, Record, Review
from reviews.outcome_summary import judged_of, who_came
from reviews.sheet import sheet_of
from reviews.views.drafts import draft_of
from reviews.views.plan import Step, life_of, more_steps
from reviews.views.scoped import WRITERS, deadlines_now, log_opening, the_review
from statute.ages import age_on


@for_roles(*SERVICE)
def review(request, pk):
    """Show one review."""
    review = the_review(request, pk)
    log_opening(request, review, "review")
    form = OutcomeForm.objects.filter(review=review).select_related("submitted_by").first()
    record = Record.objects.filter(review=review).select_related("completed_by").first()
    deadlines = deadlines_now()
    page = {
        "review": review,
        "child_age": age_on(review.child.date_of_birth, review.held_on or deadlines.on),
        "deadline": None if review.held_on else deadlines.of_review(review),
        "booked": review.booked_for and timezone.localtime(review.booked_for),
        "booked_late": is_booked_late(review),
        "outcome": form,
        "form_deadline": _form_deadline(review, form, deadlines),
        "participation": in_plain_words(review.participation_code, review.child.given_name),
        "came": form and who_came(form.attendees, form.others_attending),
        "corrections": form.corrections.count() if form else 0,
        "judged": judged_of(form) if form and form.submitted_at else [],
        "decisions": review.decisions.all(),
        "last_decisions": _last_decisions(review),
        "on": deadlines.on,
        "record": record,
        "record_deadline": record and deadlines.of_record(record, review.held_on),
        "next_review": _next(request, review),
    }
    page |= sheet_of(review, deadlines) | _audit(request.user, review)
    if request.user.role in WRITERS:
        page["may_write"] = True
        page["steps"] = _steps(review, record)
        page["own_draft"] = draft_of(review, request.user)
        page["more"] = more_steps(review, request.user)
    page |= life_of(request, review, deadlines)
    return render(request, "reviews/review.html", page)


def _last_decisions(review: Review) -> list[Decision]:
    """What the review before decided, once this one was held."""
    if review.held_on is None or review.struck_on:
        return []
    return list(Decision.objects.of_last_review_before(review).select_related("review"))


def _audit(user, review: Review) -> dict:
    """The quality audit, if there is one the person may read, and whether one may be begun."""
    if review.held_on is None or review.struck_on:
        return {}
    found = QualityAudit.objects.visible_to(user).filter(review=review).first()
    return {"audit": found, "may_audit": user.is_manager}


def is_booked_late(review: Review) -> bool:
    """Whether the booked day is after the last lawful one."""
    booked = review.booked_for and timezone.localtime(review.booked_for).date()
    return bool(booked and not review.held_on and booked > review.due_on)


def _form_deadline(review, form, deadlines):
    """The form's own clock, while it runs."""
    if form is None or form.submitted_at or not review.booked_for or review.cancelled_on:
        return None
    return deadlines.of_form(form, review.booked_for)


def _next(request, review: Review) -> Review | None:
    """The planned review of the same child, unless it is this one."""
    planned = Review.objects.visible_to(request.user, on=clock.today()).planned()
    return planned.filter(child=review.child).exclude(pk=review.pk).first()


def _steps(review: Review, record: Record | None) -> list[Step]:
    """What can be done now, the thing to do first in front."""
    form = Step("Fill in the outcome form", reverse("outcome_form", args=[review.pk]))
    if review.cancelled_on or review.struck_on:
        return []
    if review.held_on is None:
        book = Step("Book the review", reverse("review_book", args=[review.pk]))
        if not review.booked_for:
            return [book]
        begun = review.booked_for <= clock.now()
        change = book._replace(words="Change the booking")
        return [form] if begun else [change]
    if record is None:
        return []
    read = Step("Read the record", reverse("record_preview", args=[review.pk]))
    if record.completed_on is None:
        return [Step("Write the record", reverse("record", args=[review.pk])), read]
    if record.distributed_on is None:
        return [Step("Send the copies", reverse("record_distribute", args=[review.pk])), read]
    return [read]
