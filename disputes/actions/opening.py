"""Opening a dispute, and recording good practice."""

from datetime import date, datetime

from django.db import transaction

from cohort.models import Allocation, CaseHolding, Child
from disputes.actions.moving import clocks_of, keep_step, said
from disputes.codes import Move, Urgency
from disputes.ladder import ladder_in_force, who_answers
from disputes.models import Dispute, GoodPractice
from iro_service import clock
from iro_service.refusals import Refusal


def as_held(child: Child, *, on: date) -> dict:
    """The team and worker that hold the child's case on the day."""
    holdings = CaseHolding.objects.in_force(on=on).filter(child=child)
    holding = holdings.select_related("team__manager", "worker").first()
    return {"team": holding and holding.team, "worker": holding and holding.worker}


@transaction.atomic
def open_dispute(
    child: Child,
    *,
    theme: str,
    text: str,
    wanted: str,
    impact: str = "",
    urgency: str = Urgency.ROUTINE,
    team=None,
    worker=None,
    stage: int = 0,
    asked=None,
    skipped_because: str = "",
    review=None,
    decision=None,
    earlier: Dispute | None = None,
    on: date,
    at: datetime,
    by,
) -> Dispute:
    """Raise a concern on a day at a stage of the ladder; later stages than the first say why."""
    _refuse_tomorrow(on, at)
    ladder = ladder_in_force(on=clock.day_of(at))
    rung = ladder.stages.filter(number=stage).select_related("person").first()
    if rung is None:
        raise Refusal("Choose a stage of the ladder.")
    if stage and not skipped_because.strip():
        raise Refusal("Enter why it does not start with an informal word.")
    if earlier and earlier.is_open:
        raise Refusal("The earlier dispute is still open: go on with that one.")
    asked = asked or who_answers(rung, team=team)
    dispute = Dispute.objects.create(
        **_raised(child, theme, text, team, worker, review, decision, on, by),
        wanted=said(wanted, "Enter what you want to happen."),
        impact=impact.strip(),
        urgency=urgency,
        earlier=earlier,
        ladder=ladder,
        started_at_stage=stage,
        asked=asked,
        **clocks_of(rung, formal_on=None, on=on),
    )
    because = skipped_because.strip()
    keep_step(dispute, Move.OPENED, on=on, at=at, by=by, skipped_because=because)
    return dispute


@transaction.atomic
def record_good_practice(
    child: Child,
    *,
    theme: str,
    text: str,
    team=None,
    worker=None,
    review=None,
    on: date,
    at: datetime,
    by,
) -> GoodPractice:
    """Keep that something was done well for a child."""
    _refuse_tomorrow(on, at)
    return GoodPractice.objects.create(
        **_raised(child, theme, text, team, worker, review, None, on, by)
    )


def _raised(child, theme, text, team, worker, review, decision, on, by) -> dict:
    if worker and team is None:
        team = worker.team
    allocation = Allocation.objects.in_force(on=on).filter(child=child).first()
    return {
        "child": child,
        "theme": theme,
        "text": said(text, "Enter what it is about."),
        "team": team,
        "worker": worker,
        "review": review or (decision and decision.review),
        "decision": decision,
        "raised_on": on,
        "raised_by": by,
        "iro_id": allocation and allocation.iro_id,
    }


def _refuse_tomorrow(on: date, at: datetime) -> None:
    if on > clock.day_of(at):
        raise Refusal("The day it was raised must be today or earlier.")
