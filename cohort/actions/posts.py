"""IROs' posts."""

from datetime import date
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.models.functions import Greatest

from cohort.models import IROPost
from iro_service.refusals import Refusal


@transaction.atomic
def fill_post(
    iro, *, full_time_equivalent: Decimal, contract: str, started_on: date,
    ended_on: date | None, by,
) -> IROPost:  # fmt: skip
    """Give an IRO a post; one still open ends on the day the new one starts."""
    if not by.is_manager:
        raise Refusal("Only a manager changes posts.")
    if not iro.is_iro:
        raise Refusal(f"{iro} is not an IRO.")
    try:
        with transaction.atomic():
            iro.posts.open().filter(started_on__lt=started_on).update(ended_on=started_on)
            return IROPost.objects.create(
                iro=iro,
                full_time_equivalent=full_time_equivalent,
                contract=contract,
                started_on=started_on,
                ended_on=ended_on,
            )
    except IntegrityError:
        raise Refusal(f"{iro} has another post in some of these days.") from None


@transaction.atomic
def end_posts(iro, *, on: date, by) -> int:
    """End what posts an IRO has on the day, which is the first without them; gives how many.

    One that was to begin later holds for no day.
    """
    if not by.is_manager:
        raise Refusal("Only a manager changes posts.")
    lasting = iro.posts.filter(ended_on__isnull=True) | iro.posts.filter(ended_on__gt=on)
    return lasting.update(ended_on=Greatest(F("started_on"), on))
