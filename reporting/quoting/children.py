"""The children looked after, in sentences."""

from reporting import sentences
from reporting.percent import percent
from reporting.quoting.shape import Quotable, at, counts, sentence
from reporting.withheld import Withheld
from reporting.written import rate
from statute.ages import BANDS

HERE = "children"


def _change(figures: dict) -> str | None:
    """The change on the year before with its direction, as a noun with its article left out."""
    change = figures["cohort"]["change_percent"]
    if change is None or isinstance(change, Withheld):
        return change
    if not change:
        return "no change"
    return f"{rate(abs(change))} {'increase' if change > 0 else 'decrease'}"


def _aged(code: str, words: str) -> Quotable:
    name = f"children-aged-{code.replace('_', '-')}"
    return Quotable(name, f"Children aged {words.lower()}", HERE, at(f"cohort.by_age.{code}"))


QUOTABLE = [
    *counts(
        HERE,
        {
            "children-looked-after": ("Children looked after", "cohort.total"),
            "children-looked-after-year-before": (
                "Children looked after a year before",
                "cohort.previous_total",
            ),
        },
    ),
    Quotable("children-change", "Change on the year before", HERE, _change, str),
    *counts(
        HERE,
        {
            "children-starts": ("Starts of being looked after", "cohort.starts"),
            "children-ends": ("Ends of being looked after", "cohort.ends"),
            "starts-on-a-protection-plan": (
                "Starts of children on a child protection plan",
                "cohort.status_before.CP",
            ),
            "starts-in-need": ("Starts of children in need", "cohort.status_before.CIN"),
            "children-disabled": ("Children with a disability", "cohort.disabled"),
            "children-uasc": ("Unaccompanied asylum-seeking children", "cohort.uasc"),
        },
    ),
    *(_aged(code, words) for code, words in BANDS.items()),
    sentence(
        "looked-after",
        "How many children, and the change",
        HERE,
        lambda figures: sentences.looked_after(figures["cohort"]),
    ),
    sentence(
        "starts-and-ends",
        "How many came and left",
        HERE,
        lambda figures: sentences.starts_and_ends(figures["cohort"]),
    ),
    sentence(
        "status-before",
        "What they were to the council before",
        HERE,
        lambda figures: sentences.status_before(figures["cohort"], _shares(figures["cohort"])),
    ),
    sentence(
        "why-care-ended",
        "The most frequent reason why care ended",
        HERE,
        lambda figures: sentences.why_care_ended(figures["cohort"]),
    ),
    sentence(
        "groups",
        "Disabled and unaccompanied children",
        HERE,
        lambda figures: sentences.groups_of_children(figures["cohort"]),
    ),
]


def _shares(cohort: dict) -> dict:
    return {code: percent(n, cohort["starts"]) for code, n in cohort["status_before"].items()}
