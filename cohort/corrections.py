"""Why what is recorded of a child's care cannot be corrected in some way; '' where it can."""

from datetime import date

from cohort.actions.care import ADULT, why_not_reason
from cohort.models import Episode, PeriodOfCare
from iro_service.templatetags.house import day as in_words
from statute.ages import age_on


def neighbours(episode: Episode) -> tuple[Episode | None, Episode | None]:
    """The episodes just before and after one in its period of care; None where there is none."""
    all_of_them = list(episode.period.episodes.order_by("started_on", "pk"))
    place = all_of_them.index(episode)
    before = all_of_them[place - 1] if place else None
    after = all_of_them[place + 1] if place + 1 < len(all_of_them) else None
    return before, after


def misfit(before: Episode, after: Episode) -> str:
    """How an episode contradicts the one before it, in a sentence; '' where it follows from it."""
    why = why_not_reason(
        before,
        reason_new=after.reason_new,
        legal_status=after.legal_status,
        placement=after.placement,
    )
    if not why:
        return ""
    began = in_words(after.started_on)
    return f"The episode of {began} does not fit the one before it. {why}"


def why_not_moved(episode: Episode, day: date, *, on: date) -> str:
    """Why the episode cannot have begun that day."""
    if day == episode.started_on:
        return ""
    before, _ = neighbours(episode)
    if before is None:
        return "The first episode begins with the period of care: correct the day care began"
    if day > on:
        return "The day it began must be today or in the past"
    if day <= before.started_on:
        return f"The day it began must be after {in_words(before.started_on)}, " + (
            "when the episode before it began"
        )
    if episode.ended_on and day >= episode.ended_on:
        return f"The day it began must be before {in_words(episode.ended_on)}, when it ended"
    return ""


def why_not_gone(episode: Episode) -> str:
    """Why the episode cannot be taken out."""
    before, after = neighbours(episode)
    if before is None and after is None:
        return "It is the only episode of the period of care. Correct it, or take out the period"
    if before is None:
        return "Care began with this episode. Correct it, and take out the one after it"
    return ""


def why_not_began(period: PeriodOfCare, day: date, *, on: date) -> str:
    """Why the period of care cannot have begun that day."""
    if day == period.started_on:
        return ""
    child = period.child
    if day > on:
        return "The day care began must be today or in the past"
    if day < child.date_of_birth:
        return "The day care began cannot be before the date of birth"
    if age_on(child.date_of_birth, day) >= ADULT:
        return f"{child.given_name} was 18 by then"
    before = child.periods.filter(started_on__lt=period.started_on).order_by("-started_on").first()
    if before and before.ended_on and day < before.ended_on:
        return f"The day care began cannot be before {in_words(before.ended_on)}, " + (
            "when the period of care before it ended"
        )
    first = period.episodes.order_by("started_on", "pk").first()
    if first and first.ended_on and day >= first.ended_on:
        return f"The day care began must be before {in_words(first.ended_on)}, " + (
            "when the first episode ended. Take out or correct that episode first"
        )
    return ""


def why_not_ended(period: PeriodOfCare, day: date | None, *, on: date) -> str:
    """Why the period of care cannot have ended that day, or cannot be open where it is None."""
    if day == period.ended_on:
        return ""
    after = period.child.periods.filter(started_on__gt=period.started_on).order_by("started_on")
    later = after.first()
    if day is None:
        if later:
            return f"Another period of care began on {in_words(later.started_on)}, so this one " + (
                "has ended. Enter the day"
            )
        return ""
    if period.ended_on is None:
        return "Care has not ended. Use “End” on the child's page to end it"
    if day > on:
        return "The day care ended must be today or in the past"
    last = period.episodes.latest_first().first()
    if last and day <= last.started_on:
        return f"The day care ended must be after {in_words(last.started_on)}, " + (
            "when the last episode began"
        )
    if later and day > later.started_on:
        return f"The day care ended cannot be after {in_words(later.started_on)}, " + (
            "when the next period of care began"
        )
    return ""
