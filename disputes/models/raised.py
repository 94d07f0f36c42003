"""What a concern and good practice have in common: whose child, what, which team and worker."""

from django.conf import settings
from django.db import models

from cohort.models import Child, SocialWorker, Team
from disputes.codes import Theme
from reviews.models import Decision, Review


class Raised(models.Model):
    """Something an IRO raised about a child's case, with the team and worker of that day."""

    child = models.ForeignKey(Child, models.PROTECT, related_name="%(class)ss")
    # What brought it up, where something did.
    review = models.ForeignKey(
        Review, models.PROTECT, null=True, blank=True, related_name="%(class)ss"
    )
    decision = models.ForeignKey(
        Decision, models.PROTECT, null=True, blank=True, related_name="%(class)ss"
    )
    theme = models.CharField(max_length=30, choices=Theme.choices)
    text = models.TextField()
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="%(class)ss")
    worker = models.ForeignKey(
        SocialWorker, models.PROTECT, null=True, blank=True, related_name="%(class)ss"
    )
    raised_on = models.DateField()
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    # The child's IRO that day, whoever typed it.
    iro = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True
