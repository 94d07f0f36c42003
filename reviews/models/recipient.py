"""Who gets what of a record of discussion."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from audit.history import keep_history
from iro_service.constraints import together
from reviews.models.record import Record


@keep_history
class Recipient(models.Model):
    """A person on the distribution list of a record: all of it, the decisions only, or nothing."""

    class What(models.TextChoices):
        FULL = "full", "The full record"
        DECISIONS = "decisions", "The decisions only"
        NOTHING = "nothing", "Nothing"

    class How(models.TextChoices):
        POST = "post", "By post"
        SECURE_MAIL = "secure_mail", "By secure mail"
        BY_HAND = "by_hand", "By hand"

    record = models.ForeignKey(Record, models.PROTECT, related_name="recipients")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=30)  # reviews.codes.Attendee, or "child"
    what = models.CharField(max_length=10, choices=What.choices, default=What.FULL)
    why = models.CharField(max_length=300, blank=True)
    how = models.CharField(max_length=12, choices=How.choices, blank=True)
    sent_on = models.DateField(null=True, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    came_back_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            together("sent_on", "sent_by", name="copy_sent_by_somebody"),
            models.UniqueConstraint(fields=["record", "name", "role"], name="one_copy_a_person"),
            models.CheckConstraint(
                condition=Q(what="full") | ~Q(why=""), name="less_than_all_says_why"
            ),
            models.CheckConstraint(
                condition=~Q(what="nothing") | Q(sent_on__isnull=True), name="nothing_is_not_sent"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.get_what_display()}"
