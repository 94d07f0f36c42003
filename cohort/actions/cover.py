"""Who is away, and who covers for them."""

from datetime import date

from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.models.functions import Greatest

from cohort.models import Cover
from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words


@transaction.atomic
def arrange_cover(away, *, covered_by, started_on: date, ended_on: date, by) -> Cover:
    """Let another IRO see and chair for one's children from a day to the day of the return."""
    _refuse_all_but_managers(by)
    if sentence := why_not_covered(away, covered_by, started_on, ended_on):
        raise Refusal(f"{sentence}.")
    try:
        with transaction.atomic():
            return Cover.objects.create(
                away=away, covered_by=covered_by, started_on=started_on, ended_on=ended_on
            )
    except IntegrityError:
        raise Refusal(f"{covered_by} covers for {away} in some of these days already.") from None


@transaction.atomic
def end_cover(cover: Cover, *, on: date, by) -> Cover:
    """End a cover on the day, sooner than arranged; one not begun yet then holds for no day."""
    _refuse_all_but_managers(by)
    back_on = max(on, cover.started_on)
    if Cover.objects.filter(pk=cover.pk, ended_on__gt=back_on).update(ended_on=back_on) != 1:
        raise Refusal("This cover has ended already.")
    cover.refresh_from_db()
    return cover


@transaction.atomic
def end_absences(away, *, on: date, by) -> int:
    """End the covers arranged for an IRO who leaves, on the first day without them."""
    _refuse_all_but_managers(by)
    arranged = Cover.objects.filter(away=away, ended_on__gt=on)
    return arranged.update(ended_on=Greatest(F("started_on"), on))


def why_not_covered(away, covered_by, started_on: date, ended_on: date) -> str:
    """Why the one cannot cover for the other in these days; else ''."""
    if away.pk == covered_by.pk:
        return "Nobody covers for themselves. Select another IRO"
    if ended_on <= started_on:
        return "The day they are back must be after the day they go"
    days = {"started_on__lt": ended_on, "ended_on__gt": started_on}
    if gone := covered_by.absences.filter(**days).order_by("started_on").first():
        return (
            f"{covered_by} is away from {in_words(gone.started_on)}, "
            f"back on {in_words(gone.ended_on)}"
        )
    if for_whom := away.covers.filter(**days).select_related("away").first():
        return f"{away} covers for {for_whom.away} in these days. Find that cover first"
    if mine := away.absences.filter(**days).select_related("covered_by").first():
        return (
            f"{mine.covered_by} covers for {away} until {in_words(mine.ended_on)} already. "
            "End that first"
        )
    return ""


def _refuse_all_but_managers(by) -> None:
    if not by.is_manager:
        raise Refusal("Only a manager arranges cover.")
