"""The ladder in force, and the one a council starts from."""

from datetime import date
from typing import NamedTuple

from disputes.codes import Owner
from disputes.models import Ladder, Stage
from statute.clocks import CLOCKS

A_STAGE = CLOCKS["dispute_stage"].amount  # working days


class Rung(NamedTuple):
    """A stage as it is typed: who answers it, and within how many working days."""

    name: str
    owner: str
    working_days: int
    person: object = None


DEFAULT = (
    Rung("Informal", Owner.TEAM_MANAGER, A_STAGE),
    Rung("Team manager", Owner.TEAM_MANAGER, A_STAGE),
    Rung("Service manager", Owner.SERVICE_MANAGER, A_STAGE),
    Rung("Assistant director", Owner.ASSISTANT_DIRECTOR, A_STAGE),
    Rung("Director of children's services", Owner.DIRECTOR, A_STAGE),
)


def stages_in_force() -> list[Stage] | list[Rung]:
    """The stages that a dispute opened now would climb, in order."""
    newest = Ladder.objects.order_by("-pk").first()
    if newest is None:
        return list(DEFAULT)
    return list(newest.stages.select_related("person").order_by("number"))


def new_ladder(rungs, *, on: date, by=None) -> Ladder:
    """Keep an edition of the ladder; the first stage is the informal one."""
    ladder = Ladder.objects.create(made_on=on, made_by=by)
    Stage.objects.bulk_create(
        Stage(ladder=ladder, number=number, formal=number > 0, **rung._asdict())
        for number, rung in enumerate(rungs)
    )
    return ladder


def ladder_in_force(*, on: date) -> Ladder:
    """The newest edition; the usual ladder is kept as the first one when none was made yet."""
    return Ladder.objects.order_by("-pk").first() or new_ladder(DEFAULT, on=on)


def who_answers(stage: Stage, *, team):
    """The person a stage is put to: the one it names, else the manager of the child's team."""
    if stage.person and stage.person.is_active:
        return stage.person
    if stage.owner == Owner.TEAM_MANAGER and team and team.manager and team.manager.is_active:
        return team.manager
    return None
