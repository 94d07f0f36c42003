"""Sentences of the reviews held late: why, and by how many days."""

from reporting.withheld import largest
from reporting.written import counted, sentence


def late_reasons(timeliness: dict) -> str:
    """How many were late, and why most of all."""
    reasons = timeliness["late_reasons"]
    if reasons is None:
        return "Why reviews were late is not known: figures published before do not hold it."
    late = held_late(timeliness)
    if not late:
        return "No review was held late."
    counts = {row["reason"]: row["reviews"] for row in reasons}
    top = largest(counts, late)
    often = ""
    if top:
        often = (
            f"The reason given most often was: {_lower(top)} "
            f"({counted(counts[top], 'review', 'reviews')})."
        )
    return sentence(f"{counted(late, 'review was', 'reviews were')} held late.", often)


def held_late(timeliness: dict):
    """How many reviews of the year were held late: those that were neither in time nor unknown."""
    now = timeliness["by_year"][-1]
    return now["reviews"] - now["in_timescale"] - now["due_day_not_known"]


def days_late(timeliness: dict) -> str:
    """The middle and the longest delay."""
    late = timeliness["days_late"]
    if late["median"] is None:
        return ""
    return (
        f"Half of the late reviews were held within {_days(late['median'])} of the day they were "
        f"due; the longest delay was {_days(late['longest'])}."
    )


def adjourned(timeliness: dict) -> str:
    """How many were adjourned, and how many of these were completed in time."""
    counts = timeliness.get("adjourned")
    if not counts or counts["reviews"] is None:
        return ""
    if not counts["reviews"]:
        return "No review was adjourned."
    return (
        f"{counted(counts['reviews'], 'review was', 'reviews were')} begun and adjourned. "
        f"{counted(counts['in_time'], 'was', 'were')} completed within the 20 working days that "
        "the law allows."
    )


def _lower(words: str) -> str:
    """The first letter small, unless a word of capitals begins."""
    first = words.split()[0]
    return words if len(first) > 1 and first.isupper() else words[0].lower() + words[1:]


def _days(days) -> str:
    return "1 day" if days == 1 else f"{days:g} days"
