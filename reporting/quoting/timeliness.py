"""Reviews held in timescale, in sentences."""

from reporting import sentences
from reporting.quoting.shape import Quotable, at, counts, sentence, shares

HERE = "timeliness"


def _late(figures: dict):
    """The reviews held late: the table of their reasons adds up to the same."""
    held = figures["timeliness"]["by_year"][-1]
    if held["reviews"] is None:
        return None
    return held["reviews"] - held["in_timescale"] - (held["due_day_not_known"] or 0)


def _days(value) -> str:
    """3, or 3.5."""
    return f"{value:g}"


QUOTABLE = [
    *counts(
        HERE,
        {
            "reviews-held": ("Reviews held", "timeliness.by_year.-1.reviews"),
            "reviews-held-year-before": (
                "Reviews held the year before",
                "timeliness.by_year.-2.reviews",
            ),
            "reviews-in-timescale": (
                "Reviews held in timescale",
                "timeliness.by_year.-1.in_timescale",
            ),
        },
    ),
    *shares(
        HERE,
        {
            "reviews-in-timescale-percent": (
                "Share held in timescale",
                "timeliness.by_year.-1.percent",
            ),
            "reviews-in-timescale-percent-year-before": (
                "Share held in timescale the year before",
                "timeliness.by_year.-2.percent",
            ),
        },
    ),
    Quotable("reviews-late", "Reviews held late", HERE, _late),
    Quotable(
        "days-late-median", "Days late, the middle", HERE, at("timeliness.days_late.median"), _days
    ),
    Quotable(
        "days-late-longest", "Days late, the most", HERE, at("timeliness.days_late.longest"), _days
    ),
    *counts(
        HERE,
        {
            "children-with-every-review-in-timescale": (
                "Children with every review in timescale",
                "timeliness.by_child.every_review_in_timescale",
            ),
        },
    ),
    *shares(
        HERE,
        {
            "children-with-every-review-in-timescale-percent": (
                "Share of children with every review in timescale",
                "timeliness.by_child.percent",
            ),
        },
    ),
    sentence(
        "in-timescale",
        "Reviews held and in timescale",
        HERE,
        lambda figures: sentences.in_timescale(figures["timeliness"]),
    ),
    sentence(
        "best-and-worst-month",
        "The best and the weakest month",
        HERE,
        lambda figures: sentences.best_and_worst_month(figures["timeliness"]["by_month"]),
    ),
    sentence(
        "late-reasons",
        "How many were late, and why most of all",
        HERE,
        lambda figures: sentences.late_reasons(figures["timeliness"]),
    ),
    sentence(
        "days-late",
        "How many days late",
        HERE,
        lambda figures: sentences.days_late(figures["timeliness"]),
    ),
    sentence(
        "by-child",
        "Counted by child",
        HERE,
        lambda figures: sentences.by_child(figures["timeliness"]),
    ),
    sentence(
        "due-days-not-known",
        "Reviews without a known due day",
        HERE,
        lambda figures: sentences.due_days_not_known(figures["timeliness"]),
    ),
]
