"""Children change their IRO, and with them the chair of what is booked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from cohort.actions.allocation import allocate_each
from cohort.actions.cover import end_absences
from cohort.actions.posts import end_posts
from cohort.models import Allocation, Child
from iro_service.refusals import Refusal
from reviews.leaving import leaving
from reviews.models import Meeting, Review


@dataclass(frozen=True)
class HandedOver:
    """What was moved."""

    children: int
    reviews: int  # booked, with another chair now
    left: int  # booked in a meeting with children who stay: the chair is the same


@transaction.atomic
def move_children(to: Mapping[Child, User], *, reason: str, on: date, by: User) -> HandedOver:
    """Give each child another IRO from the day on, all or none.

    A booked review from that day on that the IRO before was to chair gets the new IRO as chair;
    one of a meeting shared with children who stay keeps its chair.
    """
    if not to:
        raise Refusal("Select the children to move.")
    before = dict(
        Allocation.objects.in_force(on=on)
        .filter(child__in=[child.pk for child in to])
        .values_list("child", "iro")
    )
    # Who hands in an outcome form holds the review and then waits for the child; so does this.
    planned = Review.objects.planned().filter(child__in=[child.pk for child in to])
    booked = _locked(planned.filter(booked_for__gte=_begin_of(on)))
    allocate_each(to, reason=reason, on=on, by=by)
    chaired = [one for one in booked if one.chair_id and one.chair_id == before.get(one.child_id)]
    iros = {child.pk: iro for child, iro in to.items()}
    handed = _hand_over(chaired, iros)
    return HandedOver(len(to), handed, len(chaired) - handed)


@transaction.atomic
def let_go(
    iro: User, *, last_day: date, to: Mapping[Child, User], reason: str, on: date, by: User
) -> HandedOver:
    """End an IRO's posts after the last day and give each of their children another IRO.

    The reviews they were to chair afterwards get the IRO of the child as chair. Refuses while
    anything of theirs would be left without an IRO.
    """
    first_without = last_day + timedelta(days=1)
    theirs = Review.objects.planned().filter(chair=iro)
    booked = _locked(theirs.filter(booked_for__gte=_begin_of(first_without)))
    User.objects.select_for_update().get(pk=iro.pk)  # nobody gives them a child meanwhile
    found = leaving(iro, last_day=last_day, on=on)
    if sentences := found.why_not(to):
        raise Refusal(" ".join(f"{sentence}." for sentence in sentences))
    now = {one.child: to[one.child] for one in found.held}
    allocate_each(now, reason=reason, keep_later=True, on=first_without, by=by)
    for one in found.coming:
        Allocation.objects.filter(pk=one.pk).update(iro=to[one.child], reason=reason)
    handed = _hand_over(booked, _iros_then(booked, to))
    end_posts(iro, on=first_without, by=by)
    end_absences(iro, on=first_without, by=by)
    return HandedOver(len(found.children), handed, 0)


def _locked(reviews) -> list[Review]:
    return list(reviews.select_for_update(of=("self",)).order_by("pk"))


def _hand_over(reviews: list[Review], iros: Mapping[int, User | None]) -> int:
    """Give the reviews their child's IRO as chair; a meeting has one, and all of it or none."""
    mine = {review.pk for review in reviews}
    shared = Review.objects.planned().filter(meeting__in=[r.meeting_id for r in reviews])
    staying = {r.meeting_id for r in shared if r.pk not in mine}
    chairs: dict[int, User | None] = {}  # of each meeting: the IRO of the first of its children
    handed = 0
    for review in reviews:
        iro = iros.get(review.child_id)
        if review.meeting_id in staying:
            continue
        if review.meeting_id:
            iro = chairs.setdefault(review.meeting_id, iro)
        Review.objects.filter(pk=review.pk).update(chair=iro)
        handed += 1
    for meeting, iro in chairs.items():
        Meeting.objects.filter(pk=meeting).update(chair=iro)
    return handed


def _iros_then(booked: list[Review], to: Mapping[Child, User]) -> dict[int, User | None]:
    """Of each child, even of one whose IRO is another already, the IRO who is to chair."""
    iros: dict[int, User | None] = {child.pk: iro for child, iro in to.items()}
    for review in booked:
        if review.child_id not in iros and review.booked_for:
            day = timezone.localtime(review.booked_for).date()
            then = Allocation.objects.in_force(on=day).filter(child=review.child_id)
            allocation = then.select_related("iro").first()
            iros[review.child_id] = allocation.iro if allocation else None
    return iros


def _begin_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
