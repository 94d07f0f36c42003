"""Leave and cover."""

from django.contrib import messages
from django.db.models import F
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.access import for_roles
from accounts.models import MANAGERS
from cohort.actions.cover import arrange_cover, end_cover
from cohort.forms.cover import CoverForm
from cohort.models import Cover
from iro_service import clock
from iro_service.templatetags.house import day_long

PAST_SHOWN = 20


@for_roles(*MANAGERS)
def covers(request):
    """Who is away now or will be and who covers; below, the last ones that ended."""
    on = clock.today()
    # One cancelled before it began holds for no day.
    everyone = Cover.objects.filter(ended_on__gt=F("started_on"))
    everyone = everyone.select_related("away", "covered_by")
    now = everyone.filter(ended_on__gt=on).order_by("started_on", "pk")
    past = everyone.filter(ended_on__lte=on).order_by("-ended_on", "-pk")[:PAST_SHOWN]
    return render(request, "cohort/covers.html", {"object_list": now, "past": past, "on": on})


@for_roles(*MANAGERS)
def cover_add(request):
    """Enter who is away and who covers."""
    form = CoverForm(request.POST or None, today=clock.today())
    if request.method == "POST" and form.is_valid():
        cover = arrange_cover(**form.cleaned_data, by=request.user)
        back = day_long(cover.ended_on)
        sees = f"{cover.covered_by} sees the children of {cover.away} until {back}."
        messages.success(request, f"Saved. {sees}")
        return redirect("covers")
    return render(request, "cohort/cover_add.html", {"form": form})


@for_roles(*MANAGERS)
@require_POST
def cover_end(request, pk):
    """End a cover today, sooner than arranged."""
    cover = get_object_or_404(Cover.objects.select_related("away", "covered_by"), pk=pk)
    end_cover(cover, on=clock.today(), by=request.user)
    messages.success(request, f"Saved. {cover.covered_by} no longer covers for {cover.away}.")
    return redirect("covers")
