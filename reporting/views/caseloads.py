"""Who holds how many children: on a day, month by month, in the weeks ahead, and if."""

from datetime import timedelta

from django.http import Http404
from django.shortcuts import render

from accounts.access import for_roles
from accounts.models import MANAGERS, User
from cohort.caseload import DEFINITION, caseload, foresee, what_if
from cohort.caseload import the_weights as weights_now
from cohort.council import the_council
from iro_service import clock
from iro_service.spreadsheets import spreadsheet
from reporting import caseloads as shown
from reporting.forms.caseloads import DayForm, MonthsForm, WhatIfForm
from reviews.caseloads import WEIGHTED, weeks_ahead
from statute import caseload as band

WEEKS = 13


@for_roles(*MANAGERS)
def caseloads(request):
    """Each IRO's children per full-time post on a day against the Handbook's band."""
    today = clock.today()
    form = DayForm(request.GET, today=today)
    seen = shown.look(on=form.day, today=today)
    context = {
        "form": form,  # its errors head the page
        "filter": {"form": form},
        "seen": seen,
        "today": today,
        "figures": shown.day_strip(seen, today=today),
        "chart": shown.day_chart(seen),
        "definition": DEFINITION,
        "weighted_means": WEIGHTED,
        "weights": weights_now(),
        "band": band,
        "established": the_council().established_posts,
        "what_if": WhatIfForm(),
    }
    return render(request, "reporting/caseloads/day.html", context)


@for_roles(*MANAGERS)
def caseload_history(request):
    """The caseload at the end of each of the last months."""
    form = MonthsForm(request.GET)
    months = _months(form)
    context = {
        "form": form,
        "filter": {"form": form},
        "months": months[::-1],
        "chart": shown.months_chart(months),
        "asked": form.number,
        "records_from": the_council().records_from,
        "definition": DEFINITION,
        "band": band,
    }
    return render(request, "reporting/caseloads/history.html", context)


@for_roles(*MANAGERS)
def caseload_ahead(request):
    """The reviews due week by week, and who is to hold more than the Handbook's highest."""
    on = clock.today()
    weeks = weeks_ahead(on=on, weeks=WEEKS)
    names = {pk: str(iro) for pk, iro in User.objects.in_bulk(_iros(weeks)).items()}
    days = [on, *(on + timedelta(weeks=n) for n in range(1, WEEKS + 1))]
    context = {
        "on": on,
        "weeks": weeks,
        "rows": shown.heat_rows(weeks, names, on=on),
        "totals": weeks.totals(),
        "foreseen": shown.foreseen_rows(foresee(on=on, days=days), days),
        "band": band,
    }
    return render(request, "reporting/caseloads/ahead.html", context)


@for_roles(*MANAGERS)
def caseload_what_if(request):
    """What more or fewer children and posts would make of the caseload."""
    form = WhatIfForm(request.GET)
    now = caseload(on=clock.today())
    context = {
        "form": form,
        "now": what_if(now.children, now.posts),
        "then": what_if(now.children, now.posts, **form.more) if any(form.more.values()) else None,
        "definition": DEFINITION,
        "band": band,
        "on": now.on,
    }
    return render(request, "reporting/caseloads/what_if.html", context)


@for_roles(*MANAGERS)
def caseload_download(request, table: str):
    """A table of these pages as a file for a spreadsheet."""
    today = clock.today()
    if table == "day":
        seen = shown.look(on=DayForm(request.GET, today=today).day, today=today)
        return spreadsheet(request, f"caseloads-{seen.now.on}", *shown.table_of_day(seen))
    if table == "months":
        rows = shown.months_table(_months(MonthsForm(request.GET)))
        return spreadsheet(request, f"caseloads-by-month-{today}", *rows)
    raise Http404


def _months(form: MonthsForm):
    council = the_council()
    return shown.months_known(
        on=clock.today(), months=form.number, records_from=council.records_from
    )


def _iros(weeks) -> list[int]:
    return [pk for pk in {*weeks.numbers, *weeks.overdue} if pk]
