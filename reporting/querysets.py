"""The questions asked of reports."""

from typing import Any

from django.db import models


class AnnualReportQuerySet(models.QuerySet[Any]):
    """Reports, made or not."""

    def in_the_making(self) -> "AnnualReportQuerySet":
        """Neither made nor failed."""
        return self.filter(made_at__isnull=True, failed_at__isnull=True)
