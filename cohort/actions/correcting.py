"""What was entered wrongly about a child's care is put right, or taken out."""

from datetime import date

from django.db import transaction
from django.db.models import F

from audit.history import because
from cohort.actions.care import end_holdings, refuse_all_but_managers, why_not_reason
from cohort.corrections import (
    neighbours,
    why_not_began,
    why_not_ended,
    why_not_gone,
    why_not_moved,
)
from cohort.models import Episode, PeriodOfCare
from cohort.versions import refuse_overwriting
from iro_service.refusals import Refusal

GONE = "Somebody took this out meanwhile."


@transaction.atomic
def correct_episode(
    episode: Episode, *, version: int, reason: str, on: date, by, **facts
) -> Episode:
    """Put an episode's facts and first day right; the one before ends on that day.

    `version` is the one the person had before them: what another changed since is not overwritten.
    """
    refuse_all_but_managers(by)
    episode = _locked(episode)
    refuse_overwriting(episode, version, facts)
    before, _ = neighbours(episode)
    day = facts.get("started_on", episode.started_on)
    if sentence := why_not_moved(episode, day, on=on) or (
        before and why_not_reason(before, **facts)
    ):
        raise Refusal(f"{sentence}.")
    with because(reason):
        earlier = day < episode.started_on
        if before and earlier:  # room first: at no moment may two overlap
            Episode.objects.filter(pk=before.pk).update(ended_on=day)
        Episode.objects.filter(pk=episode.pk).update(**facts)
        if before and not earlier:
            Episode.objects.filter(pk=before.pk).exclude(ended_on=day).update(ended_on=day)
    episode.refresh_from_db()
    return episode


@transaction.atomic
def take_out_episode(episode: Episode, *, reason: str, on: date, by) -> PeriodOfCare:
    """Take out an episode that never was; the one before goes on to its end."""
    refuse_all_but_managers(by)
    episode = _locked(episode)
    before, _ = neighbours(episode)
    if (sentence := why_not_gone(episode)) or before is None:
        raise Refusal(f"{sentence}.")
    with because(reason):
        Episode.objects.filter(pk=episode.pk).delete()
        Episode.objects.filter(pk=before.pk).update(
            ended_on=episode.ended_on, reason_ended=episode.reason_ended
        )
    return episode.period


@transaction.atomic
def correct_period(
    period: PeriodOfCare, *, version: int, reason: str, on: date, by, **facts
) -> PeriodOfCare:
    """Put right when care began and ended, why, and where the child came from.

    Its first and last episodes, and the IRO's and the team's part, move with its ends.
    """
    refuse_all_but_managers(by)
    period = _locked_period(period)
    refuse_overwriting(period, version, facts)
    began, ended = facts["started_on"], facts["ended_on"]
    if sentence := why_not_began(period, began, on=on) or why_not_ended(period, ended, on=on):
        raise Refusal(f"{sentence}.")
    with because(reason):
        PeriodOfCare.objects.filter(pk=period.pk).update(**facts)
        _move_episodes(period, began, ended=ended, reason_ended=facts["reason_ended"])
        if ended != period.ended_on:
            _move_people(period, ended)
    period.refresh_from_db()
    return period


@transaction.atomic
def take_out_period(period: PeriodOfCare, *, reason: str, on: date, by) -> None:
    """Take out a period of care that never was, with its episodes; reviews in it forbid that."""
    refuse_all_but_managers(by)
    period = _locked_period(period)
    with because(reason):
        period.episodes.all().delete()
        if period.ended_on is None:
            end_holdings(period.child, day=period.started_on)
        PeriodOfCare.objects.filter(pk=period.pk).delete()


def _move_episodes(period, began: date, *, ended: date | None, reason_ended: str | None) -> None:
    """The first episode begins with care and the last one ends with it."""
    pks = list(period.episodes.order_by("started_on", "pk").values_list("pk", flat=True))
    if not pks:
        return
    with_care = {"ended_on": ended, "reason_ended": reason_ended}
    first = {"started_on": began} | (with_care if len(pks) == 1 else {})
    Episode.objects.filter(pk=pks[0]).update(**first)
    Episode.objects.filter(pk=pks[-1]).update(**with_care)


def _move_people(period: PeriodOfCare, ended: date | None) -> None:
    """Whose part ended with care ends with it now; a later part of theirs is left alone."""
    for held in (period.child.allocations, period.child.case_holdings):
        some_days = held.exclude(ended_on=F("started_on"))  # one called off was for no day
        last = some_days.order_by("-started_on", "-pk").first()
        if last and last.ended_on == period.ended_on:
            day = max(ended, last.started_on) if ended else None
            held.filter(pk=last.pk).update(ended_on=day)


def _locked(episode: Episode) -> Episode:
    """The episode as it stands, its period of care locked, so that its neighbours stay."""
    _locked_period(episode.period)
    found = Episode.objects.select_related("period__child").filter(pk=episode.pk).first()
    if found is None:
        raise Refusal(GONE)
    return found


def _locked_period(period: PeriodOfCare) -> PeriodOfCare:
    periods = PeriodOfCare.objects.select_for_update(of=("self",)).select_related("child")
    found = periods.filter(pk=period.pk).first()
    if found is None:
        raise Refusal(GONE)
    return found
