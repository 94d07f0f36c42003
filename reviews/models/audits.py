"""Quality audits of reviews: how good the work was, and what is to be done about it."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from audit.history import keep_history
from iro_service.constraints import together
from reviews.models.review import Review
from reviews.querysets import AuditActionQuerySet, QualityAuditQuerySet


@keep_history
class QualityAudit(models.Model):
    """One review looked at again by somebody else."""

    class Grade(models.TextChoices):
        OUTSTANDING = "outstanding", "Outstanding"
        GOOD = "good", "Good"
        IMPROVE = "improve", "Requires improvement"
        INADEQUATE = "inadequate", "Inadequate"

    class Theme(models.TextChoices):
        VOICE = "voice", "The child's voice"
        PREPARATION = "preparation", "Preparation and consultation"
        PLAN = "plan", "The care plan and its permanence"
        DECISIONS = "decisions", "Decisions with owner and day"
        RECORD = "record", "The record of discussion"
        CHALLENGE = "challenge", "Challenge and dispute"
        IDENTITY = "identity", "Identity and diversity"
        OVERSIGHT = "oversight", "Oversight between reviews"

    review = models.OneToOneField(Review, models.PROTECT, related_name="quality_audit")
    audited_on = models.DateField()
    auditor = models.CharField(max_length=120)
    grade = models.CharField(max_length=12, choices=Grade.choices)
    strong = ArrayField(
        models.CharField(max_length=12, choices=Theme.choices), default=list, blank=True
    )
    weak = ArrayField(
        models.CharField(max_length=12, choices=Theme.choices), default=list, blank=True
    )
    found = models.TextField()
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = QualityAuditQuerySet.as_manager()

    class Meta:
        ordering = ["-audited_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(found="") & ~Q(auditor=""), name="audit_says_what_was_found"
            ),
            # A theme is strong or weak, not both.
            models.CheckConstraint(
                condition=~Q(strong__overlap=F("weak")), name="audit_theme_once"
            ),
        ]

    def __str__(self) -> str:
        return f"Audit of review {self.review_id}"

    @property
    def strong_words(self) -> list[str]:
        """What was strong, in words."""
        return [self.Theme(one).label for one in self.strong]

    @property
    def weak_words(self) -> list[str]:
        """What was weak, in words."""
        return [self.Theme(one).label for one in self.weak]


@keep_history
class AuditAction(models.Model):
    """What is to be done because of an audit."""

    audit = models.ForeignKey(QualityAudit, models.PROTECT, related_name="actions")
    text = models.CharField(max_length=500)
    owner = models.CharField(max_length=120)
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )

    objects = AuditActionQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            together("done_on", "done_by", name="audit_action_done_by_somebody"),
            models.CheckConstraint(
                condition=~Q(text="") & ~Q(owner=""), name="audit_action_has_owner"
            ),
        ]

    def __str__(self) -> str:
        return self.text
