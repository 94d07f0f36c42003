"""What a child counts for, as the council sets it."""

from django.db import transaction

from cohort.models import CaseloadWeights
from iro_service.refusals import Refusal


@transaction.atomic
def set_weights(*, by, **weights) -> CaseloadWeights:
    """Set the weights of the caseload; figures of days past are weighed by them too."""
    if not by.is_manager:
        raise Refusal("Only a manager sets the weights.")
    now, _ = CaseloadWeights.objects.update_or_create(only=True, defaults=weights)
    return now
