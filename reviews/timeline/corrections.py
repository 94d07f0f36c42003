"""What was put right, or taken out, of a child's care, out of the history."""

from collections.abc import Iterator

from django.apps import apps
from django.db.models import QuerySet

from accounts.models import User
from cohort.models import Child
from iro_service import clock
from reviews.events import Event

GONE = "delete"


def events_of_corrections(child: Child) -> Iterator[Event]:
    """One line a correction, with its reason and by whom; three queries for any number."""
    of_periods = _with_reason("PeriodOfCareEvent").filter(child=child.pk)
    periods = [*child.periods.values_list("pk", flat=True), *(row.pgh_obj_id for row in of_periods)]
    of_episodes = _with_reason("EpisodeEvent").filter(period__in=periods)
    by_context: dict = {}
    # An episode's neighbours move with it: what was done at once is told as one.
    for row in (*of_periods, *of_episodes):
        by_context.setdefault(row.pgh_context_id, []).append(row)
    users = User.objects.in_bulk(
        [rows[0].pgh_context.metadata.get("user") for rows in by_context.values()]
        if by_context
        else []
    )
    for rows in by_context.values():
        gone = any(row.pgh_label == GONE for row in rows)
        said = rows[0].pgh_context.metadata
        by = users.get(said.get("user"), "")
        title = "Care recorded in error was taken out" if gone else "Care was put right"
        day = clock.day_of(rows[0].pgh_created_at)
        yield Event(day, "moves", title, f"{said['reason']} {by}".strip())


def _with_reason(model: str) -> QuerySet:
    kept = apps.get_model("cohort", model).objects.exclude(pgh_label="insert")
    return kept.filter(pgh_context__metadata__has_key="reason").select_related("pgh_context")
