"""What was written at reviews: decisions, records, who came."""

import json
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from iro_service.demonstration.names import WORDS

# How likely each is to come, in a hundred reviews.
ATTENDING = {
    "carer": 88,
    "social_worker": 93,
    "mother": 42,
    "father": 20,
    "other_family": 14,
    "school": 38,
    "supervising_worker": 36,
    "health": 12,
    "team_manager": 4,
    "independent_visitor": 2,
}
LATE_REASONS = {
    "worker_unavailable": 24,
    "no_report": 18,
    "placement_move": 14,
    "family_unavailable": 12,
    "iro_unavailable": 11,
    "court": 7,
    "child_unwell": 5,
    "child_asked": 4,
    "other": 3,
    "not_recorded": 2,
}
TOLD_LATE = {"not_told": 40, **LATE_REASONS}  # only of a first review
OTHER_REASONS = (
    "Snow closed the roads",
    "The room had been booked twice",
    "The interpreter did not come",
    "A bereavement in the carers' family",
)
NOT_ALONE = (
    "Did not want to be seen alone today; a visit is agreed.",
    "Was at school; the IRO will call in next week.",
    "Was away from the placement when the IRO called.",
    "Wished the carer to stay.",
)
TOO_YOUNG = "Seen with the carer because of the child's age."


@dataclass(frozen=True)
class About:
    """The child somebody writes about."""

    name: str
    age: int
    unaccompanied: bool
    disabled: bool
    for_adoption: bool

    def suits(self, youngest: int, oldest: int, whose: str) -> bool:
        """Whether words for such children are right for this one."""
        groups = {
            "": True,
            "unaccompanied": self.unaccompanied,
            "disabled": self.disabled,
            "adoption": self.for_adoption,
            "family": not self.unaccompanied,  # those whose family is near
        }
        return youngest <= self.age <= oldest and groups[whose]


@dataclass(frozen=True)
class DecisionText:
    """One decision: what, who, in how many days."""

    text: str
    owner: str
    days: int


@lru_cache(maxsize=1)
def _decision_bank() -> list[list]:
    return json.loads((WORDS / "decisions.json").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _record_bank() -> dict[str, list[list]]:
    return json.loads((WORDS / "record.json").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def places() -> list[str]:
    """Where reviews are held."""
    return (WORDS / "places.txt").read_text(encoding="utf-8").splitlines()


def decisions(about: About, chance: Random) -> list[DecisionText]:
    """Two to four decisions about a child."""
    could = [row[:3] for row in _decision_bank() if about.suits(*row[3:])]
    drawn = chance.sample(could, chance.randint(2, 4))
    return [DecisionText(text.format(name=about.name), *rest) for text, *rest in drawn]


def sections(about: About, chance: Random) -> dict[str, str]:
    """The sections of a finished record."""
    return {
        section: chance.choice([text for text, *whose in rows if about.suits(*whose)]).format(
            name=about.name
        )
        for section, rows in _record_bank().items()
    }


def attendees(code: str, chance: Random, *, unaccompanied: bool) -> list[str]:
    """Who came; nobody's parents where a child came to the country alone."""
    parents = ("mother", "father", "other_family")
    came = [
        who
        for who, likely in ATTENDING.items()
        if chance.random() * 100 < likely and not (unaccompanied and who in parents)
    ]
    if code == "PN2" or (code == "PN5" and chance.random() < 0.7):
        came.append("advocate")
    if unaccompanied:
        came.append("interpreter")
    return came


def late_reason(rule: str, chance: Random) -> tuple[str, str]:
    """Why a review was late, with a detail where it was something else."""
    reasons = TOLD_LATE if rule == "first_review" else LATE_REASONS
    reason = chance.choices(list(reasons), list(reasons.values()))[0]
    return reason, chance.choice(OTHER_REASONS) if reason == "other" else ""
