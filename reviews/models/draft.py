"""What a person has typed on an outcome form or a record and not handed in yet."""

from django.conf import settings
from django.db import models

from reviews.models.review import Review


class Draft(models.Model):
    """One person's unfinished outcome form or record: their words as typed, right or wrong.

    Each person has their own, so nobody's typing replaces another's. No history is kept of it:
    a case record begins when the form is handed in.
    """

    class Kind(models.TextChoices):
        FORM = "form", "Outcome form"
        RECORD = "record", "Record of discussion"

    review = models.ForeignKey(Review, models.CASCADE, related_name="drafts")
    # Apart: a form's words may wait here for a correction while the record is being written.
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.FORM)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    answers = models.JSONField(default=dict)  # field name -> the values typed
    version = models.PositiveIntegerField(default=1)  # the check page knows what it showed
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["review", "kind", "by"], name="one_draft_of_each_kind_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"Draft of {self.by} for review {self.review_id}"
