"""Episodes: legal statuses and placements, one after the other without a gap."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from random import Random

from iro_service.demonstration import published
from iro_service.demonstration.days import TODAY, YEAR_END
from iro_service.demonstration.dice import dice
from iro_service.demonstration.profiles import Profile, the_profiles
from statute.ages import age_on

# Legal status: the weight of each way it can go, with the days until each change.
LEGAL_WAYS = {
    (("V2", 0),): 12,
    (("V2", 0), ("C1", 90), ("C2", 290)): 24,
    (("C1", 0), ("C2", 200)): 40,
    (("L2", 0), ("C1", 8), ("C2", 210)): 4,
    (("L1", 0), ("V2", 3), ("C1", 40), ("C2", 240)): 3,
    (("V2", 0), ("C2", 400)): 7,
}
TEENAGER_WAYS = {
    (("V2", 0),): 46,
    (("V2", 0), ("C1", 120), ("C2", 330)): 20,
    (("J1", 0), ("V2", 30)): 3,
    (("C1", 0), ("C2", 200)): 17,
}
# By the least age: the weight of each placement to begin with.
FIRST_PLACES = {
    0: {"U6": 70, "U3": 12, "P1": 8, "R3": 10},
    2: {"U6": 74, "U3": 16, "P1": 10},
    10: {"U6": 62, "U3": 10, "P1": 6, "K2": 22},
    15: {"U6": 46, "U3": 6, "P1": 4, "K2": 28, "H5": 14, "R1": 2},
}
LATER_PLACES = {
    0: {"U6": 40, "U4": 20, "U3": 10, "U1": 14, "P1": 16},
    5: {"U4": 50, "U1": 14, "U6": 18, "K2": 12, "P1": 6},
    12: {"U4": 34, "U1": 8, "U6": 16, "K2": 34, "S1": 3, "P1": 5},
    16: {"H5": 34, "P2": 8, "U4": 24, "K2": 24, "U6": 8, "R1": 2},
}
PROVIDERS = {
    "P1": {"PR0": 1},
    "P2": {"PR4": 2, "PR5": 1},
    "H5": {"PR4": 5, "PR5": 3, "PR1": 2},
    "U1": {"PR1": 1},
    "U3": {"PR1": 1},
    "K2": {"PR4": 1},  # which are the council's own is settled for all at once
}
FOSTER = {"PR1": 65, "PR4": 32, "PR5": 3}


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
    return [(day, ls) for day, ls in days if day < TODAY]


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
