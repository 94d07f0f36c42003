"""Before a review: who is invited or consulted, and what the child says on a page of their own."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from audit.history import keep_history
from iro_service.constraints import together
from reviews.models.review import Review
from reviews.voice import ChildsPageQuerySet


@keep_history
class Invitation(models.Model):
    """A person invited to a review, or consulted about it without coming."""

    class Answer(models.TextChoices):
        COMING = "coming", "Will come"
        NOT_COMING = "not_coming", "Will not come"
        VIEWS = "views", "Sent their views"

    review = models.ForeignKey(Review, models.PROTECT, related_name="invitations")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=30)  # reviews.codes.Attendee, or "child"
    consulted_only = models.BooleanField(default=False)
    sent_on = models.DateField(null=True, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    answer = models.CharField(max_length=12, choices=Answer.choices, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    views = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            together("sent_on", "sent_by", name="invitation_sent_by_somebody"),
            models.CheckConstraint(
                condition=Q(answer="", answered_on__isnull=True)
                | (~Q(answer="") & Q(answered_on__isnull=False)),
                name="invitation_answered_on_a_day",
            ),
            models.UniqueConstraint(
                fields=["review", "name", "role"], name="one_invitation_a_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, review {self.review_id}"


class ChildsPage(models.Model):
    """What a child says before or after their review, through a link or code that only they have.

    No history is kept of it: until the child shares it, only the newest words are anybody's.
    """

    class Kind(models.TextChoices):
        VIEWS = "views", "Before the review"
        FEEDBACK = "feedback", "After the review"

    review = models.ForeignKey(Review, models.PROTECT, related_name="childs_pages")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    code_hash = models.CharField(max_length=64, unique=True)  # the code itself is never kept
    words_hash = models.CharField(max_length=64, unique=True, null=True)  # of the four words said
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    expires_on = models.DateField()
    opened_at = models.DateTimeField(null=True, blank=True)
    answers = models.JSONField(default=dict)
    saved_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    shared_at = models.DateTimeField(null=True, blank=True)  # by the IRO, as the child agreed

    objects = ChildsPageQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["review", "kind"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_page_of_each_kind",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: review {self.review_id}"


class WrongWords(models.Model):
    """Somebody typed words that open no child's page; kept for a day, to slow down guessing."""

    from_hash = models.CharField(max_length=64)  # of the address it came from
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["at", "from_hash"], name="wrong_words_lately")]

    def __str__(self) -> str:
        return f"Wrong words at {self.at:%H:%M}"
