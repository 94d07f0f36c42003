"""Contacts that IROs logged between reviews, and the children without any."""

from datetime import date

from django.db.models import Count, Exists, OuterRef, Q

from cohort.models import Child, PeriodOfCare
from reporting.figures.year import ReportingYear
from reporting.percent import percent, ratio
from reviews.models import Footprint
from reviews.oversight import since, with_last_footprint

KEYS = (
    *("contacts", "by_kind", "children", "contacts_per_child", "children_without_contact"),
    *("children_on_the_day", "without_oversight", "without_oversight_percent"),
)


def contacts(year: ReportingYear, on: date) -> dict:
    """Contacts of the year by kind, for each child, and children without one."""
    first, last = year.first, year.as_at(on)
    logged = Footprint.objects.filter(on__range=(first, last))
    kinds = dict(logged.order_by().values_list("kind").annotate(contacts=Count("pk")))
    by_kind = {kind: kinds.get(kind, 0) for kind in Footprint.Kind.values}
    children = _looked_after_between(first, last).aggregate(
        every=Count("pk"),
        without=Count("pk", filter=~Exists(logged.filter(child=OuterRef("pk")))),
    )
    now = Child.objects.looked_after(on=last)
    seen = with_last_footprint(now, on=last).aggregate(
        every=Count("pk"), without=Count("pk", filter=Q(last_on__lt=since(last)))
    )
    total = sum(by_kind.values())
    return {
        "contacts": total,
        "by_kind": by_kind,
        "children": children["every"],
        "contacts_per_child": ratio(total, children["every"]),
        "children_without_contact": children["without"],
        "children_on_the_day": seen["every"],
        "without_oversight": seen["without"],
        "without_oversight_percent": percent(seen["without"], seen["every"]),
    }


def no_contacts() -> dict:
    """The same keys where the records tell nothing."""
    return dict.fromkeys(KEYS)


def _looked_after_between(first: date, last: date):
    """Children in care on some day of the time; the day care ends is none of it."""
    periods = PeriodOfCare.objects.beyond_short_breaks().filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=first), started_on__lte=last
    )
    return Child.objects.filter(Exists(periods.order_by().filter(child=OuterRef("pk"))))
