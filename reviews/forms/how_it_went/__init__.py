"""What is asked about how a review went, when its form is handed in and when it is corrected."""

from reviews.forms.how_it_went.answers import UP_TO_DATE
from reviews.forms.how_it_went.checks import Checks
from reviews.forms.how_it_went.sections import Sections

__all__ = ["UP_TO_DATE", "HowItWent"]


class HowItWent(Sections, Checks):
    """The questions whose answers may be corrected afterwards."""

    @property
    def answers(self) -> dict:
        """What the actions take, once the form is valid."""
        typed = dict(self.cleaned_data)
        plans = typed.pop("plans")
        for question, reason in (
            ("seen_alone", "not_alone_reason"),
            ("placement_right", "placement_note"),
        ):
            typed[reason] = typed[reason] if typed[question] == "no" else ""
        for question in ("seen_alone", "advocate_offered", "placement_right"):
            typed[question] = {"yes": True, "no": False}.get(typed[question])
        if (held_on := typed.get("held_on", self.review.held_on)) and "late_reason" in typed:
            late = held_on > self.review.due_on
            typed |= {one: typed[one] if late else "" for one in ("late_reason", "late_detail")}
        return typed | {
            "plans_out_of_date": [plan for plan in plans if plan != UP_TO_DATE],
            "plans_checked": bool(plans),
        }
