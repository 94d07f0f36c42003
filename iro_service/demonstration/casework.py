"""Which team and which social worker holds each child's case, from when to when."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from iro_service.demonstration.days import TODAY
from iro_service.demonstration.dice import dice
from iro_service.demonstration.people import TEAMS
from iro_service.demonstration.profiles import Profile
from statute.ages import birthday

NORTH = ("Bromsgrove", "Redditch", "Wyre Forest")


@dataclass(frozen=True)
class Holding:
    """A team's time with one child; no worker: one is still to be named."""

    course: int
    team: str
    worker: str | None
    started_on: date
    ended_on: date | None


def holdings(profiles: list[Profile]) -> list[Holding]:
    """Who holds each case; brothers and sisters with one worker."""
    rows: list[Holding] = []
    load: Counter[str] = Counter()
    known: dict[tuple[int, str], str] = {}  # by family and team
    for profile in profiles:
        course = profile.course
        # One run of chance a family, so that its children meet the same people.
        chance = dice(f"casework {course.family}")
        teams = _teams(profile)
        ends = [day for day, _ in teams[1:]] + [course.ended_on]
        for (day, team), end in zip(teams, ends, strict=True):
            least = min(chance.sample(TEAMS[team][1].split(", "), 3), key=lambda w: load[w])
            worker = known.setdefault((course.family, team), least)
            load[worker] += end is None
            waiting = end is None and chance.random() < 0.012
            rows.append(Holding(course.number, team, None if waiting else worker, day, end))
    return rows


def _teams(profile: Profile) -> list[tuple[date, str]]:
    """The teams in order, each with its first day."""
    course, start = profile.course, profile.course.started_on
    area = "North" if profile.district in NORTH else "South"
    if profile.disabled:
        teams = [(start, "Children with Disabilities")]
    elif profile.unaccompanied:
        teams = [(start, "Through Care")]
    else:
        later = start + timedelta(days=150 + course.family % 60)
        teams = [
            (start, f"Safeguarding {area}"),
            (later, f"Looked After Children {area}"),
            (birthday(profile.date_of_birth, 17), "Through Care"),
        ]
    if course.authorised_on:
        teams = [*teams[:1], (course.authorised_on, "Permanence")]
    first, *rest = teams
    kept = [first]
    for day, team in sorted(rest):
        until = min(course.ended_on or TODAY, TODAY)
        if max(start, kept[-1][0]) < day < until:
            kept.append((day, team))
    return kept
