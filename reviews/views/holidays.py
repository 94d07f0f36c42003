"""Bank holidays: those known, those proclaimed since, and what an entry moves."""

from collections import Counter
from datetime import timedelta

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from accounts.access import for_roles
from accounts.models import MANAGERS
from cohort.council import working_calendar
from cohort.forms.holiday import HolidayForm
from cohort.models import ProclaimedHoliday
from iro_service import clock
from iro_service.templatetags.house import counted, day_long
from reviews.actions.holidays import (
    proclaim_holiday,
    withdraw_holiday,
    would_move_with,
    would_move_without,
)

A_YEAR = timedelta(days=365)


@for_roles(*MANAGERS)
def bank_holidays(request):
    """The bank holidays of the coming year, and every one entered here."""
    on, calendar = clock.today(), working_calendar()
    entered = {one.day: one for one in ProclaimedHoliday.objects.all()}
    coming = {day for day in calendar.holidays if on <= day <= on + A_YEAR}
    rows = [
        {"day": day, "name": calendar.holidays[day], "entered": entered.get(day)}
        for day in sorted(coming | set(entered))
    ]
    context = {"object_list": rows, "last_year": calendar.last_year}
    return render(request, "reviews/bank_holidays.html", context)


@for_roles(*MANAGERS)
def bank_holiday_add(request):
    """Enter a proclaimed bank holiday, after seeing which deadlines it moves."""
    form = HolidayForm(request.POST or None)
    if request.method != "POST" or not form.is_valid() or "change" in request.POST:
        return render(request, "reviews/bank_holiday_add.html", {"form": form})
    day, name = form.cleaned_data["day"], form.cleaned_data["name"]
    if "confirmed" not in request.POST:
        return _check(request, would_move_with(day, name), day=day, name=name, form=form)
    moves = proclaim_holiday(day, name=name, at=clock.now(), by=request.user)
    _say(request, f"{day_long(day)} is a bank holiday.", moves)
    return redirect("bank_holidays")


@for_roles(*MANAGERS)
def bank_holiday_remove(request, pk):
    """Take out a bank holiday entered wrongly, after seeing which deadlines move back."""
    holiday = get_object_or_404(ProclaimedHoliday, pk=pk)
    if request.method != "POST":
        moves = would_move_without(holiday, on=clock.today())
        return _check(request, moves, day=holiday.day, name=holiday.name, holiday=holiday)
    moves = withdraw_holiday(holiday, at=clock.now(), by=request.user)
    _say(request, f"{day_long(holiday.day)} is no bank holiday any more.", moves)
    return redirect("bank_holidays")


def _check(request, moves, **context):
    """Show what would move, kind by kind, and ask."""
    kinds = Counter(move.kind.words for move in moves)
    rows = [(counted(number, words), _example(moves, words)) for words, number in kinds.items()]
    return render(request, "reviews/bank_holiday_check.html", {"rows": rows, **context})


def _example(moves, words: str):
    """The soonest of a kind, to show how far it moves."""
    return min((move for move in moves if move.kind.words == words), key=lambda m: m.before)


def _say(request, sentence: str, moves) -> None:
    number = counted(len(moves), "open deadline") if moves else "No open deadline"
    messages.success(request, f"Saved. {sentence} {number} moved.")
