"""Published reports for everybody."""

from django.http import Http404

from iro_service.spreadsheets import CSV
from reporting.attaching import FIGURES, table_csv
from reporting.audience import Audience
from reporting.document import Document
from reporting.figures import ReportingYear
from reporting.naming import file_name
from reporting.public.answering import file_of, open_to_all, page_of
from reporting.public.editions import Published, document_of, pdf_of, published


@open_to_all
def public_reports(_request):
    """Every published report, with its editions and what was corrected in them."""
    editions = published()
    periods: dict[str, list[Published]] = {}
    for one in editions:
        periods.setdefault(one.period, []).append(one)
    context = {
        "periods": list(periods.values()),
        "council": editions[0].council if editions else None,
    }
    changed = max((one.at for one in editions), default=None)
    return page_of("reporting/public/reports.html", context, changed=changed)


@open_to_all
def public_report(_request, year: ReportingYear, edition: int | None = None):
    """The public document of the latest edition, or of an earlier one."""
    editions, one = _asked_for(year, edition)
    document = _document(one, Audience.PUBLIC)
    context = {
        **document.context(),
        "layout": "reporting/public/document.html",
        "editions": editions,
        "edition": one,
        "latest": editions[0],
    }
    return page_of("reporting/report.html", context, changed=editions[0].at)


@open_to_all
def public_childrens(_request, year: ReportingYear):
    """The children's version of the latest edition."""
    _, one = _asked_for(year)
    context = {
        **_document(one, Audience.CHILDREN).context(),
        "edition": one,
        "layout": "reporting/public/children.html",
    }
    return page_of("reporting/children/document.html", context, changed=one.at)


@open_to_all
def public_pdf(_request, year: ReportingYear, edition: int | None = None):
    """The public document of an edition as a PDF."""
    return _pdf(_asked_for(year, edition)[1], Audience.PUBLIC)


@open_to_all
def public_childrens_pdf(_request, year: ReportingYear):
    """The children's version as a PDF."""
    return _pdf(_asked_for(year)[1], Audience.CHILDREN)


@open_to_all
def public_figures(_request, year: ReportingYear):
    """The figures of the latest edition as JSON, small counts withheld."""
    _, one = _asked_for(year)
    content = _document(one, Audience.PUBLIC).figures.encode()
    return file_of(content, FIGURES, "application/json", changed=one.at)


@open_to_all
def public_table(_request, year: ReportingYear, table: str):
    """A table of the latest edition as CSV."""
    _, one = _asked_for(year)
    for found in _document(one, Audience.PUBLIC).tables:
        if found.id == table:
            return file_of(table_csv(found), f"{year}-{table}.csv", CSV, changed=one.at)
    raise Http404


def _asked_for(year: ReportingYear, number: int | None = None) -> tuple[list[Published], Published]:
    """The period's editions, and the one asked for: the latest where no number is given."""
    editions = published(str(year))
    for one in editions:
        if number in (None, one.number):
            return editions, one
    raise Http404


def _document(one: Published, audience: str) -> Document:
    if document := document_of(one, audience):
        return document
    raise Http404


def _pdf(one: Published, audience: str):
    content = pdf_of(one, audience)
    if content is None:
        raise Http404
    name = f"{file_name(one.period, audience, one.number)}.pdf"
    return file_of(bytes(content), name, "application/pdf", changed=one.at, inline=True)
