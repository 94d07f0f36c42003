"""Advocates and independent visitors: offered, declined, waited for and found over two years."""

from datetime import date, timedelta
from random import Random

from cohort.models import Support
from iro_service.demonstration.children import InCare
from iro_service.demonstration.days import TODAY, working_day_after
from iro_service.demonstration.dice import dice
from statute.ages import age_on

FROM = date(2015, 7, 1)
OLD_ENOUGH = 5
# How many stand so, for an advocate and for an independent visitor.
STANDING = {
    "declined": (9, 5),
    "offered": (4, 3),
    "waiting": (4, 6),
    "matched": (9, 8),
    "ended": (9, 4),
}
WAITS = {"advocate": (3, 25), "visitor": (20, 110)}  # calendar days from referral to match
SUPPORTERS = {
    "advocate": (
        "Bryony Adair, Voices Together",
        "Kofi Larbi, Voices Together",
        "Mina Castell, Voices Together",
        "Theo Garrick, Voices Together",
    ),
    "visitor": (
        "Agnes Thorley",
        "Dominic Fell",
        "Hester Quinnell",
        "Lloyd Abernathy",
        "Pamela Osei",
        "Wilfred Sands",
    ),
}
WHY_ENDED = (
    "The child did not want to go on",
    "What it was about is settled",
    "The child moved away",
    "The visitor stopped volunteering",
)


def load_supports(children: dict[int, InCare]) -> None:
    """About sixty of them, for as many children of 5 and over in care today."""
    chance = dice("supports")
    could = [one for one in children.values() if _could_have_one(one)]
    chosen = iter(chance.sample(could, sum(sum(counts) for counts in STANDING.values())))
    Support.objects.bulk_create(
        [
            _support(next(chosen), service, state, chance)
            for state, counts in STANDING.items()
            for service, count in zip(("advocate", "visitor"), counts, strict=True)
            for _ in range(count)
        ]
    )


def _could_have_one(one: InCare) -> bool:
    course = one.profile.course
    long_enough = course.started_on < TODAY - timedelta(days=180)
    old_enough = age_on(one.child.date_of_birth, max(course.started_on, FROM)) >= OLD_ENOUGH
    return course.in_care(TODAY) and long_enough and old_enough


def _support(one: InCare, service: str, state: str, chance: Random) -> Support:
    shortest, longest = WAITS[service]
    # Who is still to answer, or still waits, was asked lately; the others at any time.
    latest = {"offered": 21, "waiting": longest + 20}.get(state, longest + 60)
    earliest = {"offered": 40, "waiting": longest + 60}.get(state, (TODAY - FROM).days)
    began = max(one.profile.course.started_on, TODAY - timedelta(days=earliest))
    last = TODAY - timedelta(days=4 if state in ("offered", "waiting") else latest)
    offered = _between(began, max(began, last), chance)
    support = Support(child=one.child, service=service, offered_on=offered)
    if state == "declined":
        support.declined_on = support.ended_on = _soon(offered, 10, chance)
        support.reason_ended = "Declined"
    elif state != "offered":
        support.referred_on = _soon(offered, 9, chance)
    if state in ("matched", "ended"):
        found = support.referred_on + timedelta(days=chance.randint(shortest, longest))
        support.matched_on = min(working_day_after(found), TODAY)
        support.supporter = chance.choice(SUPPORTERS[service])
    if state == "ended":
        support.ended_on = _soon(support.matched_on, 200, chance)
        support.reason_ended = chance.choice(WHY_ENDED[: 4 if service == "visitor" else 3])
    return support


def _between(first: date, last: date, chance: Random) -> date:
    day = first + timedelta(days=chance.randint(0, (last - first).days))
    return min(working_day_after(day), TODAY)


def _soon(day: date, within: int, chance: Random) -> date:
    return min(working_day_after(day + timedelta(days=chance.randint(0, within))), TODAY)
