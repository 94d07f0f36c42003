"""Sentences of disabled children, of unaccompanied ones and of those in residential care."""

from reporting.sentences.children import in_short_breaks
from reporting.written import counted, day, number, rate


def disabled_children(cohort: dict) -> str:
    """How many disabled children were looked after full time, and how many had short breaks."""
    if cohort["disabled"] is None:
        return ""
    return (
        f"{counted(cohort['disabled'], 'disabled child was', 'disabled children were')} looked "
        f"after full time on {day(cohort['as_at'])}."
        f"{in_short_breaks(cohort.get('short_breaks') or 0)}"
    )


def unaccompanied_children(cohort: dict) -> str:
    """How many unaccompanied asylum-seeking children were looked after."""
    if cohort["uasc"] is None:
        return ""
    children = counted(
        cohort["uasc"],
        "unaccompanied asylum-seeking child was",
        "unaccompanied asylum-seeking children were",
    )
    return f"{children} looked after on {day(cohort['as_at'])}."


def residential(cohort: dict) -> str:
    """How many of the children in residential care live in homes that the council runs."""
    told = cohort.get("residential")
    if not told or not told["children"]:
        return ""
    children = counted(told["children"], "child was", "children were")
    return (
        f"{children} in a children's home or other residential care. {number(told['own'])} of "
        f"them ({rate(told['percent'])}) lived in homes that the council runs."
    )
