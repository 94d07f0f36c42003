"""What IROs did between reviews: midway checks since April 2017, and footprints."""

from collections import defaultdict
from datetime import date, datetime, time
from itertools import pairwise
from random import Random

from cohort.models import Allocation, PeriodOfCare
from iro_service.demonstration.children import BATCH
from iro_service.demonstration.days import CALENDAR, working_days
from iro_service.demonstration.dice import dice
from iro_service.demonstration.following_up import texts
from reviews.models import Footprint, MidwayCheck, Review
from statute.timescales import LONDON, deadline

PRACTICE_FROM = date(2017, 4, 3)  # the service began to check half-way then
LAST_DAY = date(2017, 7, 19)
KINDS = {
    "case_file": 30,
    "social_worker": 30,
    "contact": 20,
    "visit": 10,
    "family": 8,
    "consultation": 2,
}


def load_overseeing() -> None:
    """The checks of planned reviews and of those held since the practice began; footprints."""
    iro_of = _iros()
    _load_checks(iro_of)
    _load_footprints(iro_of)


def _iros():
    """The child's IRO on a day, None before there was one."""
    shares = defaultdict(list)
    for one in Allocation.objects.select_related("iro").order_by("started_on"):
        shares[one.child_id].append(one)

    def iro_of(child_id: int, on: date):
        then = [one for one in shares[child_id] if one.started_on <= on]
        return then[-1].iro if then else None

    return iro_of


def _load_checks(iro_of) -> None:
    chance = dice("midway checks")
    by_period = defaultdict(list)
    for review in Review.objects.order_by("due_on", "pk"):
        by_period[review.period_id].append(review)
    checks = []
    for reviews in by_period.values():
        reviews.sort(key=lambda review: review.held_on or date.max)
        for last, review in pairwise(reviews):
            if last.held_on < review.due_on:
                checks.append(_check(last.held_on, review, iro_of, chance))
    since = [one for one in checks if one.due_on >= PRACTICE_FROM]
    MidwayCheck.objects.bulk_create(since, batch_size=BATCH)


def _check(last_held_on: date, review: Review, iro_of, chance: Random) -> MidwayCheck:
    due_on = deadline("oversight", last_held_on, CALENDAR, until=review.due_on).due_on
    check = MidwayCheck(review=review, due_on=due_on)
    days = chance.choices([-6, -3, -1, 0, 4, 10], [15, 25, 25, 15, 12, 8])[0]
    done_on = CALENDAR.add_working_days(due_on, days) if days else due_on
    done_on = max(done_on, last_held_on)
    if review.held_on:
        done_on = min(done_on, review.held_on)
    iro = iro_of(review.child_id, done_on)
    if done_on <= LAST_DAY and iro and chance.random() < 0.95:
        check.done_on, check.done_by = done_on, iro
        check.outcome = chance.choices(["on_track", "some_drift", "concern"], [84, 14, 2])[0]
        kind = {"some_drift": "drift"}.get(check.outcome, check.outcome)
        check.note = chance.choice(texts()[kind])
    return check


def _load_footprints(iro_of) -> None:
    """Spread over spring and summer; about one child in ten has none."""
    chance = dice("footprints")
    rows = []
    for period in PeriodOfCare.objects.filter(ended_on__isnull=True).order_by("pk"):
        first = max(PRACTICE_FROM, period.started_on)
        days = working_days(first, LAST_DAY)
        number = chance.choices([0, 1, 2, 3, 5], [20, 28, 27, 18, 7])[0]
        for on in sorted(chance.sample(days, min(number, len(days)))):
            kind = chance.choices(list(KINDS), list(KINDS.values()))[0]
            at = datetime.combine(on, time(chance.randint(9, 17), chance.randint(0, 59)), LONDON)
            note = chance.choice(texts()["footprints"][kind])
            if iro := iro_of(period.child_id, on):
                rows.append(
                    Footprint(
                        child_id=period.child_id, kind=kind, on=on, note=note, by=iro, logged_at=at
                    )
                )
    Footprint.objects.bulk_create(rows, batch_size=BATCH)
