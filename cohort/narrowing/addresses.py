"""The names that days and facts have in the address of the list of children."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.urls import reverse

from cohort.make_up import FACTS

YES, NO = "yes", "no"
ON, SHORT_BREAKS, REASON, START = "on", "short_breaks", "reason_ended", "start"
STARTED, ENDED = ("started_from", "started_to"), ("ended_from", "ended_to")
NOT_KNOWN = "not_known"
NAMES = {ON, SHORT_BREAKS, REASON, START, *STARTED, *ENDED, *FACTS}


@dataclass(frozen=True)
class Days:
    """From the first to the last day, both included."""

    first: date
    last: date

    @property
    def before(self) -> date:
        """The day before the first: who was in care that evening must be known."""
        return self.first - timedelta(days=1)

    def named(self, names: tuple[str, str]) -> dict[str, str]:
        """The two days as the address has them under these names."""
        return dict(zip(names, (self.first.isoformat(), self.last.isoformat()), strict=True))


def address_of(
    *,
    on: date | None = None,
    started: Days | None = None,
    ended: Days | None = None,
    **choices: str | Iterable[str],
) -> str:
    """The address of the list that holds exactly the children of a number."""
    days = {ON: on.isoformat()} if on else {}
    days |= started.named(STARTED) if started else {}
    days |= ended.named(ENDED) if ended else {}
    return f"{reverse('children')}?{urlencode(days | choices, doseq=True)}"
