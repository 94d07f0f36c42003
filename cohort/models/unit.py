"""The unit as the annual report tells of it: its managers, who came and went, what was learned."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from audit.history import keep_history
from cohort.codes import Ethnicity, Sex
from iro_service.constraints import in_order


@keep_history
class UnitManager(models.Model):
    """Somebody who manages the unit, from one day to another, and what they answer for."""

    name = models.CharField(max_length=120)
    title = models.CharField(max_length=120)
    answers_for = models.TextField(blank=True)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["started_on", "pk"]
        constraints = [
            in_order("started_on", "ended_on", name="unit_manager_in_order"),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(title=""), name="unit_manager_has_name_and_title"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.title}"


@keep_history
class StaffingChange(models.Model):
    """Something that changed the team: told in the report in words that name nobody."""

    class Kind(models.TextChoices):
        JOINED = "joined", "Joined the team"
        LEFT = "left", "Left the team"
        LONG_ABSENCE = "long_absence", "Began a long absence"
        RETURNED = "returned", "Came back from a long absence"
        VACANCY = "vacancy", "A post fell vacant"
        INTERIM = "interim", "An interim IRO began"
        ENDED_CONTRACT = "ended_contract", "A contract was ended"
        OTHER = "other", "Another change"

    on = models.DateField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True
    )
    full_time_equivalent = models.DecimalField(
        max_digits=3, decimal_places=2, null=True, blank=True
    )
    words = models.CharField(max_length=500)

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="staffing_change_is_told"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.on:%-d %B %Y}"


@keep_history
class Training(models.Model):
    """Training or another event of development."""

    class Kind(models.TextChoices):
        TRAINING = "training", "Training"
        CONFERENCE = "conference", "Conference or network"
        GROUP_SUPERVISION = "supervision", "Group supervision"
        WITH_PARTNERS = "partners", "Event with partners"
        WITH_CHILDREN = "children", "Event with children and young people"

    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=15, choices=Kind.choices)
    held_on = models.DateField()
    hours = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    attended = models.PositiveSmallIntegerField(null=True, blank=True)  # IROs
    learned = models.TextField(blank=True)  # what it changes in the work

    class Meta:
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="training_has_title"),
            models.CheckConstraint(
                condition=Q(hours__isnull=True) | Q(hours__gt=0), name="training_takes_time"
            ),
        ]

    def __str__(self) -> str:
        return self.title


@keep_history
class StaffFacts(models.Model):
    """What an IRO has chosen to say of themselves, so that the team can be set beside the children.

    Told only as counts.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="staff_facts"
    )
    sex = models.CharField(max_length=1, choices=Sex.choices, blank=True)
    ethnicity = models.CharField(max_length=4, choices=Ethnicity.choices, blank=True)

    def __str__(self) -> str:
        return f"Facts of {self.person}"
