"""Disputes about a child in the states that pages are opened in."""

from datetime import date

from disputes.actions.answering import Promise, answer_dispute
from disputes.actions.opening import as_held, open_dispute
from disputes.models import Dispute
from tests.disputes.conftest import at

DAY = date(2017, 7, 10)


def raised(child, *, by, asked, on=DAY, **more) -> Dispute:
    """A concern raised informally with the manager."""
    known = {"theme": "drift_and_delay", "text": "No plan since March.", "wanted": "A plan."}
    known |= as_held(child, on=on)
    return open_dispute(child, **known | more, asked=asked, on=on, at=at(on), by=by)


def answered(child, *, by, asked, answer, on=DAY, **more) -> Dispute:
    """A concern that the manager answered on the day it was raised."""
    dispute = raised(child, by=by, asked=asked, on=on, **more)
    agrees = answer in ("agrees", "partly")
    answer_dispute(
        dispute,
        answer=answer,
        text="These are my words.",
        promises=[Promise("A plan is written", "Sam Reed", date(2017, 7, 31))] if agrees else [],
        on=on,
        at=at(on),
        by=asked,
    )
    return Dispute.objects.get(pk=dispute.pk)
