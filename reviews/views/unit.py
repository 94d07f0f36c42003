"""The unit: its registers, which the sections of the annual report draw on."""

from datetime import date
from decimal import Decimal

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from accounts.access import for_roles
from accounts.models import MANAGERS
from cohort.actions.unit import enter_in_register, take_out_of_register
from cohort.registers import REGISTERS
from iro_service import clock
from iro_service.spreadsheets import spreadsheet
from iro_service.templatetags.house import counted
from reviews.filters.registers import RegisterFilter
from reviews.unit import rooms
from reviews.views.asking import ask

A_PAGE = 50


@for_roles(*MANAGERS)
def unit(request):
    """Each register with how much it holds, and the latest in it."""
    return render(request, "reviews/unit.html", {"rooms": rooms(on=clock.today())})


@for_roles(*MANAGERS)
def register(request, key: str):
    """The entries of a register, the latest first."""
    kept, on = REGISTERS[key], clock.today()
    narrowed = RegisterFilter(request.GET, register=kept)
    page = Paginator(narrowed.qs, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "register": kept,
        "filter": narrowed,
        "page": page,
        "rows": [_row(kept, entry, on) for entry in page.object_list],
        "add_href": reverse(f"{key}_add"),
        "count_text": counted(page.paginator.count, kept.one),
        "download_href": f"{reverse(f'{key}_download')}?{request.GET.urlencode()}",
    }
    return render(request, "reviews/register.html", context)


@for_roles(*MANAGERS)
def register_download(request, key: str):
    """The same entries as a file for a spreadsheet, all pages of them."""
    kept, columns = REGISTERS[key], REGISTERS[key].columns
    entries = RegisterFilter(request.GET, register=kept).qs
    rows = ([_plain(column.value(entry)) for column in columns] for entry in entries)
    headings = [column.heading for column in columns]
    return spreadsheet(request, f"{key.replace('_', '-')}-{clock.today()}", headings, rows)


@for_roles(*MANAGERS)
def register_entry(request, key: str, pk: int | None = None):
    """Add an entry, or put one right."""
    kept = REGISTERS[key]
    entry = get_object_or_404(kept.model, pk=pk) if pk else kept.model()
    form = kept.form(request.POST or None, row=entry, today=clock.today())

    def save():
        enter_in_register(entry, **form.cleaned_data, by=request.user)
        messages.success(request, "Saved. The annual report tells it from now on.")

    context = {"register": kept, "back_href": reverse(key)}
    context["heading"] = f"Change: {entry}" if pk else kept.add
    context["take_out_href"] = reverse(f"{key}_take_out", args=[pk]) if pk else ""
    return ask(request, "reviews/register_entry.html", form, save, context, to=reverse(key))


@for_roles(*MANAGERS)
@require_POST
def register_take_out(request, key: str, pk: int):
    """Take out what was entered wrongly."""
    take_out_of_register(get_object_or_404(REGISTERS[key].model, pk=pk), by=request.user)
    messages.success(request, "Taken out. The history keeps what it was.")
    return redirect(key)


def _row(kept, entry, on: date) -> dict:
    cells = [
        {"heading": one.heading, "numeric": one.numeric, "shown": _shown(one.value(entry))}
        for one in kept.columns
    ]
    day = getattr(entry, kept.day)
    href = reverse(f"{kept.key}_edit", args=[entry.pk])
    return {"name": cells[0]["shown"], "cells": cells[1:], "href": href, "planned": day > on}


def _shown(value) -> str:
    if isinstance(value, date):
        return f"{value:%-d %b %Y}"
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    return "–" if value in (None, "") else str(value)


def _plain(value):
    return "" if value is None else value if isinstance(value, date | Decimal | int) else str(value)
