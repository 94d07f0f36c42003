"""A published report, frozen."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from reporting.models.report import Report


class Edition(models.Model):
    """A numbered publication: its figures, words and definitions as they were, for each reader.

    Nothing of it is ever changed: what was wrong is put right in the next edition, with a reason.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500, blank=True)
    figures = models.JSONField()  # as `figures` prints them
    documents = models.JSONField()  # audience -> the composed document

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="one_edition_a_number"),
            models.CheckConstraint(
                condition=Q(number=1) | (Q(number__gt=1) & ~Q(reason="")),
                name="a_correction_has_a_reason",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="editions_stay", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"Edition {self.number} of {self.report}"
