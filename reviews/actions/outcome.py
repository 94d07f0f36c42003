"""Handing in the outcome form: the review is held, its record owed, the next one planned."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.utils import timezone

from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.actions.decisions import owe_sheet
from reviews.actions.outcomes import Became, record_outcomes
from reviews.actions.planning import due_day, plan_review_by_episodes
from reviews.actions.together import share_answers
from reviews.holding import why_not_at, why_not_code, why_not_held
from reviews.models import Decision, Draft, OutcomeForm, Record, Review
from statute.timescales import outcome_form_due_at


class Agreed(NamedTuple):
    """A decision as it is typed: what, who will do it, by when."""

    text: str
    owner: str
    by_when: date


@transaction.atomic
def submit_outcome_form(
    review: Review,
    *,
    held_at: datetime,
    method: str,
    participation_code: str,
    attendees: Sequence[str],
    others_attending: str,
    seen_alone: bool,
    not_alone_reason: str,
    late_reason: str,
    late_detail: str,
    decisions: Sequence[Agreed],
    next_steps: str,
    chair=None,
    parents_took_part: str = "",
    carers_took_part: str = "",
    advocate_offered: bool | None = None,
    placement_right: bool | None = None,
    placement_note: str = "",
    permanence_plan: str = "",
    plans_out_of_date: Sequence[str] | None = None,
    concern: str = "",
    became: Mapping[int, Became] | None = None,
    at: datetime,
    by,
) -> Review:
    """Keep how a planned review went, once; start its record's clock and plan the next review."""
    held_at = timezone.localtime(held_at)
    held_on = held_at.date()
    _refuse_unlawful(review, held_at, participation_code, late_reason, at=at)
    if not seen_alone and not not_alone_reason.strip():
        raise Refusal(f"Say why {review.child.given_name} was not seen alone.")
    if placement_right is False and not placement_note.strip():
        raise Refusal(f"Say why the placement is not right for {review.child.given_name}.")
    late = held_on > review.due_on
    try:
        with transaction.atomic():
            # Of two who submit at once the second waits here, and then finds nothing to change.
            changed = (
                Review.objects.planned()
                .filter(pk=review.pk)
                .update(
                    held_on=held_on,
                    held_time=held_at.time(),
                    method=method,
                    participation_code=participation_code,
                    late_reason=late_reason if late else "",
                    late_detail=late_detail if late else "",
                    chair=chair or review.chair or (by if by.is_iro else None),
                )
            )
    except IntegrityError as error:
        raise Refusal(
            f"{review.child.given_name}'s record was changed meanwhile, and this review "
            "no longer fits it. Check the day, and the child's period of care."
        ) from error
    if changed != 1:
        raise Refusal(already_submitted(review))
    OutcomeForm.objects.update_or_create(
        review=review,
        defaults={
            "due_at": outcome_form_due_at(held_at),
            "submitted_at": at,
            "submitted_by": by,
            "attendees": list(attendees),
            "others_attending": others_attending,
            "seen_alone": seen_alone,
            "not_alone_reason": "" if seen_alone else not_alone_reason,
            "next_steps": next_steps,
            "parents_took_part": parents_took_part,
            "carers_took_part": carers_took_part,
            "advocate_offered": advocate_offered,
            "placement_right": placement_right,
            "placement_note": "" if placement_right else placement_note,
            "permanence_plan": permanence_plan,
            "plans_out_of_date": list(plans_out_of_date or ()),
            "plans_checked": plans_out_of_date is not None,
            "concern": concern,
        },
    )
    share_answers(
        review,
        held_at=held_at,
        method=method,
        attendees=attendees,
        others_attending=others_attending,
    )
    Decision.objects.bulk_create(
        Decision(review=review, number=number, text=text, owner=owner, by_when=by_when)
        for number, (text, owner, by_when) in enumerate(decisions, 1)
    )
    if decisions:
        owe_sheet(review, on=held_on)
    if became:
        last = Decision.objects.of_last_review_before(review).select_related("review").first()
        if last is None:
            raise Refusal("There is no review before this one whose decisions could be answered.")
        record_outcomes(last.review, outcomes=became, on=held_on, by=by)
    _owe_record(review, held_on)
    # Another person's words stay theirs, to be compared and used for a correction.
    Draft.objects.filter(review=review, kind=Draft.Kind.FORM, by=by).delete()
    if review.period.ended_on is None:
        known_on = timezone.localtime(at).date()
        plan_review_by_episodes(review.period, on=held_on, known_on=known_on, by=by)
    review.refresh_from_db()
    return review


def already_submitted(review: Review) -> str:
    """Who handed the form in before, and when; or that the review is no longer planned."""
    form = (
        OutcomeForm.objects.submitted().filter(review=review).select_related("submitted_by").first()
    )
    if form is None:
        return "This review is no longer planned, so its outcome form cannot be submitted."
    moment = timezone.localtime(form.submitted_at)
    return (
        f"This outcome form was already submitted by {form.submitted_by} "
        f"at {moment:%H:%M} on {in_words(moment)}."
    )


def _refuse_unlawful(review, held_at, participation_code, late_reason, *, at) -> None:
    """Refuse a day, a time or a code that the form's page would have refused."""
    held_on = held_at.date()
    # Once the review is held its own day would be the reason given; say who submitted it instead.
    if not Review.objects.planned().filter(pk=review.pk).exists():
        raise Refusal(already_submitted(review))
    for sentence in (
        why_not_held(review, held_on, on=timezone.localtime(at).date()),
        why_not_at(held_on, held_at.time(), at=at),
        why_not_code(review, participation_code, held_on),
    ):
        if sentence:
            raise Refusal(f"{sentence}.")
    if held_on > review.due_on and not late_reason:
        raise Refusal(f"Say why the review was late: it was due on {in_words(review.due_on)}.")


def _owe_record(review: Review, held_on: date) -> Record:
    return Record.objects.create(
        review=review,
        remind_on=due_day("record_first_reminder", held_on),
        due_on=due_day("record_completed", held_on),
        distribution_due_on=due_day("record_distributed", held_on),
    )
