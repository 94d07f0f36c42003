"""The published editions as they are asked for by everybody, in one question each."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, F, OuterRef

from reporting.audience import Audience
from reporting.document import Document, thawed
from reporting.models import Edition, Making, ReportFile
from statute.reporting_year import ReportingYear


@dataclass(frozen=True)
class Published:
    """One edition of a period among the others, without its documents."""

    pk: int
    period: str
    number: int
    at: datetime
    reason: str
    has_pdf: bool
    has_childrens_pdf: bool
    council: str | None

    @property
    def year(self) -> ReportingYear:
        """The year, half or quarter it is about."""
        return ReportingYear.parse(self.period)


def published(period: str | None = None) -> list[Published]:
    """The editions of a period, or of all: the latest period first, a year before its parts."""
    made = Making.objects.made().filter(edition=OuterRef("pk"))
    rows = Edition.objects.order_by("-number").values(
        "pk", "number", "reason",
        period=F("report__period"),
        at=F("published_at"),
        council=F("documents__public__council"),
        has_pdf=Exists(made.filter(audience=Audience.PUBLIC)),
        has_childrens_pdf=Exists(made.filter(audience=Audience.CHILDREN)),
    )  # fmt: skip
    if period:
        rows = rows.filter(report__period=period)
    found = [Published(**row) for row in rows]
    return sorted(found, key=lambda one: (one.year.last, one.year.is_whole), reverse=True)


def document_of(one: Published, audience: str) -> Document | None:
    """What an edition says to its readers, as it was frozen; none to readers it was not for."""
    editions = Edition.objects.filter(pk=one.pk)
    kept = editions.values_list(f"documents__{audience}", flat=True).get()
    return thawed(kept) if kept else None


def pdf_of(one: Published, audience: str) -> bytes | None:
    """An edition's file for its readers; None until it is made."""
    files = ReportFile.objects.filter(making__edition=one.pk, making__audience=audience)
    return files.order_by("-making__made_at").values_list("pdf", flat=True).first()
