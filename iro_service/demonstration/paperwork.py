"""Outcome forms and records: when each was handed in, completed and sent."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from random import Random

from iro_service.demonstration.days import (
    CALENDAR,
    RECORDS_FROM,
    TODAY,
    YEAR_END,
    working_days,
)
from iro_service.demonstration.diary import Sitting, the_sittings
from iro_service.demonstration.dice import dice
from iro_service.demonstration.people import AMARA
from statute.timescales import LONDON, deadline

OVERDUE, AMARAS_OVERDUE = 25, 3  # records past their day on the business day, hers among them
TO_SEND = 15
LAST_MOMENT = datetime(2017, 7, 19, 19, 0, tzinfo=LONDON)
LAST_DAY = date(2017, 7, 19)


@dataclass
class Papers:
    """The outcome form and the record of one review."""

    sitting: Sitting
    submitted_at: datetime
    remind_on: date
    due_on: date
    distribution_due_on: date
    completed_on: date | None = None
    distributed_on: date | None = None


@lru_cache(maxsize=1)
def the_papers() -> list[Papers]:
    """The papers of every review held since the records began."""
    chance = dice("paperwork")
    papers = [_papers(s, chance) for s in the_sittings() if s.review.held_on >= RECORDS_FROM]
    overdue = _overdue(papers, chance)
    for paper in papers:
        if id(paper) not in overdue:
            paper.completed_on = _completed_on(paper, chance)
    completed = [paper for paper in papers if paper.completed_on]
    completed.sort(key=lambda p: (p.completed_on, p.sitting.course.number))
    for paper in completed[:-TO_SEND]:
        sent = CALENDAR.add_working_days(paper.completed_on, chance.choice([0, 1, 1, 2, 3, 5, 8]))
        paper.distributed_on = max(paper.completed_on, min(sent, LAST_DAY))
    return papers


def _papers(sitting: Sitting, chance: Random) -> Papers:
    held_on = sitting.review.held_on

    def due(rule: str) -> date:
        return deadline(rule, held_on, CALENDAR).due_on

    return Papers(
        sitting,
        _submitted_at(sitting.at, chance),
        due("record_first_reminder"),
        due("record_completed"),
        due("record_distributed"),
    )


def _submitted_at(held_at: datetime, chance: Random) -> datetime:
    """Within 24 hours more and more often, as the service got used to it."""
    in_time = 0.70 if held_at.date() <= YEAR_END else 0.82 if held_at.month < 6 else 0.95
    same_day = held_at.replace(hour=17) + timedelta(minutes=chance.randint(5, 110))
    if chance.random() < in_time:
        next_day = held_at + timedelta(days=1) - timedelta(minutes=chance.randint(15, 200))
        moment = next_day if CALENDAR.is_working_day(next_day.date()) else same_day
        moment = moment if 8 <= moment.hour <= 19 and chance.random() < 0.5 else same_day
    else:
        day = CALENDAR.add_working_days(held_at.date(), chance.randint(2, 9))
        moment = datetime.combine(day, time(chance.randint(9, 17), chance.randint(0, 59)), LONDON)
    return moment if moment <= LAST_MOMENT else same_day


def _overdue(papers: list[Papers], chance: Random) -> set[int]:
    """The records nobody has completed although their day is past."""
    could = [
        paper
        for paper in papers
        if paper.due_on < TODAY and paper.sitting.review.held_on >= date(2017, 3, 6)
    ]
    hers = [paper for paper in could if paper.sitting.chair == AMARA]
    others = [paper for paper in could if paper.sitting.chair != AMARA]
    chosen = [
        *chance.sample(hers, AMARAS_OVERDUE),
        *chance.sample(others, OVERDUE - AMARAS_OVERDUE),
    ]
    return {id(paper) for paper in chosen}


def _completed_on(paper: Papers, chance: Random) -> date | None:
    """Not done as a matter of routine in 2016-17; better afterwards."""
    held_on = paper.sitting.review.held_on
    in_time = 0.56 if held_on <= YEAR_END else 0.75
    days = chance.randint(6, 20) if chance.random() < in_time else chance.randint(21, 48)
    day = CALENDAR.add_working_days(held_on, days)
    if day <= LAST_DAY:
        return day
    if paper.due_on >= TODAY:
        return None
    # Past its day, and not one of those left over: completed in the last weeks.
    possible = working_days(max(held_on, date(2017, 6, 26)), LAST_DAY)
    return chance.choice(possible)
