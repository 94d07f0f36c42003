"""Chance that falls the same way every time."""

from random import Random

SEED = 20170720


def dice(purpose: str) -> Random:
    """Its own run of chance for each purpose, so that a change in one leaves the others be."""
    return Random(f"{SEED}:{purpose}")  # noqa: S311  # not a secret: it must repeat
