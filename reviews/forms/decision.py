"""One row of the decisions on an outcome form."""

from iro_service.forms import DayField, LongTextField, RowForm, ShortTextField

MOST = 30


class DecisionForm(RowForm):
    """A decision: what, who, by when. A row left empty is no decision."""

    text = LongTextField(
        label="What was decided?",
        noun="what was decided",
        help_text="One decision, in plain words",
        limit=1000,
        rows=2,
    )
    owner = ShortTextField(label="Who will do it?", noun="who will do it", limit=120)
    by_when = DayField(label="By when?", noun="the day it will be done by")

    def __init__(self, data=None, *, number: int, **kwargs):
        super().__init__(
            data,
            prefix=f"decision-{number}",
            empty_permitted=True,
            use_required_attribute=False,
            **kwargs,
        )
        self.number = number
        for name, words in (
            ("text", f"Enter what was decided in decision {number}, or empty its row"),
            ("owner", f"Enter who will do decision {number}, or empty its row"),
            ("by_when", f"Enter the day decision {number} will be done by, or empty its row"),
        ):
            self.fields[name].error_messages["required"] = words
        self.fields["text"].noun = f"What was decided in decision {number}"
        self.fields["owner"].noun = f"Who will do decision {number}"
        self.fields["by_when"].noun = f"The day decision {number} will be done by"
