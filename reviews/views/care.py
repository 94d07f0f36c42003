"""What changes in a child's care: episodes, its end, its new beginning, and plain mistakes."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render

from accounts.access import for_roles
from accounts.models import MANAGERS
from audit.actions import log_look
from cohort.forms.care import BackInCareForm, EndOfCareForm, EpisodeForm, FactsForm
from cohort.models import Child, PeriodOfCare
from cohort.versions import ChangedMeanwhile
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import counted, day_long
from reviews.actions.care import (
    change_care,
    correct_facts,
    end_care,
    plan_missing,
    take_back,
    without_plan,
)
from reviews.forms.in_words import beside
from reviews.models import Review
from reviews.views.intake import EPISODE, PEOPLE, PERIOD
from reviews.views.review import is_booked_late


@for_roles(*MANAGERS)
def episode_add(request, pk):
    """Record a change of legal status or placement; the open review follows the law."""
    child = _the_child(request, pk)
    period = _period_now(child)
    form = EpisodeForm(request.POST or None, period=period, today=clock.today())

    def save():
        _, moved = change_care(period, **form.cleaned_data, at=clock.now(), by=request.user)
        _tell(request, child, moved)

    return _asked(request, child, form, save, "What changed in the child's care?")


@for_roles(*MANAGERS)
def care_end(request, pk):
    """End the child's period of care."""
    child = _the_child(request, pk)
    period = _period_now(child)
    form = EndOfCareForm(request.POST or None, period=period, today=clock.today())

    def save():
        end_care(period, **form.cleaned_data, at=clock.now(), by=request.user)
        messages.success(request, "Saved. Care has ended, and no review is planned any more.")

    lead = (
        "The planned review is cancelled, and the IRO's and the team's part end on that day. "
        "What is still to be written about reviews already held stays to be written."
    )
    return _asked(request, child, form, save, "End the period of care", lead)


@for_roles(*MANAGERS)
def care_restart(request, pk):
    """Record that a child who had left is looked after again, and plan the first review."""
    child = _the_child(request, pk)
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
    return _asked(request, child, form, save, "Looked after again", lead)


@for_roles(*MANAGERS)
def facts_correct(request, pk):
    """Put right what was entered wrongly about who the child is."""
    child = _the_child(request, pk)
    form = FactsForm(request.POST or None, child=child, today=clock.today())

    def save():
        correct_facts(child, **form.cleaned_data, at=clock.now(), by=request.user)
        messages.success(request, "Saved.")

    try:
        return _asked(request, child, form, save, "Correct the facts")
    except ChangedMeanwhile as meanwhile:
        return _beside(request, form, meanwhile)


def _beside(request, form: FactsForm, meanwhile: ChangedMeanwhile):
    """What the other one saved beside what was typed; saving again puts it over that."""
    child = meanwhile.child
    theirs = FactsForm(child=child, today=form.today)
    context = {
        "form": form.over(child),
        "child": child,
        "heading": "Correct the facts",
        "meanwhile": meanwhile,
        "differences": beside(form, theirs),
    }
    return render(request, "reviews/care.html", context, status=409)


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


def _the_child(request, pk: int) -> Child:
    child = get_object_or_404(Child.objects.visible_to(request.user, on=clock.today()), pk=pk)
    if request.method == "GET":
        log_look(subject="child", subject_id=child.pk, page="care", at=clock.now(), by=request.user)
    return child


def _period_now(child: Child) -> PeriodOfCare:
    period = child.periods.open().select_related("child").first()
    if period is None:
        raise Refusal(f"{child.given_name} is not looked after now.")
    return period


def _asked(request, child: Child, form, save, heading: str, lead: str = ""):
    """Ask; once the answers are good, save and go back to the child. Words typed are kept."""
    if request.method == "POST" and form.is_valid():
        try:
            save()
        except ChangedMeanwhile:
            raise
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect("child", pk=child.pk)
    context = {"form": form, "child": child, "heading": heading, "lead": lead}
    return render(request, "reviews/care.html", context)


def _tell(request, child: Child, moved: Review | None) -> None:
    """Say what follows for the planned review, and whether its booking is still in time."""
    planned = moved or Review.objects.planned().filter(child=child).first()
    if planned is None:
        messages.warning(request, "Saved. No review is planned for this child.")
        return
    words = "is now due by" if moved else "stays due by"
    due = f"Saved. The next review {words} {day_long(planned.due_on)}."
    if is_booked_late(planned):
        booked = day_long(planned.booked_for)
        messages.warning(request, f"{due} It is booked for {booked}, which is too late.")
        return
    messages.success(request, due)
