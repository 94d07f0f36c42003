"""Since when disputes are kept in this service."""

from datetime import date

from disputes.models import Ladder


def kept_from() -> date | None:
    """The day of the council's first ladder: no dispute is kept without one; None before it.

    Concerns raised earlier may have been entered since, but nobody can say that they are all.
    """
    return Ladder.objects.order_by("made_on").values_list("made_on", flat=True).first()
