"""Sentences of how many children were looked after, and of groups among them."""

from reporting.withheld import is_withheld
from reporting.written import counted, day, number, rate


def looked_after(cohort: dict) -> str:
    """How many children, and the change on a year before."""
    total, previous = cohort["total"], cohort["previous_total"]
    if total is None:
        return f"How many children were looked after on {day(cohort['as_at'])} is not known."
    start = f"{_children(total)} looked after on {day(cohort['as_at'])}"
    if previous is None:
        return f"{start}. How many there were a year before is not known."
    if is_withheld(total) or is_withheld(previous):
        return f"{start}."
    change = cohort["change_percent"]
    if total == previous:
        return f"{start}, as many as a year before."
    if change is None:
        return f"{start}, and none a year before."
    word, article = ("increase" if total > previous else "decrease"), _article(abs(change))
    return f"{start}, {article} {rate(abs(change))} {word} on {number(previous)} a year before."


def groups_of_children(cohort: dict) -> str:
    """Disabled children and unaccompanied asylum-seeking children."""
    if cohort["total"] is None:
        return ""
    return (
        f"{counted(cohort['disabled'], 'of the children has', 'of the children have')} a "
        f"disability. {counted(cohort['uasc'], 'is an', 'are')} unaccompanied "
        f"asylum-seeking {'child' if cohort['uasc'] == 1 else 'children'}."
        f"{in_short_breaks(cohort.get('short_breaks') or 0)}"
    )


def in_short_breaks(children: int) -> str:
    """The children in short breaks only."""
    if not children:
        return ""
    return f" Besides them {counted(children, 'child was', 'children were')} in short breaks only."


def _children(total: int) -> str:
    return counted(total, "child was", "children were")


def _article(value) -> str:
    """'an' before a number read with a vowel: 8, 11, 18 and their likes."""
    whole = str(int(value))
    return "an" if whole.startswith("8") or whole in ("11", "18") else "a"
