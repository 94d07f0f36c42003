"""Giving children an IRO: those who have none, with proposals; and one child at a time."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.access import for_roles
from accounts.models import MANAGERS, User
from cohort.actions.allocation import call_off
from cohort.forms.allocation import AllocationForm
from cohort.models import Allocation, Child, Cover
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import counted, day_long
from reviews.actions.handing_over import move_children
from reviews.appointments import tell_due_days
from reviews.proposals import ORDER, propose
from reviews.views.scoped import deadlines_now

A_PAGE = 20
PROPOSED = "As proposed: the reasons were shown on the page of children without an IRO"


@for_roles(*MANAGERS)
def to_allocate(request):
    """Children without an IRO, the longest waiting first, with who is proposed; take proposals."""
    on = clock.today()
    if request.method == "POST":
        return _take(request, on)
    waiting = Child.objects.visible_to(request.user, on=on).looked_after(on=on).unallocated(on=on)
    waiting = waiting.with_iro(on=on).with_care(on=on)
    waiting = waiting.order_by(F("looked_after_since").asc(nulls_last=True), "pk")
    page = Paginator(waiting, A_PAGE).get_page(request.GET.get("page"))
    tell_due_days(page, deadlines_now())
    children = list(page)
    coming = {
        one.child_id: one
        for one in Allocation.objects.coming(on=on).filter(child__in=children).select_related("iro")
    }
    choices = propose([child for child in children if child.pk not in coming], on=on)
    found = {choice.child.pk: choice for choice in choices}
    rows = [{"child": c, "choice": found.get(c.pk), "coming": coming.get(c.pk)} for c in children]
    context = {
        "page": page,
        "rows": rows,
        "today": on,
        "order": ORDER,
        "away": _away(on),
        "planned": Allocation.objects.coming(on=on).count(),
        "count_text": counted(page.paginator.count, "child,children") + " without an IRO",
    }
    return render(request, "reviews/allocations/to_allocate.html", context)


@for_roles(*MANAGERS)
def allocations_planned(request):
    """Changes of IRO that are planned and have not begun."""
    planned = Allocation.objects.coming(on=clock.today()).select_related("child", "iro")
    page = Paginator(planned.order_by("started_on", "pk"), 50).get_page(request.GET.get("page"))
    context = {"page": page, "count_text": counted(page.paginator.count, "change")}
    return render(request, "reviews/allocations/planned.html", context)


@for_roles(*MANAGERS)
@require_POST
def allocation_call_off(request, pk):
    """Call off a planned change of IRO."""
    allocation = get_object_or_404(Allocation.objects.select_related("child", "iro"), pk=pk)
    call_off(allocation, on=clock.today(), by=request.user)
    messages.success(request, f"Called off. {allocation.child} does not go to {allocation.iro}.")
    return redirect("allocations_planned")


@for_roles(*MANAGERS)
def allocation_change(request, pk):
    """Give a child an IRO, or another one, from a day on."""
    today = clock.today()
    child = get_object_or_404(Child.objects.visible_to(request.user, on=today), pk=pk)
    form = AllocationForm(request.POST or None, today=today)
    if request.method == "POST" and form.is_valid():
        iro, on = form.cleaned_data["iro"], form.cleaned_data["on"]
        move_children({child: iro}, reason=form.cleaned_data["reason"], on=on, by=request.user)
        when = "today" if on == today else day_long(on)
        messages.success(request, f"Saved. {iro} is the IRO from {when}.")
        return redirect("child", pk=child.pk)
    context = {
        "form": form,
        "child": child,
        "now": child.allocations.in_force(on=today).select_related("iro").first(),
        "coming": child.allocations.coming(on=today).select_related("iro").first(),
        "choice": propose([child], on=today)[0],
    }
    return render(request, "cohort/allocation.html", context)


def _take(request, on):
    """Take the proposals ticked, or the one whose button was pressed."""
    one = request.POST.get("one")
    keys = [one] if one else request.POST.getlist("children")
    picked = {key: request.POST.get(f"iro-{key}", "") for key in keys}
    visible = Child.objects.visible_to(request.user, on=on)
    children = visible.in_bulk([int(key) for key in picked if key.isdecimal()])
    iros = User.objects.in_bulk([int(pk) for pk in picked.values() if pk.isdecimal()])
    to = {
        child: iros[int(picked[str(pk)])]
        for pk, child in children.items()
        if picked[str(pk)].isdecimal() and int(picked[str(pk)]) in iros
    }
    if not to or len(to) < len(picked):
        raise Refusal("Tick the children to allocate, and select an IRO for each of them.")
    move_children(to, reason=PROPOSED, on=on, by=request.user)
    words = [f"{iro} is the IRO of {child}" for child, iro in to.items()]
    told = words[0] if len(words) == 1 else f"{counted(len(words), 'child,children')} have an IRO"
    messages.success(request, f"Saved. {told} from today.")
    return redirect("to_allocate")


def _away(on):
    """Who is away now, or will be."""
    arranged = Cover.objects.filter(ended_on__gt=on).filter(ended_on__gt=F("started_on"))
    return arranged.select_related("away", "covered_by").order_by("started_on", "pk")
