"""What the months say, in a sentence under the chart."""

from collections.abc import Sequence

from reporting.control.limits import FEWEST, Limits
from reporting.control.signals import Signal, Why

CHANCE = "Nothing here but chance: the months vary as months do."
TOO_FEW = f"Fewer than {FEWEST} months are known: too few to tell chance from change."
SENTENCES = {
    Why.RUN_ABOVE: "From {first} to {last} every month lies above the mean: that is not chance.",
    Why.RUN_BELOW: "From {first} to {last} every month lies below the mean: that is not chance.",
    Why.RISING: "From {first} to {last} each month is higher than the one before: not chance.",
    Why.FALLING: "From {first} to {last} each month is lower than the one before: not chance.",
}


def said(found: Sequence[Signal], limits: Limits | None, names: Sequence[str]) -> list[str]:
    """A sentence for each thing that is not chance; one sentence where there is none.

    `names` are the months as they are read: February 2017.
    """
    if limits is None:
        return [TOO_FEW]
    sentences = []
    for why, word in ((Why.ABOVE, "above"), (Why.BELOW, "below")):
        months = [names[one.first] for one in found if one.why is why]
        if months:
            lies = "lies" if len(months) == 1 else "lie"
            sentences.append(f"{listed(months)} {lies} {word} what chance explains.")
    for one in found:
        if one.why in SENTENCES:
            sentences.append(
                SENTENCES[one.why].format(first=names[one.first], last=names[one.last])
            )
    return sentences or [CHANCE]


def listed(words: Sequence[str]) -> str:
    """May, June and July."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
