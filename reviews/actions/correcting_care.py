"""A child's care put right where it was entered wrongly, with what follows for the reviews."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import ProtectedError

from cohort.actions import correcting
from cohort.models import Child, Episode, PeriodOfCare, PreviousPermanence
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.actions.care import last_day_held, lock_planned, why_not_without_form
from reviews.actions.planning import plan_review_by_episodes
from reviews.actions.replanning import due_by_episodes, follow_a_correction
from reviews.models import MidwayCheck, Review

# Rules that count from the day an episode or the period of care began, not from a review.
FROM_CARE = ("first_review", "short_breaks_first")
FROM_EPISODE = ("short_breaks_first", "adoption_authorised_first", "adoption_placed_first")
STRIKE = "Have that review taken out as recorded in error first"


@transaction.atomic
def correct_episode(
    episode: Episode, *, version: int, reason: str, at: datetime, by, **facts
) -> tuple[Episode, Review | None]:
    """Put an episode right; the planned review, where its due day moved with it."""
    lock_planned(episode.period.child_id)
    if sentence := why_not_other(episode, **facts):
        raise Refusal(f"{sentence}.")
    on = clock.day_of(at)
    was = due_by_episodes(episode.period, on=on)
    episode = correcting.correct_episode(
        episode, version=version, reason=reason, on=on, by=by, **facts
    )
    return episode, follow_a_correction(episode.period, was=was, reason=reason, at=at, by=by)


@transaction.atomic
def take_out_episode(episode: Episode, *, reason: str, at: datetime, by) -> Review | None:
    """Take out an episode that never was; the planned review, where its due day moved with it."""
    lock_planned(episode.period.child_id)
    if sentence := why_not_without_episode(episode):
        raise Refusal(f"{sentence}.")
    on = clock.day_of(at)
    was = due_by_episodes(episode.period, on=on)
    period = correcting.take_out_episode(episode, reason=reason, on=on, by=by)
    return follow_a_correction(period, was=was, reason=reason, at=at, by=by)


@transaction.atomic
def correct_period(
    period: PeriodOfCare, *, version: int, reason: str, at: datetime, by, **facts
) -> tuple[PeriodOfCare, Review | None]:
    """Put a period of care right; the planned review, where its day moved or it is new.

    A period that had not ended after all has its next review planned again.
    """
    lock_planned(period.child_id)
    if sentence := why_not_between(period, facts["started_on"], facts["ended_on"], at=at):
        raise Refusal(f"{sentence}.")
    had_ended, on = period.ended_on, clock.day_of(at)
    was = due_by_episodes(period, on=on)
    period = correcting.correct_period(
        period, version=version, reason=reason, on=on, by=by, **facts
    )
    if had_ended and period.ended_on is None:
        since = last_day_held(period)
        return period, plan_review_by_episodes(period, on=since, known_on=on, by=by)
    return period, follow_a_correction(period, was=was, reason=reason, at=at, by=by)


@transaction.atomic
def take_out_period(period: PeriodOfCare, *, reason: str, at: datetime, by) -> None:
    """Take out a period of care that never was, with its first review if nothing was done on it."""
    lock_planned(period.child_id)
    if sentence := why_not_without_period(period):
        raise Refusal(f"{sentence}.")
    planned = Review.objects.planned().filter(period=period)
    try:
        with transaction.atomic():
            MidwayCheck.objects.filter(review__in=planned, done_on__isnull=True).delete()
            planned.delete()
    except ProtectedError:
        raise Refusal(f"{PREPARED}.") from None
    correcting.take_out_period(period, reason=reason, on=clock.day_of(at), by=by)


@transaction.atomic
def correct_permanence_before(
    child: Child, *, option: str, authority: str, ordered_on: str, on: date, by
) -> PreviousPermanence:
    """Record, or put right, how the child had last left care for good."""
    if not by.is_manager:
        raise Refusal("Only a manager changes what is recorded of a child's care.")
    facts = {"option": option, "authority": authority.upper(), "ordered_on": ordered_on}
    return PreviousPermanence.objects.update_or_create(child=child, defaults=facts)[0]


PREPARED = (
    "Its first review is being prepared already, so the period of care cannot be taken out. "
    "Correct the days it began and ended instead"
)


def why_not_other(episode: Episode, **facts) -> str:
    """Why an episode cannot become another as its reviews stand; else ''."""
    now = Episode.objects.get(pk=episode.pk)
    matters = ("started_on", "legal_status", "placement")
    if all(facts.get(name, getattr(now, name)) == getattr(now, name) for name in matters):
        return ""
    return why_not_without_episode(now)


def why_not_without_episode(episode: Episode) -> str:
    """Why the reviews held need the episode as it is; else ''."""
    held = Review.objects.held().filter(
        period=episode.period_id, base_on=episode.started_on, rule__in=FROM_EPISODE
    )
    counted = held.order_by("held_on").first()
    if counted is None:
        return ""
    return (
        f"The review held on {in_words(counted.held_on)} was due by a day that counts from this "
        f"episode. {STRIKE}"
    )


def why_not_between(period: PeriodOfCare, began: date, ended: date | None, *, at: datetime) -> str:
    """Why care cannot have lasted from the one day to the other as its reviews stand; else ''."""
    now = PeriodOfCare.objects.get(pk=period.pk)
    held = Review.objects.held().filter(period=now).order_by("held_on")
    if began != now.started_on and (first := held.first()):
        if first.held_on < began:
            return f"A review was held on {in_words(first.held_on)}, before that day. {STRIKE}"
        counted = held.filter(base_on=now.started_on, rule__in=FROM_CARE).first()
        if counted:
            return (
                f"The review held on {in_words(counted.held_on)} was due by a day that counts "
                f"from the day care began. {STRIKE}"
            )
    if ended and ended != now.ended_on:
        return why_not_without_form(now, ended, at=at)
    return ""


def why_not_without_period(period: PeriodOfCare) -> str:
    """Why a period of care cannot be taken out as its reviews stand; else ''."""
    reviews = Review.objects.filter(period=period)
    done = reviews.exclude(pk__in=Review.objects.planned().filter(period=period)).first()
    if done and done.held_on:
        return (
            f"A review was held in it, on {in_words(done.held_on)}, so it cannot be taken out. "
            "Correct the days it began and ended instead"
        )
    if done:
        return (
            "A review was planned in it and cancelled, which stays on record, so it cannot be "
            "taken out. Correct the days it began and ended instead"
        )
    return PREPARED if reviews.filter(booked_for__isnull=False).exists() else ""


def periods_worked_on(child: Child) -> set[int]:
    """The numbers of the child's periods of care that cannot be taken out, for their reviews."""
    untouched = Review.objects.planned().filter(child=child, booked_for__isnull=True)
    others = Review.objects.filter(child=child).exclude(pk__in=untouched.values("pk"))
    return set(others.values_list("period_id", flat=True))
