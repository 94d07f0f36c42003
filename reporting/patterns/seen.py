"""What was found, read in as many queries whatever is found."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from accounts.models import User
from cohort.models import SocialWorker, Team
from disputes.forms.states import stage_choices
from disputes.patterns import Fact, Held, facts, held_between
from reporting.patterns.asked import Asked


class Praise(NamedTuple):
    """One example of good practice, without its words and without its child."""

    raised_on: date
    theme: str
    team_id: int | None
    worker_id: int | None
    iro_id: int | None


@dataclass(frozen=True)
class Seen:
    """The disputes raised and settled in the window, those open today, and what they need."""

    asked: Asked
    raised: list[Fact]
    settled: list[Fact]
    open: list[Fact]
    overdue: set[int]  # of those open, by their keys
    praise: list[Praise]
    held: Held | None  # None while an IRO is chosen: children held are not divided by IRO
    stages: dict[int, str]
    names: dict[str, dict[int | None, str]]


def look(asked: Asked) -> Seen:
    """Ask for everything the page counts, each through the filter of the list it opens."""
    raised = facts(asked.disputes(**asked.raised))
    praise = asked.good_practice(**asked.raised).order_by("pk").values_list(*Praise._fields)
    held = held_between(asked.window, team=asked.choices.get("team"))
    return Seen(
        asked,
        raised,
        facts(asked.disputes(**asked.settled)),
        facts(asked.disputes(state="open")),
        set(asked.disputes(overdue="yes").values_list("pk", flat=True)),
        list(map(Praise._make, praise)),
        None if "iro" in asked.choices else held,
        {int(number): name for number, name in stage_choices()},
        {
            "team": dict(Team.objects.values_list("pk", "name")),
            "worker": dict(SocialWorker.objects.values_list("pk", "name")),
            "iro": {one.pk: str(one) for one in User.objects.only("first_name", "last_name")},
        },
    )
