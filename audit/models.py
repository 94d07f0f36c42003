"""Who looked at what."""

import pgtrigger
from django.conf import settings
from django.db import models


class Look(models.Model):
    """One opening of a page about a child, kept for good."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    subject = models.CharField(max_length=30)  # "child", "review", ...
    subject_id = models.BigIntegerField()
    page = models.CharField(max_length=60)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["subject", "subject_id", "-at"], name="looks_at_subject")]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self) -> str:
        return f"{self.by} opened {self.page} of {self.subject} {self.subject_id}"
