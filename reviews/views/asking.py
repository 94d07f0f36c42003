"""What the pages that ask about a child or a register share: the answers, what follows."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from audit.actions import log_look
from cohort.forms.versioned import Versioned
from cohort.models import Child
from cohort.versions import ChangedMeanwhile
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day_long
from reviews.forms.in_words import beside
from reviews.models import Review
from reviews.views.review import is_booked_late


def the_child(request, pk: int, page: str = "care") -> Child:
    """The child, if the person may see them; else 404. That it was opened is kept."""
    child = get_object_or_404(Child.objects.visible_to(request.user, on=clock.today()), pk=pk)
    if request.method == "GET":
        log_look(subject="child", subject_id=child.pk, page=page, at=clock.now(), by=request.user)
    return child


def asked(request, child: Child, form, save, heading: str, lead: str = ""):
    """Ask about a child; once the answers are good, save and go back to the child."""
    context = {"child": child, "heading": heading, "lead": lead}
    to = reverse("child", args=[child.pk])
    return ask(request, "reviews/care.html", form, save, context, to=to)


def ask(request, template: str, form, save, context: dict, *, to: str):
    """Ask; once the answers are good, save and go where `save` says, else to `to`.

    Words typed are kept. Where another person changed the facts meanwhile, theirs are shown
    beside what was typed.
    """
    if request.method == "POST" and form.is_valid():
        try:
            there = save()
        except ChangedMeanwhile as meanwhile:
            context = context | _beside(form, meanwhile)
            return render(request, template, context, status=409)
        except Refusal as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect(there or to)
    return render(request, template, context | {"form": form})


def tell_of_plan(request, child: Child, moved: Review | None) -> None:
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


def _beside(form: Versioned, meanwhile: ChangedMeanwhile) -> dict:
    """What the other one saved beside what was typed; saving again puts it over that."""
    theirs = type(form)(row=meanwhile.row, today=form.today)
    return {
        "form": form.over(meanwhile.row),
        "lead": "",
        "meanwhile": meanwhile,
        "differences": beside(form, theirs),
    }
