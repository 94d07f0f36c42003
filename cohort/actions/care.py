"""A child comes into care, moves, leaves, comes back; and what was entered wrongly is put right."""

from datetime import date

from django.db import IntegrityError, transaction

from cohort.codes import ReasonEnded, ReasonNew
from cohort.models import Allocation, CaseHolding, Child, Episode, PeriodOfCare
from cohort.versions import refuse_overwriting
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from statute.ages import age_on

ADULT = 18
SAME_STATUS = (ReasonNew.P, ReasonNew.T)


@transaction.atomic
def start_care(
    *, child: dict, period: dict, episode: dict, iro, team, worker, on: date, by
) -> PeriodOfCare:
    """Record a child, the period of care and its first episode, and who holds the case.

    The IRO's and the team's part begin on the day it is entered, not before they knew.
    """
    started = PeriodOfCare.objects.create(child=Child.objects.create(**child), **period)
    _begin(started, episode, iro, team, worker, on)
    return started


@transaction.atomic
def start_care_again(
    child: Child, *, period: dict, episode: dict, iro, team, worker, on: date, by
) -> PeriodOfCare:
    """Record that a child who had left care is looked after again; refuses while one still is."""
    refuse_all_but_managers(by)
    child = Child.objects.select_for_update().get(pk=child.pk)
    if sentence := why_not_again(child, period["started_on"], on=on):
        raise Refusal(f"{sentence}.")
    started = PeriodOfCare.objects.create(child=child, **period)
    _begin(started, episode, iro, team, worker, on)
    return started


@transaction.atomic
def start_episode(
    period: PeriodOfCare,
    *,
    started_on: date,
    reason_place_change: str = "",
    on: date,
    by,
    **facts,
) -> Episode:
    """End the open episode on the day and begin the next one, with what changed in it.

    `reason_place_change` is kept with the placement that ended, as the return has it.
    """
    refuse_all_but_managers(by)
    period = PeriodOfCare.objects.select_for_update().select_related("child").get(pk=period.pk)
    now = period.episodes.latest_first().first()
    if sentence := why_not_episode(period, now, started_on, on=on):
        raise Refusal(f"{sentence}.")
    if sentence := why_not_reason(now, **facts):
        raise Refusal(f"{sentence}.")
    if now:
        period.episodes.open().filter(pk=now.pk).update(
            ended_on=started_on,
            reason_ended=ReasonEnded.X1,
            reason_place_change=reason_place_change,
        )
    return Episode.objects.create(period=period, started_on=started_on, **facts)


@transaction.atomic
def end_care(period: PeriodOfCare, *, ended_on: date, reason: str, on: date, by) -> PeriodOfCare:
    """End a period of care with its open episode; the IRO's and the team's part end that day."""
    refuse_all_but_managers(by)
    period = PeriodOfCare.objects.select_for_update().select_related("child").get(pk=period.pk)
    if sentence := why_not_end(period, ended_on, on=on):
        raise Refusal(f"{sentence}.")
    ended = {"ended_on": ended_on, "reason_ended": reason}
    period.episodes.open().update(**ended)
    PeriodOfCare.objects.filter(pk=period.pk).update(**ended)
    end_holdings(period.child, day=ended_on)
    period.refresh_from_db()
    return period


@transaction.atomic
def correct_child(child: Child, *, version: int | None = None, on: date, by, **facts) -> Child:
    """Put a child's basic facts right; refuses a birth that their care does not fit.

    `version` is the one the person had before them: what another changed since is not overwritten.
    """
    refuse_all_but_managers(by)
    child = Child.objects.select_for_update().get(pk=child.pk)
    if version is not None:
        refuse_overwriting(child, version, facts)
    if sentence := why_not_born(child, facts["date_of_birth"], on=on):
        raise Refusal(f"{sentence}.")
    try:
        with transaction.atomic():
            Child.objects.filter(pk=child.pk).update(**facts)
    except IntegrityError:
        raise Refusal("Another child with this reference is here already.") from None
    child.refresh_from_db()
    return child


def why_not_episode(period: PeriodOfCare, now: Episode | None, day: date, *, on: date) -> str:
    """Why no new episode can begin that day; else ''."""
    name = period.child.given_name
    if period.ended_on:
        return f"{name} is no longer looked after, so nothing new can begin"
    if day > on:
        return "The day it changed must be today or in the past"
    if day < period.started_on:
        return f"The day it changed cannot be before {name} came into care " + (
            f"on {in_words(period.started_on)}"
        )
    if now and day <= now.started_on:
        return f"The day it changed must be after {in_words(now.started_on)}, " + (
            "when what is recorded now began"
        )
    return ""


def why_not_reason(now: Episode | None, *, reason_new: str, **facts) -> str:
    """Why the reason given does not fit what changed from the episode before; else ''."""
    if reason_new == ReasonNew.S:
        return "The reason that care started is for the first episode only"
    if now is None:
        return ""
    new_status = facts["legal_status"] != now.legal_status
    if reason_new in SAME_STATUS and new_status:
        return "The reason says that only the placement changed, but the legal status did too"
    if reason_new not in SAME_STATUS and not new_status:
        return "The reason says that the legal status changed, but it is the same as before"
    if reason_new == ReasonNew.L and facts["placement"] != now.placement:
        return "The reason says that only the legal status changed, but the placement did too"
    return ""


def why_not_end(period: PeriodOfCare, day: date, *, on: date) -> str:
    """Why the period of care cannot have ended that day; else ''."""
    name = period.child.given_name
    if period.ended_on:
        return f"{name} left care already, on {in_words(period.ended_on)}"
    if day > on:
        return "The day care ended must be today or in the past"
    if day < period.started_on:
        return f"Care cannot have ended before it began on {in_words(period.started_on)}"
    last = period.episodes.latest_first().first()
    if last and day < max(last.started_on, last.ended_on or last.started_on):
        return f"Care cannot have ended before {in_words(last.started_on)}, " + (
            "when the last episode began"
        )
    return ""


def why_not_again(child: Child, day: date, *, on: date) -> str:
    """Why no new period of care can begin that day; else ''."""
    name = child.given_name
    if child.periods.open().exists():
        return f"{name} is looked after already"
    if day > on:
        return f"The day {name} became looked after must be today or in the past"
    last = child.periods.order_by("-ended_on").first()
    if last and last.ended_on and day < last.ended_on:
        return f"The day cannot be before {name} last left care on {in_words(last.ended_on)}"
    if day < child.date_of_birth:
        return "The day cannot be before the date of birth"
    if age_on(child.date_of_birth, day) >= ADULT:
        return f"{name} was 18 by then, and a child must be under 18 to become looked after"
    return ""


def why_not_born(child: Child, day: date, *, on: date) -> str:
    """Why the child cannot have been born that day; else ''."""
    if day > on:
        return "The date of birth must be today or in the past"
    for period in child.periods.order_by("started_on"):
        began = in_words(period.started_on)
        if day > period.started_on:
            return f"The date of birth cannot be after {began}, when the child came into care"
        if age_on(day, period.started_on) >= ADULT:
            return f"The child came into care on {began} and must have been under 18 then"
    return ""


def end_holdings(child: Child, *, day: date) -> None:
    """End what IRO and team have of a child that day, a change planned for later included."""
    for held in (*child.allocations.lasting(on=day), *child.case_holdings.lasting(on=day)):
        # What was to begin later, or was entered since the child had left, is for no day at all.
        type(held).objects.filter(pk=held.pk).update(ended_on=max(day, held.started_on))


def _begin(period: PeriodOfCare, episode: dict, iro, team, worker, on: date) -> None:
    Episode.objects.create(
        period=period, started_on=period.started_on, reason_new=ReasonNew.S, **episode
    )
    if iro:
        period.child.allocations.open().update(ended_on=on)  # left open by an older record
        Allocation.objects.create(child=period.child, iro=iro, started_on=on)
    if team or worker:
        period.child.case_holdings.open().update(ended_on=on)
        CaseHolding.objects.create(
            child=period.child, team=team or worker.team, worker=worker, started_on=on
        )


def refuse_all_but_managers(by) -> None:
    if not by.is_manager:
        raise Refusal("Only a manager changes what is recorded of a child's care.")
