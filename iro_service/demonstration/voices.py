"""What children say on their own pages, and who is asked to the reviews to come."""

import json
from collections import Counter
from datetime import datetime, time, timedelta
from functools import lru_cache
from random import Random

from accounts.models import Role
from cohort.models import CaseHolding, Episode
from iro_service.demonstration.days import CALENDAR, TODAY
from iro_service.demonstration.dice import dice
from iro_service.demonstration.names import WORDS
from iro_service.demonstration.office import Office
from iro_service.demonstration.people import AMARA, FIRST
from reviews.invitations import ROLE_WORDS
from reviews.models import ChildsPage, Invitation, Review
from reviews.voice import OPEN_DAYS, the_day
from reviews.voice_codes import link_hash
from statute.ages import age_on
from statute.timescales import LONDON, deadline

OTHERS = ("carer", "mother", "school", "supervising_worker", "health")
BEFORE, LATELY, AFTER = 12, 6, 26  # pages for reviews to come, for those held lately, feedback
AMARAS = 8  # of the feedback
ANSWERED = 0.6


def load_voices(office: Office) -> None:
    """Invitations, social workers' reports, and children's own pages."""
    chance = dice("voices")
    to_come = list(
        Review.objects.planned()
        .filter(booked_for__date__gte=TODAY)
        .select_related("child", "chair")
        .order_by("booked_for", "pk")
    )
    _load_invitations(to_come, office, chance)
    _load_reports(to_come, chance)
    _load_views(to_come, office, chance)
    _load_feedback(office, chance)


def _load_invitations(reviews: list[Review], office: Office, chance: Random) -> None:
    """Sent for the next days, listed for those after, and not thought of yet for the rest."""
    holdings = CaseHolding.objects.in_force(on=TODAY).filter(
        child__in=[r.child_id for r in reviews]
    )
    workers = {one.child_id: one.worker for one in holdings.select_related("worker")}
    sender = office.users[FIRST[Role.BUSINESS_SUPPORT]]
    rows = []
    for n, review in enumerate(reviews):
        if n % 5 == 4:
            continue
        sent = n % 5 < 3
        people = [("child", str(review.child))]
        if worker := workers.get(review.child_id):
            people.append(("social_worker", worker.name))
        people += [(role, ROLE_WORDS[role]) for role in OTHERS[: chance.randint(2, 5)]]
        for role, name in people:
            answer = chance.choice(("coming", "coming", "not_coming", "", "")) if sent else ""
            rows.append(
                Invitation(
                    review=review,
                    role=role,
                    name=name,
                    consulted_only=role == "health",
                    sent_on=CALENDAR.add_working_days(TODAY, -chance.randint(3, 6))
                    if sent
                    else None,
                    sent_by=sender if sent else None,
                    answer="views" if role == "health" and answer else answer,
                    views="Growing well. No concerns." if role == "health" and answer else "",
                    answered_on=CALENDAR.add_working_days(TODAY, -chance.randint(0, 2))
                    if answer
                    else None,
                )
            )
    Invitation.objects.bulk_create(rows)


def _load_reports(reviews: list[Review], chance: Random) -> None:
    """Most came in time, some late, and some of those due have not come."""
    for review in reviews:
        due_on = deadline("social_workers_report", the_day(review), CALENDAR).due_on
        review.report_due_on = due_on
        come = CALENDAR.add_working_days(due_on, chance.choice((-2, -1, -1, 0, 0, 1)))
        if come < TODAY and chance.random() < 0.7:
            review.report_received_on = come
    Review.objects.bulk_update(reviews, ["report_due_on", "report_received_on"], batch_size=500)


def _load_views(to_come: list[Review], office: Office, chance: Random) -> None:
    """Pages for the next reviews and some held lately, those of Amara's children first."""
    lately = Review.objects.held_between(TODAY - timedelta(days=40), TODAY)
    held = lately.select_related("child", "chair").order_by("-held_on", "pk")
    hers_first = sorted(to_come, key=lambda review: review.chair != office.users[AMARA])
    chosen = _of_age(hers_first, BEFORE, "views") + _of_age(held, LATELY, "views")
    pages, used = [], Counter()
    for n, review in enumerate(chosen):
        page = _page(review, "views", the_day(review) - timedelta(days=14), chance)
        if n % 4 != 3:
            _write(page, review, used, finished=n % 4 != 2 or bool(review.held_on))
        if review.held_on and n % 2:
            page.shared_at = _at(review.held_on, 9)
        pages.append(page)
    ChildsPage.objects.bulk_create(pages)


def _load_feedback(office: Office, chance: Random) -> None:
    """Asked of children reviewed since April; most answered."""
    held = Review.objects.held_between(TODAY.replace(month=4, day=1), TODAY - timedelta(days=2))
    rows = held.select_related("child", "chair").order_by("-held_on", "pk")
    hers = _of_age(rows.filter(chair=office.users[AMARA]), AMARAS, "feedback")
    theirs = _of_age(rows.exclude(chair=office.users[AMARA])[::9], AFTER - AMARAS, "feedback")
    pages, used = [], Counter()
    for n, review in enumerate([*hers, *theirs]):
        page = _page(review, "feedback", review.held_on + timedelta(days=1), chance)
        page.expires_on = review.held_on + timedelta(days=1 + OPEN_DAYS)
        if n < AMARAS - 1 or chance.random() < ANSWERED:
            _write(page, review, used, finished=True)
        pages.append(page)
    ChildsPage.objects.bulk_create(pages)


def _of_age(reviews, number: int, kind: str) -> list[Review]:
    """The first of those with a foster home whose age some words suit."""
    fostered = set(
        Episode.objects.in_force(on=TODAY)
        .filter(placement__startswith="U")
        .values_list("period__child", flat=True)
    )
    chosen: list[Review] = []
    each: Counter[int] = Counter()
    for review in reviews:
        few = each[review.chair_id] < 3 or kind == "feedback"
        if len(chosen) < number and few and review.child_id in fostered and _words(review, kind):
            chosen.append(review)
            each[review.chair_id] += 1
    return chosen


@lru_cache(maxsize=1)
def _bank() -> dict[str, list[list]]:
    return json.loads((WORDS / "voices.json").read_text(encoding="utf-8"))


def _words(review: Review, kind: str) -> list[dict]:
    age = age_on(review.child.date_of_birth, the_day(review))
    return [answers for youngest, oldest, answers in _bank()[kind] if youngest <= age <= oldest]


def _page(review: Review, kind: str, made_on, chance: Random) -> ChildsPage:
    made_on = min(CALENDAR.add_working_days(made_on, 1), CALENDAR.add_working_days(TODAY, -1))
    return ChildsPage(
        review=review,
        kind=kind,
        code_hash=link_hash(f"{chance.getrandbits(256):x}"),  # nobody was told it
        made_at=_at(made_on, 10),
        made_by=review.chair,
        expires_on=the_day(review) + timedelta(days=1),
    )


def _write(page: ChildsPage, review: Review, used: Counter, *, finished: bool) -> None:
    """Fill it in the same evening, so far as the child got, in words seldom used before."""
    could = _words(review, page.kind)
    answers = min(could, key=lambda one: used[id(one)])
    used[id(answers)] += 1
    said = list(answers.items())
    kept = said if finished else said[:3]
    page.answers = {
        key: {"choice": choice, "words": words} for key, (choice, words) in kept if choice or words
    }
    page.opened_at = page.made_at.replace(hour=17)
    page.saved_at = page.made_at.replace(hour=17, minute=8)
    page.finished_at = page.saved_at if finished else None


def _at(day, hour: int) -> datetime:
    return datetime.combine(day, time(hour), tzinfo=LONDON)
