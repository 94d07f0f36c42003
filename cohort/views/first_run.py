"""The first day: naming the council."""

from django.contrib import messages
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from cohort.actions.council import set_up_council
from cohort.forms import FirstRunForm
from cohort.models import Council
from iro_service import clock


@login_not_required
@sensitive_post_parameters()
def first_run(request):
    """Name the council and make its first manager; afterwards this page is gone."""
    if Council.objects.exists():
        return redirect("home")
    form = FirstRunForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        manager = set_up_council(**form.cleaned_data, on=clock.today())
        # Who has just been made typed no password to be checked: any of the ways in will do.
        login(request, manager, backend="django.contrib.auth.backends.ModelBackend")
        messages.success(request, "The service is set up. Add the people who work here next.")
        return redirect("people")
    return render(request, "cohort/first_run.html", {"form": form})
