"""Plain mistakes in what is recorded of a child and their care, put right or taken out."""

from django.contrib import messages
from django.shortcuts import get_object_or_404

from accounts.access import for_roles
from accounts.models import MANAGERS
from cohort.corrections import misfit, neighbours, why_not_gone
from cohort.forms.episode import EpisodeCorrectionForm
from cohort.forms.facts import FactsForm, PermanenceBeforeForm
from cohort.forms.period import PeriodCorrectionForm, TakeOutForm
from cohort.models import Episode, PeriodOfCare, PreviousPermanence
from iro_service import clock
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.actions import correcting_care
from reviews.actions.care import correct_facts
from reviews.views.asking import asked, tell_of_plan, the_child

WHAT_FOLLOWS = (
    "For what was entered wrongly. What really changed is a new episode. The planned review "
    "follows the corrected facts; the history keeps what stood here before."
)


@for_roles(*MANAGERS)
def facts_correct(request, pk: int):
    """Put right what was entered wrongly about who the child is."""
    child = the_child(request, pk)
    form = FactsForm(request.POST or None, row=child, today=clock.today())

    def save():
        correct_facts(child, **form.cleaned_data, at=clock.now(), by=request.user)
        messages.success(request, "Saved.")

    return asked(request, child, form, save, "Correct the facts")


@for_roles(*MANAGERS)
def permanence_before(request, pk: int):
    """Record how the child had last left care for good, in any council."""
    child = the_child(request, pk)
    now = PreviousPermanence.objects.filter(child=child).first()
    known = {n: getattr(now, n) for n in ("option", "authority", "ordered_on")} if now else {}
    form = PermanenceBeforeForm(request.POST or None, initial=known)

    def save():
        today = clock.today()
        correcting_care.correct_permanence_before(
            child, **form.cleaned_data, on=today, by=request.user
        )
        messages.success(request, "Saved.")

    lead = "How the child had left the care of any council before, as the SSDA903 return asks."
    return asked(request, child, form, save, "Permanence before this care", lead)


@for_roles(*MANAGERS)
def episode_correct(request, pk: int):
    """Put an episode's day and facts right."""
    episode = get_object_or_404(Episode.objects.select_related("period"), pk=pk)
    child = the_child(request, episode.period.child_id)
    form = EpisodeCorrectionForm(request.POST or None, row=episode, today=clock.today())

    def save():
        _, moved = correcting_care.correct_episode(
            episode, **form.cleaned_data, at=clock.now(), by=request.user
        )
        tell_of_plan(request, child, moved)
        _warn_of_next(request, episode)

    heading = f"Correct the episode of {in_words(episode.started_on)}"
    return asked(request, child, form, save, heading, WHAT_FOLLOWS)


@for_roles(*MANAGERS)
def episode_take_out(request, pk: int):
    """Take out an episode that never was."""
    episode = get_object_or_404(Episode.objects.select_related("period"), pk=pk)
    child = the_child(request, episode.period.child_id)
    if sentence := why_not_gone(episode):
        raise Refusal(f"{sentence}.")
    form = TakeOutForm(request.POST or None)

    def save():
        moved = correcting_care.take_out_episode(
            episode, **form.cleaned_data, at=clock.now(), by=request.user
        )
        tell_of_plan(request, child, moved)

    lead = f"{episode.get_legal_status_display()}; {episode.get_placement_display()}. "
    lead += "The episode before it goes on in its place."
    heading = f"Take out the episode of {in_words(episode.started_on)}"
    return asked(request, child, form, save, heading, lead)


@for_roles(*MANAGERS)
def period_correct(request, pk: int):
    """Put a period of care right."""
    period = get_object_or_404(PeriodOfCare, pk=pk)
    child = the_child(request, period.child_id)
    form = PeriodCorrectionForm(request.POST or None, row=period, today=clock.today())

    def save():
        now, moved = correcting_care.correct_period(
            period, **form.cleaned_data, at=clock.now(), by=request.user
        )
        if now.ended_on:
            messages.success(request, "Saved.")
        else:
            tell_of_plan(request, child, moved)

    return asked(request, child, form, save, "Correct the period of care", WHAT_FOLLOWS)


@for_roles(*MANAGERS)
def period_take_out(request, pk: int):
    """Take out a period of care that never was."""
    period = get_object_or_404(PeriodOfCare, pk=pk)
    child = the_child(request, period.child_id)
    if sentence := correcting_care.why_not_without_period(period):
        raise Refusal(f"{sentence}.")
    form = TakeOutForm(request.POST or None)

    def save():
        correcting_care.take_out_period(
            period, **form.cleaned_data, at=clock.now(), by=request.user
        )
        messages.success(request, "Saved. The period of care was taken out.")

    lead = f"Care from {in_words(period.started_on)}, with its episodes and its planned review."
    return asked(request, child, form, save, "Take out the period of care", lead)


def _warn_of_next(request, episode: Episode) -> None:
    """Say where the episode after it does not fit any more."""
    episode.refresh_from_db()
    _, after = neighbours(episode)
    if after and (sentence := misfit(episode, after)):
        messages.warning(request, f"{sentence}. Correct that episode too.")
