"""The question of what a child counts for."""

from decimal import Decimal

from crispy_forms_gds.layout import Button

from cohort.caseload import COMPLEX_MEANS
from iro_service.forms import DecimalField, QuestionForm, WholeNumberField

LEAST, MOST = Decimal("0.1"), Decimal("5")


def weight(label: str, noun: str, help_text: str) -> DecimalField:
    """A weight: 1 makes no difference."""
    return DecimalField(label=label, noun=noun, help_text=help_text, least=LEAST, most=MOST)


class WeightsForm(QuestionForm):
    """What does a child count for?"""

    button = "Save the weights"

    def buttons(self) -> list:
        """Saving, and looking at the effect before."""
        look = Button.secondary("try", "See the effect first", css_id="id_try")
        return [*super().buttons(), look]

    sibling = weight(
        "Brother or sister with the same IRO",
        "the weight of brothers and sisters",
        "Under 1: they share meetings, people and papers. 1 makes no difference.",
    )
    far = weight(
        "Placed far from home", "the weight of a placement far from home", "Over 1: it takes travel"
    )
    far_from_miles = WholeNumberField(
        label="Far from home is from, in miles",
        noun="the number of miles",
        help_text="The distance is recorded with the placement",
        least=1,
        most=999,
    )
    complex = weight(
        "Complex", "the weight of a complex child", f"A child is complex who is {COMPLEX_MEANS}."
    )
    review_due = weight(
        "Review to be held within four weeks",
        "the weight of a review to be held",
        "Over 1: overdue ones are included",
    )
