"""Sentences of quality audits."""

from reporting.written import counted, number, rate, sentence

NONE = "No audit was entered for the time of this report."


def made(audits: dict) -> str:
    """How many audits there were, and how good the reviews were found."""
    if audits["audits"] is None:
        return ""
    if not audits["audits"]:
        return NONE
    return (
        f"{counted(audits['audits'], 'review was', 'reviews were')} looked at again by somebody "
        f"else. {number(audits['good_or_better'])} ({rate(audits['good_or_better_percent'])}) were "
        "found good or outstanding."
    )


def share_audited(audits: dict) -> str:
    """The share of the year's own reviews that was audited."""
    if not audits["reviews_audited"]:
        return ""
    return (
        f"Of {counted(audits['reviews_held'], 'review', 'reviews')} held in this time, "
        f"{number(audits['reviews_audited'])} ({rate(audits['reviews_audited_percent'])}) have "
        "been audited by now."
    )


def actions(audits: dict) -> str:
    """What became of the actions that the audits asked for."""
    every = audits["actions"]
    if not every:
        return ""
    states = ("done", "actions_done"), ("overdue", "actions_overdue"), ("to come", "actions_to_do")
    return sentence(
        f"The audits asked for {counted(every, 'action', 'actions')}.",
        *(
            f"{number(audits[key])} {'is' if audits[key] == 1 else 'are'} {state}."
            for state, key in states
            if audits[key]
        ),
    )
