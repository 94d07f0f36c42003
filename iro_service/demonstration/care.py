"""Episodes: legal statuses and placements, one after the other without a gap."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from random import Random

from iro_service.demonstration import published
from iro_service.demonstration.days import TODAY, YEAR_END, working_day_after
from iro_service.demonstration.dice import dice
from iro_service.demonstration.likelihoods import (
    FIRST_PLACES,
    FOSTER,
    LATER_PLACES,
    LEGAL_WAYS,
    PROVIDERS,
    TEENAGER_WAYS,
)
from iro_service.demonstration.profiles import Profile, the_profiles
from statute.ages import age_on


@dataclass(frozen=True)
class Stage:
    """An episode in the making."""

    course: int
    started_on: date
    ended_on: date | None
    reason_new: str
    reason_ended: str | None
    legal_status: str
    need: str
    placement: str
    provider: str


@lru_cache(maxsize=1)
def the_stages() -> list[Stage]:
    """Every episode of every child, those of a child in order."""
    chance = dice("care")
    needs: dict[int, str] = {}
    stages: list[Stage] = []
    for profile in the_profiles().values():
        need = needs.setdefault(profile.course.family, _need(profile, chance))
        stages += _stages(profile, need, chance)
    return _own_homes(stages, chance)


def _need(profile: Profile, chance: Random) -> str:
    if profile.unaccompanied:
        return "N8"
    if profile.disabled and chance.random() < 0.6:
        return "N2"
    return chance.choices(["N1", "N3", "N4", "N5", "N6"], [64, 4, 9, 17, 6])[0]


def _stages(profile: Profile, need: str, chance: Random) -> list[Stage]:
    course = profile.course
    end = course.ended_on or date.max
    # Brothers and sisters are before the court together.
    court = dice(f"court {course.family}")
    status = [(day, value) for day, value in _statuses(profile, court) if day < end]
    places = [(day, value) for day, value in _places(profile, chance) if day < end]
    days = sorted({day for day, _ in [*status, *places]})
    stages = []
    provider = ""
    for n, day in enumerate(days):
        moved = any(day == other for other, _ in places)
        placement = _latest(places, day)
        if moved:
            ways = PROVIDERS.get(placement, FOSTER)
            provider = chance.choices(list(ways), list(ways.values()))[0]
        changed = any(day == other for other, _ in status)
        stages.append(
            Stage(
                course.number,
                day,
                days[n + 1] if n + 1 < len(days) else course.ended_on,
                "S" if n == 0 else ("B" if moved and changed else "P" if moved else "L"),
                "X1" if n + 1 < len(days) else _reason_ended(profile, chance),
                _latest(status, day),
                need,
                placement,
                provider,
            )
        )
    return stages


def _latest(changes: list[tuple[date, str]], day: date) -> str:
    return [value for since, value in changes if since <= day][-1]


def _statuses(profile: Profile, chance: Random) -> list[tuple[date, str]]:
    course, start = profile.course, profile.course.started_on
    if profile.unaccompanied:
        return [(start, "V2")]
    if course.authorised_on:
        return [(start, "C1"), (course.authorised_on, "E1")]
    teenager = age_on(profile.date_of_birth, start) >= 13
    ways = TEENAGER_WAYS if teenager else LEGAL_WAYS
    way = chance.choices(list(ways), list(ways.values()))[0]
    # Longer by up to half; the first days of an emergency are the law's own.
    slower = 1 + chance.random() / 2
    days = [(start + timedelta(days=int(n * slower) if n > 10 else n), ls) for ls, n in way]
    # Courts sit on working days; the first status begins with the period itself.
    return [(working_day_after(day) if day > start else day, ls) for day, ls in days if day < TODAY]


def _places(profile: Profile, chance: Random) -> list[tuple[date, str]]:
    course, day = profile.course, profile.course.started_on
    if course.authorised_on:
        foster = [(day, "U6")]
        adopters = "A5" if course.number % 4 == 0 else "A6"
        return [*foster, (course.placed_on, adopters)] if course.placed_on else foster
    born = profile.date_of_birth
    first = {"U6": 50, "H5": 50} if profile.unaccompanied else _by_age(FIRST_PLACES, born, day)
    if age_on(born, day) < 16:
        first = {place: weight for place, weight in first.items() if place != "H5"}
    places = [(day, chance.choices(list(first), list(first.values()))[0])]
    while True:
        # The first move comes soon, the later ones after a year or more.
        day += timedelta(days=chance.randint(60, 330) * (1 if len(places) == 1 else 4))
        if day < TODAY:
            day = working_day_after(day)
        if day >= (course.ended_on or TODAY):
            return places
        if len(places) > 1 and chance.random() < 0.4:
            return places
        later = _by_age(LATER_PLACES, born, day)
        place = chance.choices(list(later), list(later.values()))[0]
        if place != places[-1][1]:
            places.append((day, place))


def _by_age(table: dict[int, dict[str, int]], born: date, day: date) -> dict[str, int]:
    return table[max(age for age in table if age <= age_on(born, day))]


def _reason_ended(profile: Profile, chance: Random) -> str | None:
    course = profile.course
    if course.ended_on is None:
        return None
    age = age_on(profile.date_of_birth, course.ended_on)
    if course.placed_on:
        return "E11"
    if age >= 18:
        return chance.choices(["E5", "E17", "E6", "E7"], [45, 27, 18, 10])[0]
    if (course.ended_on - course.started_on).days < 60:
        return chance.choices(["E4a", "E4b", "E8"], [60, 32, 8])[0]
    if age >= 16:
        return chance.choices(["E5", "E4a", "E4b", "E13", "E9", "E8"], [30, 28, 20, 8, 6, 8])[0]
    if age >= 5:
        ways = {"E4a": 45, "E45": 14, "E4b": 15, "E41": 8, "E47": 6, "E13": 4, "E3": 4, "E8": 4}
    else:
        ways = {"E4a": 38, "E45": 28, "E47": 12, "E41": 8, "E46": 6, "E3": 4, "E8": 4}
    return chance.choices(list(ways), list(ways.values()))[0]


def _own_homes(stages: list[Stage], chance: Random) -> list[Stage]:
    """The published share of children in residential care lives in the council's own homes."""
    percent = published.headline(
        "children in residential care living in council-run homes, "
        "percent of children in residential care",
        str(YEAR_END),
    )
    homes = [n for n, stage in enumerate(stages) if stage.placement == "K2"]
    counted = [n for n in homes if _in_force(stages[n], YEAR_END)]
    others = [n for n in homes if not _in_force(stages[n], YEAR_END)]
    own = {
        *chance.sample(counted, round(len(counted) * percent / 100)),
        *chance.sample(others, len(others) // 2),
    }
    return [replace(stage, provider="PR1") if n in own else stage for n, stage in enumerate(stages)]


def _in_force(stage: Stage, on: date) -> bool:
    return stage.started_on <= on and (stage.ended_on is None or stage.ended_on > on)
