"""What the council aimed at in a year."""

from decimal import Decimal

from reporting.models import Target
from statute.reporting_year import ReportingYear


def targets_for(year: ReportingYear) -> dict[str, Decimal]:
    """Each measure's target of the year: the latest set that does not begin after it.

    Unit: the measure's. Source: the council's own targets. A half or quarter has its year's.
    """
    set_by_then = Target.objects.filter(from_year__lte=year.begins_in)
    latest = set_by_then.order_by("measure", "-from_year").distinct("measure")
    return dict(latest.values_list("measure", "value"))
