"""The year's quality audits in figures."""

from collections import Counter
from datetime import date

from django.db.models import Count, Q

from cohort.models import Council
from reporting.figures.year import RECORDS, ReportingYear
from reporting.percent import percent
from reviews.models import AuditAction, QualityAudit, Review

Grade, Theme = QualityAudit.Grade, QualityAudit.Theme
GOOD_OR_BETTER = (Grade.OUTSTANDING, Grade.GOOD)
KEYS = (
    *("audits", "by_grade", "good_or_better", "good_or_better_percent", "by_theme"),
    *("reviews_held", "reviews_audited", "reviews_audited_percent"),
    *("actions", "actions_done", "actions_to_do", "actions_overdue"),
)


def audits(year: ReportingYear, *, on: date, council: Council) -> dict:
    """Audits made in the year, the share of its reviews audited, and what became of the actions.

    Unit: audits, reviews, actions. Source: DEFINITIONS. None for a year before the records began.
    """
    if year.basis(council.records_from) != RECORDS:
        return dict.fromkeys(KEYS)
    first, last = year.first, year.as_at(on)
    made = QualityAudit.objects.filter(
        audited_on__range=(first, last), review__struck_on__isnull=True
    )
    return {**_found(made), **_audited(first, last, on), **_actions(made, on)}


def _found(made) -> dict:
    rows = list(made.values_list("grade", "strong", "weak"))
    grades = Counter(grade for grade, _, _ in rows)
    strong = Counter(theme for _, themes, _ in rows for theme in themes)
    weak = Counter(theme for _, _, themes in rows for theme in themes)
    good = sum(grades[grade] for grade in GOOD_OR_BETTER)
    return {
        "audits": len(rows),
        "by_grade": {grade: grades[grade] for grade in Grade.values},
        "good_or_better": good,
        "good_or_better_percent": percent(good, len(rows)),
        "by_theme": {
            theme: {"strong": strong[theme], "weak": weak[theme]} for theme in Theme.values
        },
    }


def _audited(first: date, last: date, on: date) -> dict:
    counts = Review.objects.held_between(first, last).aggregate(
        held=Count("pk"), audited=Count("pk", filter=Q(quality_audit__audited_on__lte=on))
    )
    return {
        "reviews_held": counts["held"],
        "reviews_audited": counts["audited"],
        "reviews_audited_percent": percent(counts["audited"], counts["held"]),
    }


def _actions(made, on: date) -> dict:
    done = Q(done_on__lte=on)
    # Not the negation of `done`: what is not done has no day to compare.
    open_still = Q(done_on__isnull=True) | Q(done_on__gt=on)
    counts = AuditAction.objects.filter(audit__in=made.order_by()).aggregate(
        every=Count("pk"),
        done=Count("pk", filter=done),
        overdue=Count("pk", filter=open_still & Q(due_on__lt=on)),
    )
    return {
        "actions": counts["every"],
        "actions_done": counts["done"],
        "actions_to_do": counts["every"] - counts["done"] - counts["overdue"],
        "actions_overdue": counts["overdue"],
    }
