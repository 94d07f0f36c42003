"""The questions asked of the people a record goes to."""

from django.db import models


class RecipientQuerySet(models.QuerySet):
    """The people on records' distribution lists."""

    def due(self):
        """Those who get something."""
        return self.exclude(what="nothing")

    def waiting(self):
        """Those whose copy was not sent, or came back and was not sent again."""
        return self.filter(sent_on__isnull=True)

    def getting_nothing(self):
        """Those who are to get nothing, whatever they ask."""
        return self.filter(what="nothing")
