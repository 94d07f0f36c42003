"""Correcting an outcome form after it was handed in; what stood there before is kept."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from cohort.council import the_council
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.actions.oversight import owe_midway_check
from reviews.actions.plan import log_change, refuse_without
from reviews.actions.planning import deadline_by_episodes, due_day
from reviews.correcting import (
    CORRECTABLE,
    DAY,
    OF_FORM,
    OF_REVIEW,
    answers_of,
    as_kept,
    why_not_begun_at,
    why_not_held_on,
)
from reviews.holding import why_not_code
from reviews.models import Correction, DecisionSheet, Draft, OutcomeForm, PlanChange, Record, Review
from reviews.plan import adjournment_of, parts_of


class CorrectedMeanwhile(Refusal):
    """Somebody corrected the form after this person opened it; `correction` is what they did."""

    def __init__(self, correction: Correction):
        moment = timezone.localtime(correction.at)
        super().__init__(
            f"{correction.by} corrected this form at {moment:%H:%M} on {in_words(moment)}, "
            "after you opened it."
        )
        self.correction = correction


@transaction.atomic
def correct_outcome_form(
    form: OutcomeForm, *, changes: Mapping, reason: str, version: int, at: datetime, by
) -> Correction:
    """Correct a form that was handed in; `version` is how many corrections the person had seen."""
    refuse_without(reason, "Say why the form is corrected.")
    if unknown := changes.keys() - set(CORRECTABLE):
        raise ValueError(f"Not to be corrected: {', '.join(sorted(unknown))}")
    form = _locked(form)
    done = list(form.corrections.select_related("by"))
    if len(done) != version:
        raise CorrectedMeanwhile(done[-1])
    before = answers_of(form)
    after = _settled({**before, **changes}, due_on=form.review.due_on)
    changed = {name for name in CORRECTABLE if before[name] != after[name]}
    _refuse_unlawful(form, after, changed, by)
    _write(form, after, changed)
    if "held_on" in changed:
        _follow(form.review, after["held_on"], reason=reason, at=at, by=by)
    Draft.objects.filter(review=form.review_id, kind=Draft.Kind.FORM, by=by).delete()
    return Correction.objects.create(
        form=form, before=as_kept(before), after=as_kept(after), reason=reason, at=at, by=by
    )


def _locked(form: OutcomeForm) -> OutcomeForm:
    """The form as it stands, with its review locked: the review first, as who submits does."""
    held = Review.objects.held().select_for_update(of=("self",))
    review = held.select_related("child", "period").filter(pk=form.review_id).first()
    locked = OutcomeForm.objects.submitted().select_for_update().filter(pk=form.pk).first()
    if review is None or locked is None:
        raise Refusal("Only the form of a review that was held and stands can be corrected.")
    locked.review = review
    return locked


def _settled(answers: dict, *, due_on: date) -> dict:
    """The answers without reasons for what did not happen."""
    late = answers["held_on"] > due_on
    return answers | {
        "not_alone_reason": "" if answers["seen_alone"] else answers["not_alone_reason"].strip(),
        "placement_note": "" if answers["placement_right"] else answers["placement_note"].strip(),
        "late_reason": answers["late_reason"] if late else "",
        "late_detail": answers["late_detail"] if late else "",
    }


def _refuse_unlawful(form: OutcomeForm, after: dict, changed: set[str], by) -> None:
    """Refuse what the form's page would have refused, and the day to all but a manager."""
    if not changed:
        raise Refusal("Nothing was changed, so there is nothing to correct.")
    review, name, held_on = form.review, form.review.child.given_name, after["held_on"]
    moved = changed.intersection(DAY)
    if moved and not by.is_manager:
        raise Refusal("Only a manager corrects the day or the time a review was held.")
    if not after["seen_alone"] and not after["not_alone_reason"]:
        raise Refusal(f"Say why {name} was not seen alone.")
    if after["placement_right"] is False and not after["placement_note"]:
        raise Refusal(f"Say why the placement is not right for {name}.")
    code = after["participation_code"]
    for sentence in (
        why_not_held_on(form, held_on) if "held_on" in changed else "",
        why_not_begun_at(form, held_on, after["held_time"]) if moved else "",
        why_not_code(review, code, held_on) if code else "",
    ):
        if sentence:
            raise Refusal(f"{sentence}.")
    if held_on > review.due_on and not after["late_reason"]:
        raise Refusal(f"Say why the review was late: it was due on {in_words(review.due_on)}.")


def _write(form: OutcomeForm, after: dict, changed: set[str]) -> None:
    of_review = {name: after[name] for name in OF_REVIEW if name in changed}
    of_form = {name: after[name] for name in OF_FORM if name in changed}
    try:
        with transaction.atomic():
            if of_review:
                Review.objects.filter(pk=form.review_id).update(**of_review)
            if of_form:
                OutcomeForm.objects.filter(pk=form.pk).update(**of_form)
    except IntegrityError as error:
        raise Refusal(
            f"{form.review.child.given_name}'s record was changed meanwhile, and this correction "
            "no longer fits it. Open the form again."
        ) from error


def _follow(review: Review, held_on: date, *, reason: str, at: datetime, by) -> None:
    """Count from the corrected day what is still open and not overdue; what is closed stays."""
    on = clock.day_of(at)
    record = Record.objects.outstanding().filter(review=review).first()
    if record:
        Record.objects.filter(pk=record.pk, completed_on__isnull=True).update(
            remind_on=_moved(record.remind_on, due_day("record_first_reminder", held_on), on),
            due_on=_moved(record.due_on, due_day("record_completed", held_on), on),
            distribution_due_on=_moved(
                record.distribution_due_on, due_day("record_distributed", held_on), on
            ),
        )
    sheet = DecisionSheet.objects.filter(review=review, sent_on__isnull=True).first()
    if sheet:
        due_on = _moved(sheet.due_on, due_day("decisions_to_manager", held_on), on)
        DecisionSheet.objects.filter(pk=sheet.pk, sent_on__isnull=True).update(due_on=due_on)
    _plan_again(review, on=on, reason=reason, at=at, by=by)


def _moved(old: date, new: date, on: date) -> date:
    """The new day; but what is overdue stays so, or a correction would make it timely."""
    return old if old < on and new > old else new


def _plan_again(review: Review, *, on: date, reason: str, at: datetime, by) -> None:
    """Set the planned review's due day again where it is counted from this review."""
    plans = Review.objects.planned().select_for_update(of=("self",)).filter(period=review.period)
    planned = plans.select_related("child", "period").first()
    if planned is None or planned.period.ended_on:
        return
    if adjournment_of(planned) or parts_of(planned):  # begun, and finished under its own day
        return
    held = Review.objects.held().filter(period=review.period).order_by("-held_on")
    last = held.values_list("held_on", flat=True)[0]
    due = deadline_by_episodes(review.period, on=last, known_on=on)
    same = (due.due_on, due.base_on) == (planned.due_on, planned.base_on)
    if same or _moved(planned.due_on, due.due_on, on) != due.due_on:
        return
    log_change(
        planned,
        PlanChange.Kind.REPLANNED,
        asked_by=PlanChange.AskedBy.LAW,
        reason=f"The day of the review before was corrected. {reason}"[:500],
        day_before=planned.due_on,
        day_after=due.due_on,
        at=at,
        by=by,
    )
    plans.filter(pk=planned.pk).update(
        due_on=due.due_on,
        rule=due.rule,
        base_on=due.base_on,
        count_months_as=the_council().count_months_as,
    )
    planned.refresh_from_db()
    owe_midway_check(planned, on=on)
