"""The figures as everybody may read them: small counts withheld, nobody named or told apart."""

from reporting.audience import Audience
from reporting.withholding.edition import public

__all__ = ["for_audience", "public"]


def for_audience(figures: dict, audience: str) -> dict:
    """The figures of an edition: all of them inside, for others what may be public.

    Takes what `figures()` gives, or the same read back from JSON, and leaves it as it is.
    """
    return figures if audience == Audience.INTERNAL else public(figures)
