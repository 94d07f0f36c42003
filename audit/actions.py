"""The deeds of the record keeper."""

from datetime import datetime

from audit.models import Look


def log_look(*, subject: str, subject_id: int, page: str, at: datetime, by) -> Look:
    """Keep that a person opened a page about a child."""
    return Look.objects.create(subject=subject, subject_id=subject_id, page=page, at=at, by=by)
