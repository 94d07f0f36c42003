"""The questions about where a child came from, asked of care that begins and put right in it."""

from cohort.codes import StatusBefore
from cohort.models import District
from iro_service.forms import ModelSelectField, RadiosField


def status_before() -> RadiosField:
    """What the child was to the council before."""
    return RadiosField(
        label="Status before",
        choices=StatusBefore.choices,
        small=True,
        missing="Select the status before",
    )


def district_before() -> ModelSelectField:
    """Where the child lived before."""
    return ModelSelectField(
        label="District where the child lived before",
        queryset=District.objects.all(),
        required=False,
        empty_label="Out of county, not recorded or unknown",
    )
