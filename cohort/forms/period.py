"""The questions about a period of care, put right, and about what is taken out."""

from cohort.corrections import why_not_began, why_not_ended
from cohort.forms import origin
from cohort.forms.care import WHY_CARE_ENDED
from cohort.forms.versioned import Versioned, what_was_wrong
from iro_service.forms import (
    DayField,
    LongTextField,
    QuestionForm,
    SelectField,
    TickField,
)

FACTS = ("started_on", "began_before", "status_before", "district", "ended_on", "reason_ended")


class PeriodCorrectionForm(Versioned):
    """When care began and ended, why, and where the child came from, put right."""

    button = "Save the correction"

    started_on = DayField(
        label="Day care began", noun="the day care began", missing="Enter the day care began"
    )
    began_before = TickField(
        label="Care began on that day or before: the true day is not known", required=False
    )
    status_before = origin.status_before()
    district = origin.district_before()
    ended_on = DayField(
        label="Day care ended",
        noun="the day care ended",
        help_text="Leave it empty if care has not ended after all",
        required=False,
    )
    reason_ended = SelectField(
        label="Why care ended", choices=WHY_CARE_ENDED, required=False, noun="why care ended"
    )
    reason = what_was_wrong()

    def __init__(self, data=None, *, row, today, **kwargs):
        known = {name: getattr(row, name) for name in FACTS}
        super().__init__(data, row=row, today=today, initial=known, **kwargs)
        if row.ended_on is None:  # its end has a page of its own
            del self.fields["ended_on"], self.fields["reason_ended"]

    def layout(self) -> list:
        """How it began, how it ended, and why it is corrected."""
        ends = [name for name in ("ended_on", "reason_ended") if name in self.fields]
        return [
            "version",
            self.section("How care began", *FACTS[:4]),
            *([self.section("How care ended", *ends)] if ends else []),
            self.section("Why it is corrected", "reason"),
        ]

    def clean(self):
        """Hold the days against the child's episodes and other care."""
        typed = super().clean()
        typed.setdefault("ended_on", None)
        typed["reason_ended"] = typed.get("reason_ended") or None
        began, ended = typed.get("started_on"), typed["ended_on"]
        if began and (why := why_not_began(self.row, began, on=self.today)):
            self.add_error("started_on", why)
        if "ended_on" in self.fields and "ended_on" not in self.errors:
            if why := why_not_ended(self.row, ended, on=self.today):
                self.add_error("ended_on", why)
            elif ended and not typed["reason_ended"]:
                self.add_error("reason_ended", "Select why care ended")
            elif not ended:
                typed["reason_ended"] = None
        return typed


class TakeOutForm(QuestionForm):
    """Why something is taken out that never was."""

    button = "Take it out"

    reason = LongTextField(
        label="Why is it taken out?",
        noun="why it is taken out",
        limit=300,
        rows=3,
        help_text="Kept in the history, with what is taken out",
    )
