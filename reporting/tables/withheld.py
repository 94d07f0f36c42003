"""Counts too small to be printed in a public document."""

from collections.abc import Sequence

FEWER = 5  # counts of 1 to 4 are withheld


def withheld(counts: Sequence[int]) -> set[int]:
    """The places of the counts to withhold, so that none of 1 to 4 is told or can be worked out.

    The total is printed, so what is withheld together must be two counts or more that add up to
    5 or more: else the smallest others go with them. Source: the practice of the Office for
    National Statistics for counts of people, secondary suppression included.
    """
    order = sorted(range(len(counts)), key=lambda place: (counts[place], place))
    hidden = [place for place in order if 0 < counts[place] < FEWER]
    others = [place for place in order if counts[place] >= FEWER]
    while hidden and others and (len(hidden) < 2 or sum(counts[n] for n in hidden) < FEWER):
        hidden.append(others.pop(0))
    return set(hidden)
