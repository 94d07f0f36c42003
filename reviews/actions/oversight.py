"""What an IRO does for a child between two reviews."""

from datetime import date, datetime

from django.db import transaction

from cohort.council import working_calendar
from cohort.models import Child
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.models import Footprint, MidwayCheck, Review
from statute.timescales import deadline


@transaction.atomic
def owe_midway_check(review: Review, *, on: date | None = None) -> MidwayCheck | None:
    """Owe a look half-way to a planned review, or move one not done yet to the new half-way day.

    Before a child's first review there is none: nothing was planned yet to look at. `on` is the
    day of a change of plan, before which a check can no longer be due.
    """
    last = _last_held_on(review)
    undone = MidwayCheck.objects.filter(review=review, done_on__isnull=True)
    if last is None or review.due_on <= last:
        undone.delete()
        return None
    half_way = deadline("oversight", last, working_calendar(), until=review.due_on).due_on
    due_on = min(max(half_way, on), review.due_on) if on else half_way
    check, made = MidwayCheck.objects.get_or_create(review=review, defaults={"due_on": due_on})
    if not made and undone.exclude(due_on=due_on).update(due_on=due_on):
        check.refresh_from_db()
    return check


@transaction.atomic
def do_midway_check(check: MidwayCheck, *, outcome: str, note: str, on: date, by) -> MidwayCheck:
    """Keep what the look half-way showed, once."""
    note = note.strip()
    if outcome not in MidwayCheck.Outcome:
        raise Refusal("Say what the check showed.")
    if outcome != MidwayCheck.Outcome.ON_TRACK and not note:
        raise Refusal("Enter what is drifting, or what the concern is.")
    mine = MidwayCheck.objects.filter(pk=check.pk, done_on__isnull=True)
    done = mine.update(done_on=on, done_by=by, outcome=outcome, note=note)
    check = MidwayCheck.objects.select_related("done_by", "review__child").get(pk=check.pk)
    if done != 1:
        raise Refusal(
            f"This check was already done by {check.done_by} on {in_words(check.done_on)}."
        )
    return check


def log_footprint(
    child: Child, *, kind: str, on: date, note: str = "", at: datetime, by, today: date
) -> Footprint:
    """Keep something done for a child on a day."""
    if kind not in Footprint.Kind:
        raise Refusal("Say what you did.")
    if sentence := why_not_done_on(child, on, today=today):
        raise Refusal(f"{sentence}.")
    return Footprint.objects.create(
        child=child, kind=kind, on=on, note=note.strip(), by=by, logged_at=at
    )


def why_not_done_on(child: Child, on: date, *, today: date) -> str:
    """Why nothing can have been done for the child's care on the day; empty where it can."""
    if on > today:
        return "Enter a day that is not in the future"
    if not child.periods.in_force(on=on).exists():
        return f"{child.given_name} was not looked after on {in_words(on)}"
    return ""


def _last_held_on(review: Review) -> date | None:
    held = Review.objects.held().filter(period=review.period_id).exclude(pk=review.pk)
    return held.order_by("-held_on").values_list("held_on", flat=True).first()
