"""The calendar by week and by month, and its feed."""

from calendar import monthrange
from datetime import date, timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import dates
from django.views.decorators.http import require_POST

from accounts.access import SERVICE, for_roles
from accounts.models import User
from cohort.council import working_calendar
from iro_service import clock
from reviews.actions.feed import end_feed, hash_of, make_feed
from reviews.calendar import booked_between, days_of, held_between, weeks_of
from reviews.feed import calendar_file
from reviews.models import CalendarFeed


@for_roles(*SERVICE)
def calendar(request):
    """Reviews of a week, booked and held, or of a month where the address says so."""
    today = clock.today()
    by_month = request.GET.get("by") == "month"
    day = _day(request.GET.get("day", "")) or today
    first, last = _month(day) if by_month else _week(day)
    iros = User.objects.independent_reviewing_officers()
    chair = None if request.user.is_iro else _chosen(iros, request.GET.get("iro", ""))
    booked = booked_between(request.user, first, last, on=today, chair=chair)
    held = held_between(request.user, first, last, on=today, chair=chair)
    days = days_of([*held, *booked], first, last, working_calendar().holidays)
    context = {
        "days": days,
        "weekdays": dates.WEEKDAYS.values(),
        "weeks": weeks_of(days) if by_month else [],
        "by_month": by_month,
        "first": first,
        "last": last,
        "before": first - timedelta(days=1),
        "after": last + timedelta(days=1),
        "today": today,
        "iros": () if request.user.is_iro else iros,
        "chair": chair,
        "feed": CalendarFeed.objects.filter(person=request.user).first(),
    }
    return render(request, "reviews/calendar.html", context)


@for_roles(*SERVICE)
@require_POST
def calendar_feed_make(request):
    """Make the private address, or a new one in its place, and tell it once."""
    secret = make_feed(request.user, at=clock.now())
    address = settings.SERVICE_ADDRESS + reverse("calendar_feed", args=[secret])
    return render(request, "reviews/calendar_feed.html", {"address": address})


@for_roles(*SERVICE)
@require_POST
def calendar_feed_end(request):
    """End the private address."""
    end_feed(request.user)
    messages.success(request, "Your calendar address has ended.")
    return redirect("calendar")


@login_not_required
def calendar_feed(request, secret):
    """The file a calendar program reads; who has the address has it, so it names no child."""
    feed = CalendarFeed.objects.filter(secret_hash=hash_of(secret), person__is_active=True)
    if not (found := feed.select_related("person").first()):
        raise Http404
    response = HttpResponse(
        calendar_file(found.person, on=clock.today()), content_type="text/calendar; charset=utf-8"
    )
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _week(day: date) -> tuple[date, date]:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _month(day: date) -> tuple[date, date]:
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def _chosen(iros, words: str) -> User | None:
    return iros.filter(pk=words).first() if words.isdecimal() and len(words) < 10 else None
