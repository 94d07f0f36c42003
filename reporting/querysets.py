"""The questions asked of reports."""

from typing import Any

from django.db import models


class ReportQuerySet(models.QuerySet[Any]):
    """The reports of periods."""

    def published(self) -> "ReportQuerySet":
        """With an edition at least."""
        return self.filter(editions__number=1)


class MakingQuerySet(models.QuerySet[Any]):
    """Makings, finished or not."""

    def in_the_making(self) -> "MakingQuerySet":
        """Neither made nor failed."""
        return self.filter(made_at__isnull=True, failed_at__isnull=True)

    def made(self) -> "MakingQuerySet":
        """With a file."""
        return self.filter(made_at__isnull=False)
