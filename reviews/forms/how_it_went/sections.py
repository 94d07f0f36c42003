"""How the questions stand on the page."""

from reviews.forms.how_it_went.answers import UP_TO_DATE
from reviews.forms.how_it_went.questions import Questions
from reviews.forms.parts import Part


class Sections(Questions):
    """The questions in their sections."""

    def the_day(self) -> list:
        """The day and the time, and why it was late where it was."""
        return [
            "held_on",
            self.reveal_after(
                Part("reviews/parts/held_late.html", review=self.review),
                "late_reason",
                "late_detail",
                day="held_on",
                due_on=self.review.due_on,
            ),
            "held_time",
        ]

    def the_child_and_others(self) -> list:
        """How the child took part, and who else did."""
        return [
            self.section(
                "Taking part",
                Part("reviews/parts/participation.html", **self._groups()),
                "seen_alone",
                self.reveal("not_alone_reason", when="seen_alone", equals="no"),
                "advocate_offered",
            ),
            self.section(
                "Who came", "attendees", "others_attending", "parents_took_part", "carers_took_part"
            ),
        ]

    def placement_and_plans(self):
        """Whether where the child lives and what is planned are right."""
        return self.section(
            "Placement and plans",
            "placement_right",
            self.reveal("placement_note", when="placement_right", equals="no"),
            "permanence_plan",
            Part("reviews/parts/plans.html", last=UP_TO_DATE),
        )
