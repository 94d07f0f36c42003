"""The one limit counted in hours: when the outcome form is due, and why."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from statute.clocks import CLOCKS
from statute.duties.answers import Explanation
from statute.duties.words import in_words

LONDON = ZoneInfo("Europe/London")


def outcome_form_due_at(held_at: datetime) -> datetime:
    """The last moment for the outcome form: 24 real hours after the review, as an aware time.

    Twenty-four hours on the clock on the wall are 23 or 25 real ones when summer time begins
    or ends. Raises ValueError for a time without a time zone. Source: the service's own rule.
    """
    if held_at.utcoffset() is None:
        raise ValueError("The time the review was held needs its time zone.")
    due_at = held_at.astimezone(UTC) + timedelta(hours=CLOCKS["outcome_form"].amount)
    return due_at.astimezone(held_at.tzinfo)


def explain_outcome_form(held_at: datetime) -> Explanation:
    """The same limit in words, told in the time of London.

    Raises ValueError for a time without a time zone. Source: the service's own rule.
    """
    due_at = outcome_form_due_at(held_at).astimezone(LONDON)
    held_at = held_at.astimezone(LONDON)
    clock = CLOCKS["outcome_form"]
    return Explanation(
        sentence=f"{clock.amount} hours after {held_at:%H:%M} on {in_words(held_at)}",
        authority=clock.authority,
        base_on=held_at.date(),
        due_on=due_at.date(),
        left_out=(),
    )
