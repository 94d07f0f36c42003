"""The rooms of the page on the unit: what each register holds, and the latest in it."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from accounts.models import User
from cohort.models import StaffFacts
from cohort.registers import REGISTERS
from iro_service.templatetags.house import counted
from iro_service.templatetags.house import day as in_words
from reviews.models import AuditAction, QualityAudit

REPORTED = ("unit_managers", "staffing_changes", "training")


@dataclass(frozen=True)
class Room:
    """A register: where it is, how much it holds, what is the latest or what is to be done."""

    title: str
    href: str
    holds: str
    latest: str
    late: str = ""


def rooms(*, on: date) -> list[Room]:
    """Quality audits first, because they ask for something to be done."""
    return [_audits(on), *(_register(key) for key in REPORTED), _facts()]


def _audits(on: date) -> Room:
    latest = QualityAudit.objects.select_related("review").first()
    overdue = AuditAction.objects.overdue(on=on).count()
    return Room(
        "Quality audits of reviews",
        reverse("quality_audits"),
        counted(QualityAudit.objects.count(), "audit"),
        f"{in_words(latest.audited_on)}: {latest.get_grade_display().lower()}"
        if latest
        else "Begin one from the page of a review that was held",
        counted(overdue, "action overdue,actions overdue") if overdue else "",
    )


def _register(key: str) -> Room:
    kept = REGISTERS[key]
    latest = kept.model._default_manager.order_by(kept.order, "-pk").first()
    told = kept.nothing[1]
    if latest:
        told = f"{in_words(getattr(latest, kept.day))}: {getattr(latest, 'words', latest)}"
    number = counted(kept.model._default_manager.count(), kept.one)
    return Room(kept.title, reverse(key), number, told)


def _facts() -> Room:
    iros = User.objects.independent_reviewing_officers().count()
    said = StaffFacts.objects.filter(person__is_active=True)
    told = said.exclude(sex="", ethnicity="").count()
    return Room(
        "What IROs say of themselves",
        reverse("staff_facts"),
        f"{told} of {counted(iros, 'IRO,IROs')}",
        "So that the team can be set beside the children. Told only as counts",
    )
