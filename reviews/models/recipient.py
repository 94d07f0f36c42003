"""Who gets what of a record of discussion."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from audit.history import keep_history
from iro_service.constraints import together
from reviews.codes import Attendee
from reviews.models.record import Record
from reviews.querysets import RecipientQuerySet

ROLES = [("child", "The child"), *Attendee.choices]


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

    objects = RecipientQuerySet.as_manager()

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
        indexes = [
            models.Index(
                fields=["record"],
                condition=Q(sent_on__isnull=True) & ~Q(what="nothing"),
                name="copies_to_send",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.get_what_display()}"

    @property
    def role_words(self) -> str:
        """What the person is to the child."""
        return dict(ROLES).get(self.role, self.role)

    @property
    def who(self) -> str:
        """The name with the role, unless the role is all that is known."""
        return self.name if self.name == self.role_words else f"{self.name} ({self.role_words})"

    @property
    def is_back(self) -> bool:
        """Whether the copy came back and is to be sent again."""
        return self.came_back_on is not None and self.sent_on is None
