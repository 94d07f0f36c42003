"""What the council aims at."""

from django.db import models

from audit.history import keep_history


@keep_history
class Target(models.Model):
    """A measure's target from a reporting year on, until a later one."""

    measure = models.SlugField(max_length=60)  # reporting.measures
    from_year = models.PositiveSmallIntegerField()  # the calendar year in which it begins
    value = models.DecimalField(max_digits=6, decimal_places=1)

    class Meta:
        ordering = ["measure", "-from_year"]
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "from_year"], name="one_target_a_measure_and_year"
            ),
            models.CheckConstraint(condition=models.Q(value__gte=0), name="target_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.measure}: {self.value} from {self.from_year}"
