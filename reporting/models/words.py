"""What people write in a report."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from audit.history import keep_history
from iro_service.constraints import together
from reporting.models.report import Report
from reviews.models import ChildsPage
from statute.ages import BANDS


class Passage(models.Model):
    """The words of a section: the highest number stands, the others are its versions.

    Written in plain formatting (headings, lists, quotes), with figures by reference.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="passages")
    section = models.SlugField(max_length=30)
    number = models.PositiveSmallIntegerField()
    text = models.TextField(blank=True)
    begun_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["section", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "section", "number"], name="one_passage_a_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section} {self.number} of {self.report_id}"


@keep_history
class Comment(models.Model):
    """What a manager says to the other about a section."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="comments")
    section = models.SlugField(max_length=30)
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            together("settled_at", "settled_by", name="comment_settled_by_somebody"),
            models.CheckConstraint(condition=~Q(text=""), name="comment_is_said"),
        ]

    def __str__(self) -> str:
        return f"Comment {self.pk} on {self.section}"


@keep_history
class Nothing(models.Model):
    """Nothing to report on one thing the Handbook asks for, and why."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="nothings")
    item = models.SlugField(max_length=30)  # reporting.handbook
    because = models.CharField(max_length=500)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "item"], name="one_nothing_an_item"),
            models.CheckConstraint(condition=~Q(because=""), name="nothing_says_why"),
        ]

    def __str__(self) -> str:
        return f"Nothing on {self.item}"


@keep_history
class Quote(models.Model):
    """A child's own words: never without consent, told by age band and not by name."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="quotes")
    words = models.TextField()
    age_band = models.CharField(max_length=10, choices=list(BANDS.items()))
    consent_on = models.DateField()
    consent_to = models.CharField(max_length=120)  # who asked the child
    for_public = models.BooleanField(default=False)  # the child agreed to everybody reading it
    page = models.ForeignKey(  # where the child wrote it, if here
        ChildsPage, models.PROTECT, related_name="+", null=True, blank=True
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(consent_to=""), name="quote_has_words_and_consent"
            ),
            models.CheckConstraint(
                condition=Q(age_band__in=list(BANDS)), name="quote_has_an_age_band"
            ),
        ]

    def __str__(self) -> str:
        return f"Quote {self.pk}"
