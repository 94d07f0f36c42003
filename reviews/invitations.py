"""Who comes to a review: the words, the proposals and the counts."""

from dataclasses import dataclass
from datetime import date

from accounts.models import Role
from cohort.models import CaseHolding
from reviews.codes import Attendee
from reviews.models import Invitation, OutcomeForm, Review

CHILD = "child"
ROLES = [(CHILD, "The child"), *Attendee.choices]
ROLE_WORDS = dict(ROLES)


@dataclass(frozen=True)
class Proposal:
    """Somebody who was there last time, or who always is."""

    role: str
    name: str
    consulted_only: bool = False

    @property
    def role_words(self) -> str:
        """The role in words."""
        return ROLE_WORDS.get(self.role, self.role)


@dataclass(frozen=True)
class Counts:
    """How an invitation list stands."""

    invited: int
    consulted: int
    not_sent: int
    coming: int
    not_coming: int
    views: int


def counts_of(invitations: list[Invitation]) -> Counts:
    """The list in numbers."""
    consulted = sum(one.consulted_only for one in invitations)
    answers = [one.answer for one in invitations]
    return Counts(
        invited=len(invitations) - consulted,
        consulted=consulted,
        not_sent=sum(one.sent_on is None for one in invitations),
        coming=answers.count("coming"),
        not_coming=answers.count("not_coming"),
        views=answers.count("views"),
    )


def reviews_to_arrange(user, *, on: date):
    """Reviews whose invitations the person may see to; business support: those with a day."""
    if user.role == Role.BUSINESS_SUPPORT:
        return Review.objects.planned().filter(booked_for__isnull=False)
    return Review.objects.visible_to(user, on=on)


def proposals(review: Review, *, on: date) -> list[Proposal]:
    """Who could be invited: the child, the social worker, and who was there last time."""
    already = {(one.role, one.name) for one in review.invitations.all()}
    roles = {role for role, _ in already}
    always = [Proposal(CHILD, str(review.child)), *_social_worker(review, on)]
    found = {(one.role, one.name): one for one in [*always, *_last_time(review)]}
    return [
        one
        for key, one in found.items()
        if key not in already
        and (one.role not in (CHILD, "social_worker") or one.role not in roles)
    ]


def _social_worker(review: Review, on: date) -> list[Proposal]:
    held = CaseHolding.objects.in_force(on=on).filter(child=review.child_id)
    holding = held.select_related("worker").first()
    worker = holding and holding.worker
    return [Proposal("social_worker", worker.name)] if worker else []


def _last_time(review: Review) -> list[Proposal]:
    """The last review's list; where none was kept, the roles of those who came."""
    last = (
        Review.objects.held()
        .filter(child=review.child_id)
        .exclude(pk=review.pk)
        .order_by("-held_on")
        .first()
    )
    if last is None:
        return []
    others = last.invitations.exclude(role__in=(CHILD, "social_worker"))
    if kept := [Proposal(one.role, one.name, one.consulted_only) for one in others]:
        return kept
    form = OutcomeForm.objects.submitted().filter(review=last).first()
    came = form.attendees if form else []
    return [Proposal(role, ROLE_WORDS[role]) for role in came if role != "social_worker"]
