"""The states and stages that the list of disputes can be narrowed to."""

from disputes.codes import State
from disputes.ladder import stages_in_force
from disputes.models import Stage

# The state, its words, its question.
STATES = {
    "open": ("Open", lambda disputes: disputes.open()),
    "unsettled": ("Open and not settled", lambda disputes: disputes.unsettled()),
    **{
        state.value: (state.label, lambda disputes, state=state: disputes.filter(state=state))
        for state in State
    },
}


def stage_choices() -> list[tuple[int, str]]:
    """Every stage there is or was; a number has its name of today where it has one."""
    then = Stage.objects.order_by("number", "-ladder").distinct("number")
    names = dict(then.values_list("number", "name"))
    return list((names | dict(enumerate(stage.name for stage in stages_in_force()))).items())
