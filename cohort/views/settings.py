"""The council's choices and its IROs' posts."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from accounts.access import for_roles
from accounts.models import MANAGERS, Role, User
from cohort.actions.council import change_council
from cohort.actions.posts import fill_post
from cohort.council import the_council
from cohort.forms.settings import CouncilForm, PostForm
from iro_service import clock


@for_roles(*MANAGERS)
def council(request):
    """The council's name, its posts and how it counts months."""
    now = the_council()
    initial = {name: getattr(now, name) for name in CouncilForm.base_fields}
    form = CouncilForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        change_council(now, **form.cleaned_data, by=request.user)
        messages.success(request, "Saved. Deadlines already set stay as they are.")
        return redirect("people")
    return render(request, "cohort/council.html", {"form": form})


@for_roles(*MANAGERS)
def post_fill(request, pk):
    """Give an IRO a post, or another one from a day on."""
    iro = get_object_or_404(User, pk=pk, role=Role.IRO)
    form = PostForm(request.POST or None, initial={"started_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        fill_post(iro, **form.cleaned_data, by=request.user)
        messages.success(request, f"Saved. The post counts in the caseload of {iro}.")
        return redirect("caseloads")
    return render(request, "cohort/post.html", {"form": form, "iro": iro})
