"""How long each IRO has been in post without a break."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dateutil.relativedelta import relativedelta

from cohort.models import IROPost

# The band's key, and how many years make it full.
BANDS = (("under_1", 1), ("1_to_2", 2), ("2_to_5", 5), ("5_and_over", None))


@dataclass(frozen=True)
class Run:
    """One person's posts without a day between them; with no end it goes on."""

    iro: int
    started_on: date
    ended_on: date | None

    def holds(self, on: date) -> bool:
        """Whether the person is in post on the day; the day of the end is no part of it."""
        return self.started_on <= on and (self.ended_on is None or self.ended_on > on)


def runs(until: date) -> list[Run]:
    """Every IRO's unbroken runs of posts that began by the day, in one query."""
    posts = IROPost.objects.filter(started_on__lte=until).order_by("iro", "started_on", "pk")
    rows = posts.values_list("iro", "started_on", "ended_on")
    return [run for _, mine in groupby(rows, lambda row: row[0]) for run in _joined(mine)]


def _joined(posts: Iterable[tuple[int, date, date | None]]) -> list[Run]:
    found: list[Run] = []
    for iro, started, ended in posts:
        if ended == started:  # called off: held for no day
            continue
        if found and found[-1].ended_on and found[-1].ended_on >= started:
            found[-1] = Run(iro, found[-1].started_on, ended)
        else:
            found.append(Run(iro, started, ended))
    return found


def by_length(there: list[Run], on: date) -> dict[str, int]:
    """The runs by the years they have lasted on the day."""
    counts = dict.fromkeys((key for key, _ in BANDS), 0)
    for run in there:
        counts[_band(run.started_on, on)] += 1
    return counts


def _band(started: date, on: date) -> str:
    return next(
        key for key, years in BANDS if years is None or started > on - relativedelta(years=years)
    )
