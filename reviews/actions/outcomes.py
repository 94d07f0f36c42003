"""What became of a review's decisions, and carrying them forward to the next review."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.db.models import Max

from iro_service.refusals import Refusal
from reviews.actions.decisions import owe_sheet
from reviews.models import Decision, Review


class Became(NamedTuple):
    """What became of a decision; `was` is what the page showed before, where it showed it."""

    outcome: str
    why: str = ""
    was: str | None = None


@transaction.atomic
def record_outcomes(review: Review, *, outcomes: Mapping[int, Became], on: date, by) -> int:
    """Keep what became of the review's decisions, by their number; how many were changed."""
    if review.held_on is None or on < review.held_on:
        raise Refusal("What became of a decision is known only after its review was held.")
    changed = 0
    for number, (outcome, words, was) in sorted(outcomes.items()):
        why = words.strip()
        if outcome not in Decision.Outcome:
            raise Refusal(f"Say what became of decision {number}: done, partly done or not done.")
        if outcome == Decision.Outcome.NOT_DONE and not why:
            raise Refusal(f"Say why decision {number} was not done.")
        mine = Decision.objects.standing().filter(review=review, number=number)
        open_to_change = mine.filter(carried_to__isnull=True)
        if was is not None:
            open_to_change = open_to_change.filter(outcome=was)
        # A subquery, because a row found along a relation cannot be updated straight away.
        rows = Decision.objects.filter(pk__in=open_to_change.values("pk"))
        if was is not None:
            rows = rows.filter(outcome=was)  # of two who save at once the second waits, then misses
        if not rows.update(outcome=outcome, outcome_why=why, outcome_on=on):
            raise Refusal(_why_not(mine.select_related("carried_to").first(), number))
        changed += 1
    return changed


@transaction.atomic
def carry_forward(
    decision: Decision, *, into: Review, by_when: date, owner: str = "", on: date, by
) -> Decision:
    """Decide again at a later review what was not, or only partly, done before: once."""
    if into.held_on is None or into.child_id != decision.review.child_id:
        raise Refusal("A decision is carried forward to a later review of the same child.")
    before = decision.review.held_on
    if before is None or into.held_on <= before:
        raise Refusal("A decision is carried forward to a later review.")
    if by_when < into.held_on:
        raise Refusal("Enter a day to do it by that is not before the review.")
    # One at a time for a review, so that two never take the same number.
    locked = Review.objects.select_for_update().get(pk=into.pk)
    if locked.struck_on or Review.objects.struck().filter(pk=decision.review_id).exists():
        raise Refusal("A review recorded in error carries no decisions forward, and takes none.")
    sheet = owe_sheet(into, on=into.held_on)
    if sheet.sent_on:
        raise Refusal("The decisions of that review were already sent to the team manager.")
    last = Decision.objects.filter(review=into).aggregate(last=Max("number"))["last"] or 0
    try:
        with transaction.atomic():
            carried = Decision.objects.create(
                review=into,
                number=last + 1,
                text=decision.text,
                owner=owner or decision.owner,
                by_when=by_when,
                carried_from=decision,
            )
    except IntegrityError as error:
        raise Refusal(f"Decision {decision.number} was already carried forward.") from error
    return carried


def _why_not(decision: Decision | None, number: int) -> str:
    if decision is None:
        return f"This review has no decision {number}."
    if hasattr(decision, "carried_to"):
        return f"Decision {number} was carried forward, so it stands as it is."
    state = decision.get_outcome_display().lower() or "not known"
    return f"Decision {number} was changed meanwhile: it is {state} now."
