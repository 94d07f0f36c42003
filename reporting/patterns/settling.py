"""Disputes settled in the window: how long they took and how they ended."""

from cohort.council import working_calendar
from disputes.codes import Outcome
from disputes.patterns import Fact, Spread, counted_by, spread_of
from reporting.patterns.seen import Seen
from reporting.patterns.shape import Cell, Table, bars_of, opens
from reporting.percent import percent

DEFINITION = (
    "A dispute is settled when the IRO accepts the answer or closes it. Working days leave out "
    "weekends and bank holidays; the first day is not counted. The median is the middle one, or "
    "the mean of the two in the middle; the 90th percentile is the fewest working days within "
    "which nine in ten were settled (nearest rank)."
)


def times(seen: Seen) -> Table:
    """Working days from the day raised, and of the formal ones from the day they became formal."""
    calendar = working_calendar()
    formal = _formal(seen)
    every = spread_of([(one.raised_on, one.settled_on) for one in seen.settled], calendar)
    raised = spread_of([(one.raised_on, one.settled_on) for one in formal], calendar)
    formally = spread_of([(one.formal_on, one.settled_on) for one in formal], calendar)
    return Table(
        "times",
        "Working days to settle",
        ["Disputes settled", "Disputes", "Median", "90th percentile"],
        [
            _row(seen, "All, from the day raised", every),
            _row(seen, "Formal, from the day raised", raised, formal="yes"),
            _row(seen, "Formal, from the day they became formal", formally, formal="yes"),
        ],
    )


def within_20(seen: Seen) -> Table:
    """The formal ones by whether they kept the 20 working days of the formal stages together."""
    formal = _formal(seen)
    within = sum(one.within_total for one in formal)
    choices = {"Within 20 working days": ("yes", within), "Later": ("no", len(formal) - within)}
    return Table(
        "within-20",
        "Formal disputes settled within 20 working days of becoming formal",
        ["Settled", "Disputes", "Share"],
        [
            [
                Cell(words),
                opens(
                    seen.asked, number, f"formal disputes, {words.lower()}",
                    **seen.asked.settled, within_20=choice,
                ),
                Cell(_share(number, len(formal))),
            ]
            for words, (choice, number) in choices.items()
        ],
    )  # fmt: skip


def outcomes(seen: Seen) -> Table:
    """How they ended; those without an outcome yet are followed up."""
    counts = counted_by(seen.settled, "outcome")
    rows = [_outcome(seen, label, counts[value], outcome=value) for value, label in Outcome.choices]
    rows.append(_outcome(seen, "Agreed, and still followed up", counts[""], state="accepted"))
    return Table(
        "outcomes",
        "How disputes ended",
        ["Outcome", "Disputes", "Share"],
        rows if seen.settled else [],
        chart=bars_of(
            "outcomes", "Disputes settled, by how they ended",
            [(row[0].words, row[1].value) for row in rows], "disputes",
        ),
        empty="None was settled in these days.",
    )  # fmt: skip


def _outcome(seen: Seen, words: str, number: int, **which: str) -> list[Cell]:
    cell = opens(seen.asked, number, f"settled, {words.lower()}", **seen.asked.settled, **which)
    return [Cell(words), cell, Cell(_share(number, len(seen.settled)))]


def _row(seen: Seen, words: str, spread: Spread, **which: str) -> list[Cell]:
    about = f"settled, {words.lower()}"
    number = opens(seen.asked, spread.disputes, about, **seen.asked.settled, **which)
    return [Cell(words), number, Cell(spread.median), Cell(spread.ninetieth)]


def _formal(seen: Seen) -> list[Fact]:
    return [one for one in seen.settled if one.formal_on]


def _share(part: int, whole: int) -> str | None:
    share = percent(part, whole)
    return None if share is None else f"{share}%"
