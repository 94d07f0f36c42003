"""Sentences of the reviews held late: why, and by how many days."""

from reporting.written import counted


def late_reasons(timeliness: dict) -> str:
    """How many were late, and why most of all."""
    reasons = timeliness["late_reasons"]
    if reasons is None:
        return "Why reviews were late is not known: figures published before do not hold it."
    late = sum(row["reviews"] for row in reasons)
    if not late:
        return "No review was held late."
    top = reasons[0]
    return (
        f"{counted(late, 'review was', 'reviews were')} held late. The reason given most often "
        f"was: {_lower(top['reason'])} ({counted(top['reviews'], 'review', 'reviews')})."
    )


def days_late(timeliness: dict) -> str:
    """The middle and the longest delay."""
    late = timeliness["days_late"]
    if late["median"] is None:
        return ""
    return (
        f"Half of the late reviews were held within {_days(late['median'])} of the day they were "
        f"due; the longest delay was {_days(late['longest'])}."
    )


def _lower(words: str) -> str:
    """The first letter small, unless a word of capitals begins."""
    first = words.split()[0]
    return words if len(first) > 1 and first.isupper() else words[0].lower() + words[1:]


def _days(days) -> str:
    return "1 day" if days == 1 else f"{days:g} days"
