"""A child, and who of the others here is kin."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least, Upper

from audit.history import keep_history
from cohort.codes import Ethnicity, PermanenceBefore, Sex
from cohort.querysets import UPPER_NAME, ChildQuerySet


@keep_history
class Child(models.Model):
    """A child who is or was looked after, as the return's Header and UASC tables know them."""

    reference = models.CharField(max_length=20, unique=True)  # CHILD in the return
    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    date_of_birth = models.DateField()
    sex = models.CharField(max_length=1, choices=Sex.choices)
    ethnicity = models.CharField(max_length=4, choices=Ethnicity.choices, default=Ethnicity.NOBT)
    upn = models.CharField(max_length=13, blank=True)
    is_mother = models.BooleanField(null=True, blank=True)  # MOTHER; empty where it was not asked
    mothers_child_born_on = models.DateField(null=True, blank=True)
    disabled = models.BooleanField(default=False)
    unaccompanied = models.BooleanField(default=False)  # an asylum-seeking child on their own
    unaccompanied_until = models.DateField(null=True, blank=True)  # DUC

    objects = ChildQuerySet.as_manager()

    class Meta:
        ordering = ["family_name", "given_name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(reference="") & ~Q(given_name="") & ~Q(family_name=""),
                name="child_is_named",
            ),
            models.CheckConstraint(condition=Q(sex__in=Sex.values), name="child_sex_is_a_code"),
            models.CheckConstraint(
                condition=Q(unaccompanied_until__isnull=True) | Q(unaccompanied=True),
                name="unaccompanied_until_needs_unaccompanied",
            ),
        ]
        indexes = [
            GinIndex(OpClass(UPPER_NAME, name="gin_trgm_ops"), name="children_by_name"),
            # Also what a reference begins with, in capitals or not.
            models.Index(
                OpClass(Upper("reference"), name="text_pattern_ops"), name="children_by_reference"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.given_name} {self.family_name}"


@keep_history
class PreviousPermanence(models.Model):
    """How a child had last left care for good, as the return's PrevPerm table has it."""

    child = models.OneToOneField(Child, models.PROTECT, related_name="previous_permanence")
    option = models.CharField(max_length=2, choices=PermanenceBefore.choices)  # PREV_PERM
    authority = models.CharField(max_length=3, blank=True)  # LA_PERM
    ordered_on = models.CharField(max_length=10, blank=True)  # DATE_PERM: zz/zz/2012 where unsure

    def __str__(self) -> str:
        return self.get_option_display()


@keep_history
class Kinship(models.Model):
    """Two children here who are brothers or sisters, or one of whom is the other's parent."""

    class Kind(models.TextChoices):
        SIBLING = "sibling", "Brother or sister"
        PARENT = "parent", "Parent"

    one = models.ForeignKey(Child, models.PROTECT, related_name="+")
    other = models.ForeignKey(Child, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=7, choices=Kind.choices)  # what the one is to the other

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(one=F("other")), name="nobody_is_their_own_kin"),
            models.UniqueConstraint(
                Least("one", "other"), Greatest("one", "other"), name="one_kinship_a_pair"
            ),
        ]
        indexes = [models.Index(fields=["other"], name="kinship_by_the_other")]

    def __str__(self) -> str:
        return f"{self.one_id} and {self.other_id}: {self.get_kind_display()}"
