"""The questions about the council's ladder: a stage a row, and rows can be added and left out."""

from collections.abc import Sequence

from accounts.models import User
from disputes.codes import Owner
from disputes.ladder import Rung
from disputes.models import FORMAL_DAYS
from iro_service.forms import (
    ModelSelectField,
    RowForm,
    SelectField,
    ShortTextField,
    WholeNumberField,
)

MOST = 12


class StageForm(RowForm):
    """One stage: its name, who answers it and how long they have."""

    name = ShortTextField(label="Name", noun="the name of the stage", limit=60)
    owner = SelectField(
        label="Whose post", choices=Owner.choices, missing="Select whose post the stage belongs to"
    )
    working_days = WholeNumberField(
        label="Working days", noun="the working days", least=1, most=FORMAL_DAYS
    )
    person = ModelSelectField(
        label="Who answers",
        queryset=User.objects.none(),
        noun="who answers",
        empty_label="Nobody by name",
        required=False,
    )

    def __init__(self, data=None, *, number: int, initial: dict | None = None):
        self.number = number
        super().__init__(
            data, prefix=f"stage-{number}", initial=initial, use_required_attribute=False
        )
        self.fields["person"].queryset = User.objects.responding_managers()

    @property
    def rung(self) -> Rung:
        """The stage as it was typed."""
        return Rung(**self.cleaned_data)


class LadderForm:
    """All stages of the page, in order; the first is the informal one."""

    def __init__(self, stages: Sequence, data=None):
        self.data = data
        if data is None:
            self.stages = [
                StageForm(number=number, initial=_typed(one)) for number, one in enumerate(stages)
            ]
        else:
            self.stages = [StageForm(data, number=number) for number in range(_rows(data))]

    def is_valid(self) -> bool:
        """Whether every stage is complete; all of them are asked, so that all is said at once."""
        return not sum(not stage.is_valid() for stage in self.stages)

    def rungs(self) -> list[Rung]:
        """The stages as they were typed."""
        return [stage.rung for stage in self.stages]

    def with_another(self) -> "LadderForm":
        """The page with one stage more, unjudged."""
        return self._shown([*self._typed(), {}][:MOST])

    def without(self, number: str) -> "LadderForm":
        """The page without a stage, unjudged; the informal one stays."""
        left = [one for at, one in enumerate(self._typed()) if at == 0 or str(at) != number]
        return self._shown(left)

    def _typed(self) -> list[dict]:
        return [{name: stage[name].value() for name in stage.fields} for stage in self.stages]

    def _shown(self, typed: list[dict]) -> "LadderForm":
        shown = LadderForm([])
        shown.stages = [StageForm(number=at, initial=one) for at, one in enumerate(typed)]
        return shown


def _typed(one) -> dict:
    return {
        "name": one.name,
        "owner": one.owner,
        "working_days": one.working_days,
        "person": one.person,
    }


def _rows(data) -> int:
    rows = data.get("stages", "")
    known = rows.isascii() and rows.isdecimal() and len(rows) < 4
    return max(1, min(int(rows), MOST)) if known else 1
