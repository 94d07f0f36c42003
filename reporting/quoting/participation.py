"""How children and their parents took part, in sentences."""

from reporting import sentences
from reporting.quoting.shape import counts, sentence, shares

HERE = "participation"
NOW, BEFORE = "participation.by_year.-1", "participation.by_year.-2"

QUOTABLE = [
    *counts(
        HERE,
        {
            "reviews-aged-4-and-over": (
                "Reviews of children aged 4 and over",
                f"{NOW}.reviews_aged_4_and_over",
            ),
            "took-part": ("Reviews in which the child took part", f"{NOW}.participated"),
            "did-not-take-part": (
                "Reviews in which the child did not take part",
                f"{NOW}.not_participated",
            ),
            "participation-not-recorded": ("Reviews without a record of it", f"{NOW}.not_recorded"),
            "attended": ("Reviews to which the child came", f"{NOW}.attended"),
        },
    ),
    *shares(
        HERE,
        {
            "took-part-percent": ("Took part, of all reviews", f"{NOW}.participated_percent"),
            "took-part-percent-year-before": (
                "Took part, of all reviews the year before",
                f"{BEFORE}.participated_percent",
            ),
            "took-part-of-recorded-percent": (
                "Took part, of those recorded",
                f"{NOW}.participated_percent_of_recorded",
            ),
            "participation-not-recorded-percent": (
                "Not recorded, of all reviews",
                f"{NOW}.not_recorded_percent",
            ),
            "attended-percent": ("Came, of all reviews", f"{NOW}.attended_percent"),
            "seen-alone-percent": (
                "Seen alone by the IRO before the review",
                "participation.seen_alone.percent",
            ),
        },
    ),
    *counts(
        HERE,
        {
            f"{whose}-took-part": (
                f"Reviews in which {whose} took part",
                f"parents_participation.{whose}.took_part",
            )
            for whose in ("parents", "carers")
        },
    ),
    *shares(
        HERE,
        {
            f"{whose}-took-part-percent": (
                f"{whose.capitalize()} took part, of the reviews they could",
                f"parents_participation.{whose}.percent",
            )
            for whose in ("parents", "carers")
        },
    ),
    sentence(
        "participated",
        "How many took part",
        HERE,
        lambda figures: sentences.participated(figures["participation"]),
    ),
    sentence(
        "of-those-recorded",
        "The rate of those recorded",
        HERE,
        lambda figures: sentences.of_those_recorded(figures["participation"]),
    ),
    sentence(
        "attended",
        "How often the child came",
        HERE,
        lambda figures: sentences.attended(figures["participation"]),
    ),
]
