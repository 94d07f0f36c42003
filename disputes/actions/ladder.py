"""Changing the council's ladder."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from disputes.ladder import Rung, new_ladder
from disputes.models import FORMAL_DAYS, Ladder
from iro_service.refusals import Refusal


@transaction.atomic
def change_ladder(rungs: Sequence[Rung], *, on: date, by) -> Ladder:
    """Keep a new edition, for disputes opened from now on; open ones stay on theirs.

    Refuses formal stages of more than 20 working days together (IRO Handbook 6.2).
    """
    formal = sum(rung.working_days for rung in rungs[1:])
    if len(rungs) < 2:
        raise Refusal("Enter at least one formal stage.")
    if formal > FORMAL_DAYS:
        raise Refusal(
            f"The formal stages have {formal} working days together. They may not have more "
            f"than {FORMAL_DAYS}."
        )
    return new_ladder(rungs, on=on, by=by)
