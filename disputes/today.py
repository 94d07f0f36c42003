"""What a manager's first page says of disputes; each number is counted by the list it opens."""

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from disputes.forms.filters import filtered_disputes
from reviews.filters import NOBODY
from reviews.today.tiles import tile

OVERDUE = {"overdue": "yes"}
NOT_DONE = {"actions": "overdue"}
ASKED_OF_NOBODY = {"asked": NOBODY}


def tiles(user, *, on: date) -> list[dict]:
    """Disputes past a day, agreed actions past theirs, and disputes that nobody is asked about."""
    unasked = _tile("Disputes nobody is asked to answer", ASKED_OF_NOBODY, user, on)
    return [
        _tile("Disputes past their day", OVERDUE, user, on),
        _tile("Disputes with an agreed action overdue", NOT_DONE, user, on),
        # No day was missed there, so it is not red.
        unasked | {"tone": ""},
    ]


def _tile(label: str, choices: dict, user, on: date) -> dict:
    number = filtered_disputes(choices, user=user, on=on).qs.count()
    return tile(label, number, f"{reverse('disputes')}?{urlencode(choices)}")
