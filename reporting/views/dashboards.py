"""Dashboards: each measure month by month, on a page, as a picture and as a file."""

from dataclasses import replace

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify

from accounts.access import for_roles
from accounts.models import MANAGERS, Role
from cohort.council import the_council
from iro_service import clock
from iro_service.spreadsheets import spreadsheet
from reporting.charts.standalone import png, standalone
from reporting.dashboards import Asked, Panel, board, panels
from reporting.forms.dashboards import DashboardForm
from reporting.monthly import Span
from reporting.monthly.span import YEAR

PICTURES = {"svg": ("image/svg+xml", str.encode), "png": ("image/png", png)}


@for_roles(Role.IRO, *MANAGERS)
def dashboards(request):
    """Every measure month by month: an IRO's own, a manager's of the whole service."""
    form, asked = _asked(request)
    shown = panels(asked)
    context = {
        "form": form,
        "asked": asked,
        "panels": shown,
        "strip": [panel.tile for panel in shown if panel.tile],
        "not_chance": [panel for panel in shown if panel.signals],
        "mine": not request.user.is_manager,
    }
    return render(request, "reporting/dashboards/dashboards.html", context)


@for_roles(*MANAGERS)
def dashboard_board(request):
    """The whole service on one page to print, for a board's papers."""
    _, asked = _asked(request)
    if asked.span.number > YEAR:  # one page has room for twelve months
        asked = replace(asked, span=Span.whole(asked.span.on))
    context = {"asked": asked, "board": board(asked), "council": asked.council}
    return render(request, "reporting/dashboards/board.html", context)


@for_roles(Role.IRO, *MANAGERS)
def dashboard_picture(request, panel: str, ending: str):
    """A chart as a file of its own, with its words around it."""
    _, asked = _asked(request)
    found = _one(asked, panel)
    if ending not in PICTURES or not found.svg:
        raise Http404
    kind, made = PICTURES[ending]
    response = HttpResponse(made(standalone(found.svg, foot=_foot(asked, found))), kind)
    name = f"{_name(asked, found)}.{ending}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@for_roles(Role.IRO, *MANAGERS)
def dashboard_table(request, panel: str):
    """A chart's table as a file for a spreadsheet."""
    _, asked = _asked(request)
    found = _one(asked, panel)
    table = found.table
    return spreadsheet(request, _name(asked, found), table.columns, table.values())


def _asked(request) -> tuple[DashboardForm, Asked]:
    council = the_council()
    form = DashboardForm(
        request.GET, user=request.user, on=clock.today(), records_from=council.records_from
    )
    return form, Asked(form.span, form.whose, request.user, council, form.query)


def _one(asked: Asked, wanted: str) -> Panel:
    for panel in panels(asked):
        if panel.id == wanted:
            return panel
    raise Http404


def _foot(asked: Asked, panel: Panel) -> list[str]:
    day = f"{asked.span.on.day} {asked.span.on:%B %Y}"
    limits = f"Limits: three standard deviations from the mean of {panel.by}." if panel.by else ""
    source = f"{asked.council.name}: {asked.whose_words}. Figures taken on {day}."
    return [words for words in (*panel.says, limits, source) if words]


def _name(asked: Asked, panel: Panel) -> str:
    first, last = asked.span.months[0], asked.span.last
    return slugify(f"{panel.id} {first:%Y-%m} to {last:%Y-%m} {asked.whose_words}")
