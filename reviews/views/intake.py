"""Recording a child who has become looked after."""

from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.access import for_roles
from accounts.models import MANAGERS
from cohort.forms import ChildForm
from cohort.forms.places import PLACE
from iro_service import clock
from iro_service.templatetags.house import day_long
from reviews.actions.intake import take_into_care

PERIOD = ("started_on", "status_before", "district")
EPISODE = ("legal_status", "need", *PLACE)
PEOPLE = ("iro", "team", "worker")


@for_roles(*MANAGERS)
def child_add(request):
    """Take a child in and plan the first review."""
    today = clock.today()
    form = ChildForm(request.POST or None, today=today)
    if request.method == "POST" and form.is_valid():
        typed = dict(form.cleaned_data)
        people = {name: typed.pop(name) for name in PEOPLE}
        period = {name: typed.pop(name) for name in PERIOD}
        episode = {name: typed.pop(name) for name in EPISODE}
        review = take_into_care(
            child=typed, period=period, episode=episode, **people, on=today, by=request.user
        )
        messages.success(request, f"Saved. The first review is due by {day_long(review.due_on)}.")
        return redirect("child", pk=review.child_id)
    return render(request, "reviews/child_add.html", {"form": form})
