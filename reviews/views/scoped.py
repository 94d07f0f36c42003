"""What the pages of one review share: the review a person may see, and who opened it."""

from django.shortcuts import get_object_or_404

from accounts.models import Role
from audit.actions import log_look
from cohort.council import the_council, working_calendar
from iro_service import clock
from reviews.deadlines import Deadlines
from reviews.models import Record, Review

WRITERS = (Role.IRO, Role.PRACTICE_MANAGER)
SENDERS = (*WRITERS, Role.BUSINESS_SUPPORT)
READERS = (*SENDERS, Role.GROUP_MANAGER)


def the_review(request, pk: int) -> Review:
    """The review, if the person may see it; else 404."""
    on = clock.today()
    reviews = Review.objects.visible_to(request.user, on=on).with_iro(on=on)
    return get_object_or_404(reviews.select_related("child", "period", "chair"), pk=pk)


def the_record(request, pk: int) -> Record:
    """The record of a review, if the person may see it; else 404."""
    records = Record.objects.visible_to(request.user, on=clock.today()).select_related(
        "review__child", "review__period", "review__chair", "completed_by", "distributed_by"
    )
    return get_object_or_404(records, review=pk)


def log_opening(request, review: Review, page: str) -> None:
    """Keep that the person opened a page about the review's child."""
    if request.method == "GET":
        log_look(
            subject="child",
            subject_id=review.child_id,
            page=page,
            at=clock.now(),
            by=request.user,
        )


def deadlines_now() -> Deadlines:
    """Due days as they stand now, counted the council's way."""
    return Deadlines(
        on=clock.today(),
        at=clock.now(),
        calendar=working_calendar(),
        count_months_as=the_council().count_months_as,
    )
