"""Before a review: who is invited or asked, what they answered, the social worker's report."""

from collections.abc import Iterable
from datetime import date

from django.db import IntegrityError, transaction

from iro_service.refusals import Refusal
from iro_service.templatetags.house import day as in_words
from reviews.actions.planning import due_day
from reviews.models import Invitation, Review
from reviews.voice import the_day


@transaction.atomic
def invite(review: Review, *, name: str, role: str, consulted_only: bool, by) -> Invitation:
    """Put a person on the list of a review to come, once in a role."""
    if not Review.objects.planned().filter(pk=review.pk).exists():
        raise Refusal("This review was held or cancelled, so nobody can be invited to it.")
    try:
        with transaction.atomic():
            return Invitation.objects.create(
                review=review, name=name, role=role, consulted_only=consulted_only
            )
    except IntegrityError as error:
        raise Refusal(f"{name} is on the list already.") from error


@transaction.atomic
def take_off(invitation: Invitation, *, by) -> None:
    """Take a person off the list, unless their invitation was sent."""
    # Asked in the deletion itself: it may be marked as sent at this very moment.
    unsent = Invitation.objects.filter(pk=invitation.pk, sent_on__isnull=True, answer="")
    if not unsent.delete()[0]:
        raise Refusal(f"{invitation.name} was invited already, and stays on the list.")


@transaction.atomic
def mark_sent(review: Review, *, invitations: Iterable[int], on: date, by) -> int:
    """Keep that invitations left on the day; the number of those that were not marked before."""
    unsent = Invitation.objects.filter(review=review, pk__in=invitations, sent_on__isnull=True)
    return unsent.update(sent_on=on, sent_by=by)


@transaction.atomic
def keep_answer(invitation: Invitation, *, answer: str, views: str, on: date, by) -> Invitation:
    """Keep what an invited person answered; a later answer takes its place."""
    if answer == Invitation.Answer.VIEWS and not views.strip():
        raise Refusal(f"Write down what {invitation.name} said.")
    Invitation.objects.filter(pk=invitation.pk).update(
        answer=answer, views=views, answered_on=on if answer else None
    )
    invitation.refresh_from_db()
    return invitation


@transaction.atomic
def receive_report(review: Review, *, received_on: date | None, on: date, by) -> Review:
    """Keep the day the social worker's report came, or that it has not come after all."""
    if received_on and received_on > on:
        raise Refusal("The report cannot have come on a day that is still to come.")
    if received_on and received_on < review.base_on:
        raise Refusal(f"The report is for a review counted from {in_words(review.base_on)}.")
    if not review.booked_for and not review.held_on:
        raise Refusal("Book the review first: the report is due before its day.")
    Review.objects.filter(pk=review.pk).update(
        report_received_on=received_on,
        report_due_on=review.report_due_on or report_due_on(review),
    )
    review.refresh_from_db()
    return review


def report_due_on(review: Review) -> date | None:
    """The last day of the social worker's report, once the review has a day."""
    if not review.booked_for and not review.held_on:
        return None
    return due_day("social_workers_report", the_day(review))
