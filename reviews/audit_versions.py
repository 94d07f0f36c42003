"""What an audit said before it was put right."""

from dataclasses import dataclass
from datetime import datetime

from django.apps import apps

from accounts.models import User
from reviews.models import QualityAudit

FACTS = ("audited_on", "auditor", "grade", "strong", "weak", "found")


@dataclass(frozen=True)
class Version:
    """An audit as it stood, until when, and who changed it then."""

    audit: QualityAudit
    until: datetime
    by: str


def earlier_versions(audit: QualityAudit) -> list[Version]:
    """The versions before the one that stands, the newest first; two queries for any number."""
    events = apps.get_model("reviews", "QualityAuditEvent").objects.filter(pgh_obj=audit.pk)
    events = list(events.select_related("pgh_context").order_by("-pgh_id"))
    changed_by = [one.pgh_context and one.pgh_context.metadata.get("user") for one in events]
    names = {one.pk: str(one) for one in User.objects.filter(pk__in=filter(None, changed_by))}
    return [
        Version(
            QualityAudit(**{name: getattr(event, name) for name in FACTS}),
            after.pgh_created_at,
            names.get(who, "Not known"),
        )
        for event, after, who in zip(events[1:], events, changed_by, strict=False)
    ]
