"""The children of a day counted by each fact at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from cohort.make_up.facts import FACTS, with_facts
from cohort.models import PeriodOfCare

Combination = tuple[str, ...]
# What is told of two facts together.
CROSSED: tuple[Combination, ...] = (
    ("district", "sex"),
    ("district", "age"),
    ("placement", "provider"),
    *((fact, "disabled") for fact in ("age", "sex", "placement")),
    *((fact, "unaccompanied") for fact in ("age", "sex", "legal_status", "placement")),
)


@dataclass(frozen=True)
class Tally:
    """The children looked after on a day, by fact; those in short breaks only stand apart."""

    on: date
    total: int
    short_breaks: int
    counts: dict[Combination, dict[tuple, int]]

    def by(self, *facts: str) -> dict:
        """The counts by a fact, or by a few together as tuples; None is not recorded."""
        counts = self.counts[facts]
        return {key[0]: n for key, n in counts.items()} if len(facts) == 1 else dict(counts)


def tally(*, on: date) -> Tally:
    """Count the children of a day by each of FACTS, in one statement that reads them once.

    Unit: children looked after. Source: as for PeriodQuerySet.counted and with_facts.
    """
    sets: list[Combination] = [(), *((fact,) for fact in FACTS), *CROSSED]
    counts: dict[Combination, dict[tuple, int]] = {one: {} for one in sets}
    short_breaks = 0
    for grouping, children, breaks, *values in _counted(on, sets):
        facts = _grouped(grouping)
        if not facts:
            short_breaks = breaks
        if children or not facts:
            known = dict(zip(FACTS, values, strict=True))
            counts[facts][tuple(known[fact] for fact in facts)] = children
    return Tally(on, counts[()][()], short_breaks, counts)


def _counted(on: date, sets: Sequence[Combination]) -> list[tuple]:
    periods = with_facts(PeriodOfCare.objects.in_force(on=on).with_only_breaks(), on=on)
    columns = ", ".join(f"then_{fact}" for fact in FACTS)
    each, params = (
        periods.order_by()
        .values("only_breaks", *(f"then_{fact}" for fact in FACTS))
        .query.sql_with_params()
    )
    together = ", ".join(f"({', '.join(f'then_{fact}' for fact in one)})" for one in sets)
    # Put together out of the names above; every value is a parameter.
    statement = (
        f"SELECT GROUPING({columns}), COUNT(*) FILTER (WHERE NOT only_breaks), "  # noqa: S608
        f"COUNT(*) FILTER (WHERE only_breaks), {columns} "
        f"FROM ({each}) AS looked_after (only_breaks, {columns}) "
        f"GROUP BY GROUPING SETS ({together})"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall()


def _grouped(grouping: int) -> Combination:
    """The facts a row is about: PostgreSQL sets the bit of each it is not, the last fact lowest."""
    last = len(FACTS) - 1
    named = {fact for n, fact in enumerate(FACTS) if not grouping >> (last - n) & 1}
    return next(one for one in ((), *((fact,) for fact in FACTS), *CROSSED) if set(one) == named)
