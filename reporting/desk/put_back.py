"""A report's words and lists as they were when it was published, out of its own versions."""

from datetime import datetime

from accounts.models import User
from reporting.models import Nothing, Passage, Priority, Quote, Report, SaidAndDid

LISTS = (Nothing, Priority, Quote, SaidAndDid)


def put_back_words(report: Report, published_at: datetime, *, at: datetime, by: User) -> None:
    """Write each section changed since as it was; what was tried meanwhile stays a version."""
    passages = Passage.objects.filter(report=report).order_by("section", "-number")
    then = dict(
        passages.filter(saved_at__lte=published_at)
        .distinct("section")
        .values_list("section", "text")
    )
    for now in passages.distinct("section"):
        if now.text != then.get(now.section, ""):
            Passage.objects.create(
                report=report, section=now.section, number=now.number + 1,
                text=then.get(now.section, ""), begun_at=at, saved_at=at, by=by,
            )  # fmt: skip


def put_back_lists(report: Report, opened_at: datetime) -> None:
    """Set each list to what its history knows of the moment at which the report was opened.

    With them go the words on how last year's priorities went, which are kept at those.
    """
    year_before = Report.objects.filter(period=str(report.year.before(1))).first()
    reports = [one.pk for one in (report, year_before) if one]
    for model in LISTS:
        versions = model.pgh_event_model.objects.filter(  # type: ignore[attr-defined]
            report__in=reports, pgh_created_at__lte=opened_at
        )
        newest = versions.order_by("pgh_obj_id", "-pgh_id").distinct("pgh_obj_id")
        kept = {row.pgh_obj_id: row for row in newest if row.pgh_label != "delete"}
        rows = model.objects.filter(report__in=reports)
        rows.exclude(pk__in=kept).delete()
        now = {row.pk: row for row in rows}
        names = [field.attname for field in model._meta.concrete_fields]
        for pk, version in kept.items():
            values = {name: getattr(version, name) for name in names}
            if pk not in now or values != {name: getattr(now[pk], name) for name in names}:
                model(**values).save()
