"""The team's continuity and its training, and the council's targets, in sentences."""

from collections.abc import Callable

from reporting.measures import MEASURES
from reporting.quoting.shape import Quotable, at, counts, sentence, shares
from reporting.sentences import team_make_up, unit
from reporting.sentences.headline import value_of
from reporting.written import fewest


def _target(key: str) -> Callable[[dict], object]:
    """What the council aims at for a measure, with its unit; None where it set nothing."""

    def value(figures: dict):
        for row in figures["headline"]:
            if row["measure"] == key:
                return None if row["target"] is None else value_of(row, row["target"])
        return None

    return value


QUOTABLE = [
    *(
        Quotable(f"target-{key}", f"Target: {measure.words}", "summary", _target(key), str)
        for key, measure in MEASURES.items()
        if measure.tile
    ),
    Quotable("posts-vacant", "Posts vacant", "team", at("team_make_up.fte_vacant"), fewest),
    *counts(
        "team",
        {
            "iros-started": ("IROs who started", "team_make_up.started"),
            "iros-left": ("IROs who left", "team_make_up.left"),
            "children-with-the-same-iro": (
                "Children who kept their IRO",
                "team_make_up.continuity.same_iro",
            ),
        },
    ),
    *shares(
        "team",
        {
            "children-with-the-same-iro-percent": (
                "Share of children who kept their IRO",
                "team_make_up.continuity.same_iro_percent",
            ),
        },
    ),
    sentence(
        "turnover", "Who started and left", "team",
        lambda figures: team_make_up.turnover(figures["team_make_up"]),
    ),
    sentence(
        "experience", "How long the team has been in post", "team",
        lambda figures: team_make_up.experience(figures["team_make_up"]),
    ),
    sentence(
        "continuity", "How many children kept their IRO", "team",
        lambda figures: team_make_up.continuity(figures["team_make_up"]),
    ),
    Quotable(
        "training-hours", "Hours of training", "development", at("unit.training_hours"), fewest,
    ),
    Quotable(
        "training-hours-per-post", "Hours of training for each full-time post", "development",
        at("unit.training_hours_per_post"), fewest,
    ),
    sentence(
        "training", "What training there was", "development",
        lambda figures: unit.training(figures["unit"]),
    ),
]  # fmt: skip
