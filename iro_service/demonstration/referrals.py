"""Referrals for advocacy since 2016: with those already made, as many as were published."""

from datetime import date, timedelta
from random import Random

from cohort.models import Support
from iro_service.demonstration import published
from iro_service.demonstration.children import BATCH, InCare
from iro_service.demonstration.days import (
    RECORDS_FROM,
    TODAY,
    YEAR_END,
    working_day_after,
    working_day_before,
    working_days,
)
from iro_service.demonstration.dice import dice

YEAR = "2016-17"
OLD_ENOUGH = 5
ADVOCATES = (
    "Bryony Adair, Voices Together",
    "Kofi Larbi, Voices Together",
    "Mina Castell, Voices Together",
    "Theo Garrick, Voices Together",
)
ASKED_FOR_BY_THE_CHILD = 0.2  # without an offer before
THOUGHT_BETTER_OF_IT = 0.1
STILL_MATCHED = 0.12  # of those in care today
SINCE = 26  # referrals from April 2017 on, the demonstration's own
# Children who were offered an advocate and did not want one, for each who was referred.
ONLY_OFFERED = 0.25
WHY_ENDED = (
    "What it was about is settled",
    "What it was about is settled",
    "The child did not want to go on",
    "The child moved away",
)


def load_referrals(children: dict[int, InCare]) -> None:
    """Advocates asked for, year by year, for children who were looked after then."""
    chance = dice("advocacy 2016-17")
    in_the_year = published.headline("advocacy referrals received", YEAR)
    number = in_the_year - _referred_already(RECORDS_FROM, YEAR_END)
    _load_between(RECORDS_FROM, YEAR_END, number, children, chance)
    _load_between(YEAR_END + timedelta(days=1), TODAY, SINCE, children, chance)


def _referred_already(first: date, last: date) -> int:
    rows = Support.objects.filter(referred_on__range=(first, last))
    return rows.filter(service=Support.Service.ADVOCATE).count()


def _load_between(
    first: date, last: date, number: int, children: dict[int, InCare], chance: Random
) -> None:
    taken = set(Support.objects.values_list("child", flat=True))
    here = [one for one in children.values() if one.child.pk not in taken]
    could = [(one, days) for one in here if (days := _days(one, first, last))]
    chosen = chance.sample(could, number + round(number * ONLY_OFFERED))
    rows = [_referred(one, chance.choice(days), chance) for one, days in chosen[:number]]
    rows += [_only_offered(one, chance.choice(days), chance) for one, days in chosen[number:]]
    Support.objects.bulk_create(rows, batch_size=BATCH)


def _days(one: InCare, first: date, last: date) -> list[date]:
    """The working days on which somebody could have asked for the child."""
    course = one.profile.course
    if course.regime == "short_breaks":
        return []
    fifth = one.child.date_of_birth + timedelta(days=OLD_ENOUGH * 366)
    if course.ended_on:
        last = min(last, course.ended_on - timedelta(days=30))
    # What happened in the last four weeks is told already: some wait, some are to answer.
    last = min(last, TODAY - timedelta(days=28))
    return working_days(max(course.started_on + timedelta(days=10), first, fifth), last)


def _referred(one: InCare, referred: date, chance: Random) -> Support:
    support = Support(child=one.child, service=Support.Service.ADVOCATE, referred_on=referred)
    if chance.random() >= ASKED_FOR_BY_THE_CHILD:
        before = working_day_before(referred - timedelta(days=chance.randint(0, 9)))
        support.offered_on = max(before, one.profile.course.started_on)
    if chance.random() < THOUGHT_BETTER_OF_IT:
        return _declined(support, referred, one, chance)
    support.matched_on = _later(referred, chance.randint(3, 25), one)
    support.supporter = chance.choice(ADVOCATES)
    if one.profile.course.ended_on is None and chance.random() < STILL_MATCHED:
        return support
    support.ended_on = _later(support.matched_on, chance.randint(20, 110), one)
    support.reason_ended = chance.choice(WHY_ENDED)
    return support


def _only_offered(one: InCare, offered: date, chance: Random) -> Support:
    support = Support(child=one.child, service=Support.Service.ADVOCATE, offered_on=offered)
    return _declined(support, offered, one, chance)


def _declined(support: Support, after: date, one: InCare, chance: Random) -> Support:
    support.declined_on = support.ended_on = _later(after, chance.randint(0, 10), one)
    support.reason_ended = "Declined"
    return support


def _later(day: date, days: int, one: InCare) -> date:
    """So many days later, while the child is looked after and not after today."""
    ended = one.profile.course.ended_on or TODAY
    return max(day, min(working_day_after(day + timedelta(days=days)), ended, TODAY))
