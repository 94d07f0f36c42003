"""Eighty disputes: informal ones since September 2016, formal ones since June 2017.

One team shows a pattern of delay, one worker repeated practice issues; two went to Cafcass and
three answers are overdue.
"""

import json
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from random import Random

from cohort.models import Allocation, CaseHolding, SocialWorker, Team
from disputes.actions.opening import record_good_practice
from disputes.codes import GROUPS, Group, Theme
from disputes.ladder import DEFAULT, new_ladder
from iro_service.demonstration.days import CALENDAR, RECORDS_FROM, TODAY, working_days
from iro_service.demonstration.dice import dice
from iro_service.demonstration.dispute_courses import ENDED, at, run
from iro_service.demonstration.names import WORDS
from iro_service.demonstration.office import Office
from iro_service.demonstration.people import (
    AMARA,
    ASSISTANT_DIRECTOR,
    DIRECTOR,
    SERVICE_MANAGER,
)
from reviews.models import Decision

DELAYED_TEAM = "Safeguarding South"
REPEATING_WORKER = "Emeka Nwosu"
INFORMAL = working_days(date(2016, 9, 5), date(2017, 5, 31))
FORMAL_FROM = date(2017, 6, 1)
EARLIER, DECIDED = 33, 5

# Since June 2017: the course it took, how many working days ago it was raised, and what is odd.
LATELY: tuple[tuple[str, int, str], ...] = (
    *((name, ago, "") for ago, name in enumerate((
        "agreed", "climbed", "not_upheld", "agreed", "withdrawn", "by_word", "agreed", "climbed",
    ), start=22)),
    *((name, ago, "delay") for ago, name in (
        (33, "climbed"), (32, "agreed"), (31, "skipped"), (29, "agreed"), (27, "climbed"),
        (24, "agreed"), (19, "followed_up"), (16, "answered"), (12, "unanswered"),
        (9, "followed_up"), (5, "waiting"), (2, "waiting"),
    )),
    *((name, ago, "practice") for ago, name in (
        (34, "agreed"), (30, "by_word"), (26, "agreed"), (17, "answered"), (8, "unanswered"),
        (3, "waiting"),
    )),
    *((name, ago, "amara") for ago, name in (
        (20, "action_late"), (14, "answered"), (11, "unanswered"), (10, "meeting"), (4, "informal"),
    )),
    ("to_cafcass", 28, ""), ("to_cafcass_open", 21, ""),
    *((name, ago, "") for ago, name in (
        (18, "followed_up"), (15, "meeting"), (13, "answered"), (5, "waiting"), (4, "informal"),
        (3, "informal"), (2, "informal"), (1, "waiting"), (1, "informal"),
    )),
)  # fmt: skip


@lru_cache(maxsize=1)
def texts() -> dict:
    """What was written in disputes."""
    return json.loads((WORDS / "disputes.json").read_text(encoding="utf-8"))


def load_disputes(office: Office) -> None:
    """The ladder with its people, the disputes and the good practice."""
    people = [None, None, SERVICE_MANAGER, ASSISTANT_DIRECTOR, DIRECTOR]
    rungs = [
        rung._replace(person=who and office.users[who])
        for rung, who in zip(DEFAULT, people, strict=True)
    ]
    new_ladder(rungs, on=RECORDS_FROM)
    chance = dice("disputes")
    cast = Cast(office, chance)
    for on in sorted(chance.sample(INFORMAL, EARLIER)):
        _run(cast, chance.choice(ENDED), on, "", chance)
    for decision in _not_done():
        _run(cast, "decided", decision.outcome_on, "", chance, decision=decision)
    for name, ago, odd in LATELY:
        _run(cast, name, CALENDAR.add_working_days(TODAY, -ago), odd, chance)
    for theme, text in texts()["good"]:
        on = chance.choice(working_days(date(2017, 1, 9), TODAY))
        holding, iro = cast.somebody(on, "")
        record_good_practice(
            holding.child, theme=theme, text=text, team=holding.team, worker=holding.worker,
            on=on, at=at(on), by=iro,
        )  # fmt: skip


def _not_done() -> Iterator[Decision]:
    """Decisions that were not carried out, as their reviews found since June."""
    found = Decision.objects.with_outcome("not_done").filter(outcome_on__gte=FORMAL_FROM)
    found = found.filter(outcome_on__lte=date(2017, 7, 10), review__period__ended_on=None)
    return found.select_related("review__child").order_by("outcome_on", "pk")[:DECIDED]


def _run(cast: "Cast", name: str, on: date, odd: str, chance: Random, *, decision=None) -> None:
    holding, iro = cast.somebody(on, odd, child=decision and decision.review.child)
    theme = Theme.DECISIONS if decision else _theme(odd, chance)
    text, wanted, impact = chance.choice(texts()["themes"][theme])
    run(
        name, holding, iro, chance, texts(), on,
        theme=theme, text=text, wanted=wanted, impact=impact, decision=decision,
    )  # fmt: skip


def _theme(odd: str, chance: Random) -> Theme:
    if odd == "delay":
        return chance.choice([Theme.DRIFT, Theme.DRIFT, Theme.DRIFT, Theme.PLAN_NOT_CARRIED_OUT])
    if odd == "practice":
        return chance.choice([Theme.POOR_PRACTICE, Theme.POOR_PRACTICE, Theme.CONTACT])
    return chance.choice([theme for group in Group for theme in GROUPS[group]])


class Cast:
    """Whose dispute it is: a child held by a team, with an IRO who is still here."""

    def __init__(self, office: Office, chance: Random):
        self.chance, self.used = chance, set()
        self.amara = office.users[AMARA]
        self.team = Team.objects.get(name=DELAYED_TEAM)
        self.worker = SocialWorker.objects.get(name=REPEATING_WORKER)
        allocations = Allocation.objects.open().filter(iro__is_active=True)
        self.iros = {one.child_id: one for one in allocations.select_related("iro")}
        holdings = CaseHolding.objects.filter(worker__isnull=False, ended_on=None)
        holdings = holdings.select_related("child", "team__manager", "worker")
        self.holdings = list(holdings.order_by("pk"))

    def somebody(self, on: date, odd: str, *, child=None):
        """A child with the IRO and team of the day, each child once; odd ones as they must be."""
        fit = [one for one in self.holdings if self._fits(one, on, odd, child)]
        holding = self.chance.choice(fit)
        self.used.add(holding.child_id)
        return holding, self.iros[holding.child_id].iro

    def _fits(self, one: CaseHolding, on: date, odd: str, child) -> bool:
        if child:
            return one.child_id == child.pk
        allocation = self.iros.get(one.child_id)
        if allocation is None or one.child_id in self.used:
            return False
        if max(one.started_on, allocation.started_on) > on:
            return False
        wanted = {"delay": one.team == self.team, "practice": one.worker == self.worker,
                  "amara": allocation.iro == self.amara}  # fmt: skip
        # What is odd stays the odd ones' alone, so that the patterns are plain.
        return wanted[odd] if odd else not wanted["delay"] and not wanted["practice"]
