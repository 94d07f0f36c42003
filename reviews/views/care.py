"""What changes in a child's care: episodes, its end and its new beginning."""

from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.access import for_roles
from accounts.models import MANAGERS
from cohort.forms.care import BackInCareForm, EndOfCareForm
from cohort.forms.episode import EpisodeForm
from cohort.models import Child, PeriodOfCare
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import counted, day_long
from reviews.actions.care import change_care, end_care, plan_missing, take_back, without_plan
from reviews.models import Review
from reviews.views.asking import asked, tell_of_plan, the_child
from reviews.views.intake import EPISODE, PEOPLE, PERIOD

STILL_UNDER_WAY = (
    "An advocate or independent visitor is still under way: end it below if it goes with care."
)


@for_roles(*MANAGERS)
def episode_add(request, pk):
    """Record a change of legal status or placement; the open review follows the law."""
    child = the_child(request, pk)
    period = _period_now(child)
    form = EpisodeForm(request.POST or None, period=period, today=clock.today())

    def save():
        _, moved = change_care(period, **form.cleaned_data, at=clock.now(), by=request.user)
        tell_of_plan(request, child, moved)

    return asked(request, child, form, save, "What changed in the child's care?")


@for_roles(*MANAGERS)
def care_end(request, pk):
    """End the child's period of care."""
    child = the_child(request, pk)
    period = _period_now(child)
    form = EndOfCareForm(request.POST or None, period=period, today=clock.today())

    def save():
        end_care(period, **form.cleaned_data, at=clock.now(), by=request.user)
        messages.success(request, "Saved. Care has ended, and no review is planned any more.")
        if child.supports.open().exists():
            messages.warning(request, STILL_UNDER_WAY)

    lead = (
        "The planned review is cancelled, and the IRO's and the team's part end on that day. "
        "What is still to be written about reviews already held stays to be written."
    )
    return asked(request, child, form, save, "End the period of care", lead)


@for_roles(*MANAGERS)
def care_restart(request, pk):
    """Record that a child who had left is looked after again, and plan the first review."""
    child = the_child(request, pk)
    if child.periods.open().exists():
        raise Refusal(f"{child.given_name} is looked after already.")
    last = child.allocations.select_related("iro").first()
    known = {"iro": last.iro_id} if last and last.iro.is_active else {}
    form = BackInCareForm(request.POST or None, child=child, today=clock.today(), initial=known)

    def save():
        parts = [{name: form.cleaned_data[name] for name in names} for names in (PERIOD, EPISODE)]
        people = {name: form.cleaned_data[name] for name in PEOPLE}
        review = take_back(
            child, period=parts[0], episode=parts[1], **people, at=clock.now(), by=request.user
        )
        messages.success(request, f"Saved. The first review is due by {day_long(review.due_on)}.")

    lead = "A new period of care starts the clocks afresh: a first review in 20 working days."
    return asked(request, child, form, save, "Looked after again", lead)


@for_roles(*MANAGERS)
def plans_missing(request):
    """Children looked after without a planned review, of whom there should be none; plan them."""
    on = clock.today()
    if request.method == "POST":
        done = plan_missing(at=clock.now(), by=request.user)
        messages.success(request, f"{counted(done.planned, 'review')} planned.")
        for sentence in done.refused:
            messages.warning(request, sentence)
        return redirect("plans_missing")
    periods = without_plan(on=on).select_related("child").order_by("started_on", "pk")
    stray = Review.objects.planned().filter(period__ended_on__lte=on).select_related("child")
    context = {"object_list": list(periods), "stray": list(stray)}
    return render(request, "reviews/plans_missing.html", context)


def _period_now(child: Child) -> PeriodOfCare:
    period = child.periods.open().select_related("child").first()
    if period is None:
        raise Refusal(f"{child.given_name} is not looked after now.")
    return period
