"""A published edition for managers: what is frozen, its PDFs, its pack."""

import json

from django.db.models import Prefetch
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.access import for_roles
from accounts.models import MANAGERS, Role
from iro_service import clock
from reporting.actions import ask_for_edition
from reporting.audience import Audience
from reporting.document import thawed
from reporting.figures import ReportingYear
from reporting.making import as_it_stands
from reporting.models import Edition, Making
from reporting.naming import file_name
from reporting.pack import Pack

PACKED = (Audience.INTERNAL, Audience.PUBLIC)
NOT_MADE = "Not made yet. Look on the edition's page how far it is, then take this pack again."
NOT_OF_THESE = (
    "None was made of these figures. Have the report made, then take this pack again the same day."
)


@for_roles(*MANAGERS)
def report_edition(request, pk):
    """What is frozen in an edition, its files and how far they are."""
    makings = Prefetch("makings", Making.objects.defer("figures").select_related("asked_by"))
    editions = Edition.objects.select_related("report", "published_by").prefetch_related(makings)
    edition = get_object_or_404(editions, pk=pk)
    context = {
        "edition": edition,
        "year": edition.report.year,
        "readers": [_seen(edition, one) for one in Audience.values if one in edition.documents],
        "later": edition.report.editions.filter(number__gt=edition.number).first(),
        "may_make": request.user.role == Role.GROUP_MANAGER,
    }
    return render(request, "reporting/edition.html", context)


@require_POST
@for_roles(Role.GROUP_MANAGER)
def edition_make(request, pk):
    """Make an edition's PDFs again out of what was frozen."""
    edition = get_object_or_404(Edition.objects.select_related("report"), pk=pk)
    ask_for_edition(edition, at=clock.now(), by=request.user)
    return redirect("report_edition", pk=pk)


@for_roles(*MANAGERS)
def edition_pack(request, pk):
    """The pack of an edition, out of what was frozen; the internal one, or with ?for=public."""
    edition = get_object_or_404(Edition.objects.select_related("report"), pk=pk)
    audience = _asked_for(request)
    if audience not in edition.documents:
        raise Http404
    made = edition.makings.made().filter(audience=audience).select_related("file").first()
    name = file_name(edition.report.period, audience, edition.number)
    document = thawed(edition.documents[audience])
    at = edition.published_at
    return _answer(Pack(document, name, at, made.file.pdf if made else None, NOT_MADE))


@for_roles(*MANAGERS)
def report_pack(request, year: ReportingYear):
    """The pack of a report as it stands; its PDF only if it was made of the same figures."""
    if clock.today() < year.first:
        raise Http404
    audience = _asked_for(request)
    document = as_it_stands(str(year), audience, on=clock.today())
    drafts = Making.objects.made().filter(period=str(year), audience=audience, edition=None)
    made = drafts.select_related("file").first()
    same = made if made and made.figures == json.loads(document.figures) else None
    pdf = same.file.pdf if same else None
    name = f"{file_name(str(year), audience)}-draft"
    return _answer(Pack(document, name, clock.now(), pdf, NOT_OF_THESE))


def _asked_for(request) -> str:
    audience = request.GET.get("for", Audience.INTERNAL)
    if audience not in PACKED:
        raise Http404
    return audience


def _answer(pack: Pack) -> HttpResponse:
    response = HttpResponse(pack.zipped(), content_type="application/zip")
    response["Content-Disposition"] = f'attachment; filename="{pack.name}.zip"'
    return response


def _seen(edition: Edition, audience: str) -> dict:
    """One reader's document as the page tells of it, with the making that counts."""
    document = thawed(edition.documents[audience])
    makings = [making for making in edition.makings.all() if making.audience == audience]
    made = next((making for making in makings if making.made_at), None)
    return {
        "audience": Audience(audience),
        "sections": document.sections,
        "tables": len(document.tables),
        "charts": len(document.charts),
        "made": made,
        "latest": makings[0] if makings else None,
        "is_packed": audience in PACKED,
    }
