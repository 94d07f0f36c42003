"""What reviews can be narrowed to by their outcome form, their decisions and their record."""

import django_filters
from django.db.models import Q

from reviews.filters.told import ToldFilter

OWED = {"owed": "Owed", "in_time": "In time", "late": "Late", "outstanding": "Outstanding"}
# The day on which each is done, and whether that was in time.
DONE = {
    "outcome_form": ("outcome_form", "submitted_at", "within_24_hours"),
    "decisions": ("decision_sheet", "sent_on", "sent_in_time"),
    "record": ("record", "completed_on", "completed_in_time"),
    "record_sent": ("record", "distributed_on", "distributed_in_time"),
}


def _choice(label: str) -> django_filters.ChoiceFilter:
    return django_filters.ChoiceFilter(
        label=label, choices=list(OWED.items()), empty_label="Any", method="by_writing"
    )


class WrittenFilter(ToldFilter):
    """Reviews by what is owed of them, done in time, done late, or outstanding."""

    outcome_form = _choice("Outcome form, 24 hours")
    decisions = _choice("Decisions sent, 5 working days")
    record = _choice("Record completed, 20 working days")
    record_sent = _choice("Record sent, 20 working days")

    def by_writing(self, reviews, name: str, value: str):
        """Those of which it is owed, and what became of it."""
        owed, done, in_time = DONE[name]
        reviews = reviews.filter(**{f"{owed}__isnull": False})
        if value == "owed":
            return reviews
        if value == "outstanding":
            return reviews.filter(**{f"{owed}__{done}__isnull": True})
        was = Q(**{f"{owed}__{done}__isnull": False, f"{owed}__{in_time}": value == "in_time"})
        return reviews.filter(was)
