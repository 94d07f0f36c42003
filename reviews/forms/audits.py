"""The questions of a quality audit, and of what is to be done because of it."""

from cohort.forms.unit import RegisterForm
from iro_service.forms import (
    CheckboxesField,
    DayField,
    LongTextField,
    RadiosField,
    ShortTextField,
)
from reviews.actions.audits import why_not_audited
from reviews.models import QualityAudit

THEMES = QualityAudit.Theme.choices


class AuditForm(RegisterForm):
    """How good was the review?"""

    audited_on = DayField(label="On which day was it audited?", missing="Enter the day")
    auditor = ShortTextField(
        label="Who audited it?",
        noun="who audited it",
        limit=120,
        help_text="Somebody other than the IRO who chaired it",
    )
    grade = RadiosField(
        label="Grade", choices=QualityAudit.Grade.choices, missing="Select the grade"
    )
    strong = CheckboxesField(label="What was strong? (optional)", choices=THEMES, required=False)
    weak = CheckboxesField(
        label="What was weak? (optional)",
        choices=THEMES,
        required=False,
        help_text="The annual report counts both",
    )
    found = LongTextField(
        label="What was found?",
        noun="what was found",
        limit=4000,
        rows=8,
        help_text="The IRO reads this",
    )

    def clean(self):
        """Hold the day against the review; a theme is strong or weak."""
        typed = super().clean()
        words = dict(THEMES)
        both = [words[one] for one in typed.get("strong", []) if one in typed.get("weak", [])]
        if both:
            self.add_error("weak", f"Strong or weak, not both: {', '.join(both)}")
        day = typed.get("audited_on")
        if day and (why := why_not_audited(self.row, day, on=self.today)):
            self.add_error("audited_on", why)
        return typed


class AuditActionForm(RegisterForm):
    """What is to be done because of the audit?"""

    text = ShortTextField(label="What is to be done?", noun="what is to be done", limit=500)
    owner = ShortTextField(label="Who does it?", noun="who does it", limit=120)
    due_on = DayField(label="By when?", missing="Enter the day by which it is done")

    def clean_due_on(self):
        """A last day before the audit would be overdue from the start."""
        due_on = self.cleaned_data["due_on"]
        if due_on < self.row.audit.audited_on:
            self.add_error("due_on", "The day must be the day of the audit or later")
        return due_on
