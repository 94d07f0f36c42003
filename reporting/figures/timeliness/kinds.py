"""Reviews by why they were late, and by which review they were."""

from django.db.models import Count

from reporting.figures.timeliness.months import IN_TIME, NOT_KNOWN
from reporting.percent import percent
from reviews.codes import REVIEW_RULES, LateReason


def late_reasons(held) -> list[dict]:
    """Late reviews by reason, the most frequent first."""
    counted = held.held_late().order_by().values("late_reason").annotate(reviews=Count("pk"))
    rows = [
        {
            "key": row["late_reason"],
            "reason": LateReason(row["late_reason"]).label,
            "reviews": row["reviews"],
        }
        for row in counted
    ]
    return sorted(rows, key=lambda row: (-row["reviews"], row["reason"]))


def kinds(held) -> list[dict]:
    """First, second and later reviews, and those of each in time; last, of no known kind."""
    counted = (
        held.order_by()
        .values("rule")
        .annotate(reviews=Count("pk"), in_time=IN_TIME, not_known=NOT_KNOWN)
    )
    found = {row["rule"]: row for row in counted}
    return [
        {
            "key": key,
            "kind": words,
            "reviews": found[key]["reviews"],
            "in_timescale": found[key]["in_time"],
            "late": found[key]["reviews"] - found[key]["in_time"] - found[key]["not_known"],
            "due_day_not_known": found[key]["not_known"],
            "percent": percent(
                found[key]["in_time"], found[key]["reviews"] - found[key]["not_known"]
            ),
        }
        for key, words in REVIEW_RULES
        if key in found
    ]
