"""What happened to plans in July 2017: one of everything among Amara Lindqvist's children."""

from collections import defaultdict
from datetime import date, datetime, timedelta

from django.contrib.auth import get_user_model
from django.utils import timezone

from iro_service.demonstration.children import BATCH
from iro_service.demonstration.days import TODAY, working_day_before
from iro_service.demonstration.people import AMARA
from reviews.actions.booking import book_together, bring_forward
from reviews.actions.life import add_part, adjourn_review, cancel_review
from reviews.actions.striking import ask_to_strike
from reviews.models import PlanChange, Review
from statute.timescales import LONDON

Kind, AskedBy = PlanChange.Kind, PlanChange.AskedBy
BEFORE = timedelta(days=12)  # bookings were made about so long before
MEETING = datetime(2017, 8, 2, 16, 30, tzinfo=LONDON)
MONDAY = datetime(2017, 7, 17, 16, 20, tzinfo=LONDON)


def load_happenings() -> None:
    """The log of every booking, and one of everything else that may happen to a plan."""
    amara = get_user_model().objects.get(email=AMARA.email)
    _load_bookings()
    soon = list(_hers(amara).filter(booked_for__date__gt=TODAY, meeting=None).order_by("pk"))
    later = list(_hers(amara).filter(booked_for=None, due_on__gt=TODAY + timedelta(days=35)))
    later = sorted(later, key=lambda review: (review.due_on, review.pk))[:3]
    _book_anew(soon[0], amara)
    asked = {"at": MONDAY, "by": amara}
    cancel_review(soon[1], reason="The school closed the room for building work", **asked)
    _bring_forward(later[0], amara)
    adjourn_review(
        later[1],
        adjourned_on=date(2017, 7, 13),
        reason="The new carer could not come, and the plan depends on her",
        **asked,
    )
    add_part(
        later[2], held_on=date(2017, 7, 12), with_whom="the child and the carer, at home", **asked
    )
    add_part(later[2], held_on=date(2017, 7, 17), with_whom="the parents and the school", **asked)
    _put_siblings_together(amara, apart_from=[*soon[:2], *later])
    _say_it_was_an_error(amara)


def _hers(amara):
    """Her children's planned reviews that are not overdue, whose last one is a while ago."""
    planned = Review.objects.planned().with_iro(on=TODAY).filter(iro_pk=amara.pk)
    return planned.filter(due_on__gt=TODAY, base_on__lt=date(2017, 7, 1)).select_related(
        "child", "period"
    )


def _load_bookings() -> None:
    """Each review booked since the records began was booked once, by its chair."""
    booked = Review.objects.planned().filter(booked_for__isnull=False, chair__isnull=False)
    rows = []
    for review in booked.order_by("pk"):
        day = timezone.localtime(review.booked_for).date()
        made_on = working_day_before(max(review.base_on, min(day, TODAY) - BEFORE))
        rows.append(
            PlanChange(
                review=review,
                kind=Kind.BOOKED,
                day_before=review.due_on,
                day_after=day,
                at=datetime(made_on.year, made_on.month, made_on.day, 11, 5, tzinfo=LONDON),
                by_id=review.chair_id,
            )
        )
    PlanChange.objects.bulk_create(rows, batch_size=BATCH)


def _book_anew(review: Review, amara) -> None:
    day = timezone.localtime(review.booked_for).date()
    PlanChange.objects.create(
        review=review, kind=Kind.REBOOKED, asked_by=AskedBy.CARER,
        reason="The carer is at hospital that day.",
        day_before=day, day_after=day, at=MONDAY, by=amara,
    )  # fmt: skip


def _bring_forward(review: Review, amara) -> None:
    bring_forward(
        review,
        booked_for=datetime(2017, 7, 27, 16, 30, tzinfo=LONDON),
        place="At the foster home",
        chair=amara,
        asked_by=AskedBy.CHILD,
        reason="Wants to talk about seeing the grandparents before the summer.",
        at=MONDAY,
        by=amara,
    )


def _put_siblings_together(amara, *, apart_from: list[Review]) -> None:
    """The first family of hers with two reviews to come has them in one meeting."""
    families = defaultdict(list)
    to_come = (
        _hers(amara)
        .filter(due_on__gte=MEETING.date())
        .exclude(booked_for__date__lte=TODAY)
        .exclude(pk__in=[review.pk for review in apart_from])
    )
    for review in to_come.order_by("due_on", "pk"):
        families[review.child.family_name].append(review)
    together = next((found for found in families.values() if len(found) > 1), None)
    if together:
        book_together(
            together, booked_for=MEETING, place="At the foster home",
            chair=amara, asked_by=AskedBy.PARENT, reason="One journey for their mother.",
            at=MONDAY, by=amara,
        )  # fmt: skip


def _say_it_was_an_error(amara) -> None:
    """One waits for a second person; nothing is taken out, so no figure moves."""
    held = Review.objects.held().filter(chair=amara, held_on__gte=date(2017, 6, 1))
    ask_to_strike(
        held.order_by("-held_on", "pk").first(),
        reason="Entered twice: this was the visit, not the review.",
        on=date(2017, 7, 18),
        by=amara,
    )
