"""What is kept of imports is deleted after a while: it holds children's facts."""

from datetime import date, timedelta

from cohort.models import ImportFile

KEPT = timedelta(days=30)  # rows handed back, and files nobody went on with


def clear_away(*, on: date) -> int:
    """Delete the files kept for long enough; how many. What came of the imports stays."""
    old = ImportFile.objects.filter(run__asked_at__date__lt=on - KEPT)
    return old.delete()[0]
