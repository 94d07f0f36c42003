"""What a manager's first page says of the time between reviews."""

from datetime import date

from django.urls import reverse

from iro_service.templatetags.house import counted
from reviews.filters import filtered_decisions
from reviews.models import MidwayCheck
from reviews.oversight import without_footprint
from reviews.today.tiles import tile


def tiles_between(user, *, on: date) -> list[dict]:
    """Decisions overdue, and children nobody looked at for too long, each opening its list."""
    overdue = filtered_decisions({"state": "overdue"}, user=user, on=on).qs.count()
    without = without_footprint(user, on=on).count()
    late = MidwayCheck.objects.visible_to(user, on=on).overdue(on=on).count()
    note = {"note": f"{counted(late, 'midway check')} overdue"} if late else {}
    return [
        tile("Decisions overdue", overdue, f"{reverse('decisions')}?state=overdue"),
        tile("Children without a footprint for three months", without, reverse("oversight"))
        | note
        | {"key": "midway-checks"},
    ]
