"""Who holds how many children, and moving one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from accounts.access import for_roles
from accounts.models import MANAGERS
from cohort.actions.allocation import allocate
from cohort.caseload import DEFINITION, Caseload, caseload
from cohort.council import the_council
from cohort.forms import AllocationForm
from cohort.models import Child
from iro_service import clock
from statute import caseload as band


@for_roles(*MANAGERS)
def caseloads(request):
    """Each IRO's children per full-time post against the Handbook's band."""
    now = caseload(on=clock.today())
    context = {
        "caseload": now,
        "object_list": now.by_iro,
        "figures": strip(now),
        "definition": DEFINITION,
        "band": band,
        "established": the_council().established_posts,
    }
    return render(request, "cohort/caseloads.html", context)


def strip(now: Caseload) -> list[dict]:
    """The five figures at the head of the page; those that count children open them."""
    children = reverse("children")
    without = f"{children}?care=unallocated"
    tone = "overdue" if now.unallocated else None
    return [
        {"label": "Children looked after", "number": now.children, "href": children},
        {"label": "Full-time posts filled", "number": f"{now.posts.normalize():f}"},
        {"label": "Children per full-time post", "number": now.average},
        {"label": f"IROs over {band.HIGHEST}", "number": now.over_limit},
        {"label": "Without an IRO", "number": now.unallocated, "href": without, "tone": tone},
    ]


@for_roles(*MANAGERS)
def allocation_change(request, pk):
    """Give a child an IRO, or another one."""
    today = clock.today()
    child = get_object_or_404(Child.objects.visible_to(request.user, on=today), pk=pk)
    form = AllocationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        allocate(child, **form.cleaned_data, on=today, by=request.user)
        messages.success(request, f"Saved. {form.cleaned_data['iro']} is the IRO from today.")
        return redirect("child", pk=child.pk)
    now = child.allocations.in_force(on=today).select_related("iro").first()
    return render(request, "cohort/allocation.html", {"form": form, "child": child, "now": now})
