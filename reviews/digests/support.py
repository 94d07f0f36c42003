"""What the weekly mail says to business support."""

from reviews.chasers.days import OfficeDay
from reviews.digests.section import Section
from reviews.models import Record, Review


def week_of_support(day: OfficeDay) -> list[Section]:
    """Records to send and invitations to send."""
    records = Record.objects.to_send()
    waiting = records.count()
    late = records.filter(distributed_on__isnull=True, distribution_due_on__lt=day.on).count()
    reviews = Review.objects.to_invite(on=day.on).count()
    lines = []
    if waiting:
        past = f", {late} of them past the last day" if late else ""
        lines.append(f"Records to send: {waiting}{past}.")
    if reviews:
        lines.append(f"Booked reviews whose invitations have not all left: {reviews}.")
    return [Section("To do", lines)]
