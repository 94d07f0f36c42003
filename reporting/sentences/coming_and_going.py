"""Sentences of the children who came into care in the year, and of those who left."""

from cohort.codes import ReasonEnded
from reporting.percent import percent
from reporting.withheld import largest
from reporting.written import counted, number, rate, span


def starts_and_ends(cohort: dict) -> str:
    """How many came into care in the year and how many left."""
    if cohort["starts"] is None:
        return (
            "How many children started or ceased to be looked after in the "
            f"{span(cohort.get('year'))} is not known."
        )
    return (
        f"In the {span(cohort.get('year'))} there were "
        f"{counted(cohort['starts'], 'start', 'starts')} of being looked after and "
        f"{counted(cohort['ends'], 'end', 'ends')}. A child who came back into care counts once "
        "for each time."
    )


def status_before(cohort: dict, shares: dict) -> str:
    """What most of the children who started were to the council before."""
    starts, counts = cohort["starts"], cohort["status_before"]
    if not starts:
        return ""
    return (
        f"Of the {counted(starts, 'start', 'starts')}, {number(counts['CP'])} "
        f"({rate(shares['CP'])}) were of children on a child protection plan, "
        f"{number(counts['CIN'])} ({rate(shares['CIN'])}) of children in need, and "
        f"{number(counts['NONE'])} ({rate(shares['NONE'])}) of children with neither."
    )


def why_care_ended(cohort: dict) -> str:
    """The reason for which care ended most often, where its number may be told."""
    counts = cohort.get("ends_by_reason") or {}
    whole = cohort["ends"]
    reason = largest(counts, whole)
    if reason in (None, "not_recorded"):
        return ""
    words, most = dict(ReasonEnded.choices).get(reason, reason), counts[reason]
    return (
        f"Of the {counted(whole, 'end', 'ends')} of a period of care, {number(most)} "
        f"({rate(percent(most, whole))}) had the reason \N{LEFT SINGLE QUOTATION MARK}{words}"
        "\N{RIGHT SINGLE QUOTATION MARK}, the most frequent one."
    )
