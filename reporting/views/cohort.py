"""The children looked after on any day beside those of any other."""

from django.http import Http404
from django.shortcuts import render

from accounts.access import for_roles
from accounts.models import MANAGERS
from cohort.council import the_council
from iro_service import clock
from iro_service.spreadsheets import Sheet, spreadsheet, workbook
from reporting.comparison import Seen, look, quick_choices, sections, strip
from reporting.forms.cohort import CohortForm

EVERYTHING = "all"


@for_roles(*MANAGERS)
def cohort(request):
    """The total and its change, who came and left, and how the children are made up."""
    form = CohortForm(request.GET, today=clock.today())
    seen = _seen(form)
    context = {
        "form": form,
        "seen": seen,
        "quick": quick_choices(clock.today()),
        "strip": strip(seen),
        "sections": sections(seen),
    }
    return render(request, "reporting/cohort.html", context)


@for_roles(*MANAGERS)
def cohort_download(request, table: str):
    """One of the page's tables as a file for a spreadsheet, or all of them as one workbook."""
    seen = _seen(CohortForm(request.GET, today=clock.today()))
    every = [one for section in sections(seen) for one in section.tables]
    name = f"cohort-{seen.days.on}-{seen.days.other}"
    if table == EVERYTHING:
        return workbook(name, [Sheet(one.caption, one.columns, one.values()) for one in every])
    for one in every:
        if one.id == table:
            return spreadsheet(request, f"{name}-{table}", one.columns, one.values())
    raise Http404


def _seen(form: CohortForm) -> Seen:
    return look(form.days, the_council())
