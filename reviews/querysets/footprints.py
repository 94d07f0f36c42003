"""The questions asked of footprints."""

from datetime import date

from django.db import models

from reviews.querysets.of_children import children_of


class FootprintQuerySet(models.QuerySet):
    """What IROs did for children between reviews."""

    def visible_to(self, user, *, on: date):
        """Those about the children the person sees."""
        return self if user.is_manager else self.filter(child__in=children_of(user, on=on))
