"""Who the children of the plan are: born when, from where, alone or with brothers and sisters."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from iro_service.demonstration import published
from iro_service.demonstration.births import born_between, far_enough, leavers_births
from iro_service.demonstration.course import Course
from iro_service.demonstration.days import RECORDS_FROM, TODAY, YEAR_END
from iro_service.demonstration.dice import dice
from iro_service.demonstration.plan import the_plan
from iro_service.demonstration.slots import Slot, all_slots

OLDEST = ("14_to_15", "16_plus")
YOUNGEST = ("under_1", "1_to_4")


@dataclass
class Profile:
    """A child: everything about them but their name and their care."""

    course: Course
    date_of_birth: date
    sex: str
    district: str | None
    unaccompanied: bool = False
    disabled: bool = False
    status_before: str = "NONE"


@lru_cache(maxsize=1)
def the_profiles() -> dict[int, Profile]:
    """The profile of each child of the plan, by the number of the course."""
    profiles = _Fitting().fit()
    chance = dice("groups")
    both_days = [
        p for p in profiles.values() if p.course.in_care(YEAR_END) and p.course.in_care(TODAY)
    ]
    disabled = published.headline("looked-after children with a disability, full time", str(TODAY))
    could = [p for p in both_days if not (p.unaccompanied or p.course.authorised_on or _is_baby(p))]
    for profile in chance.sample(could, disabled):
        profile.disabled = True
    _give_status_before(profiles, chance)
    return profiles


def _is_baby(profile: Profile) -> bool:
    return profile.date_of_birth > date(2015, 3, 31)


class _Fitting:
    """Gives each child looked after on 31 March 2017 a slot; brothers and sisters one district."""

    def __init__(self) -> None:
        self.chance = dice("profiles")
        self.slots = all_slots(self.chance)
        self.profiles: dict[int, Profile] = {}
        self.families: dict[int, list[Course]] = defaultdict(list)
        for course in the_plan():
            self.families[course.family].append(course)

    def fit(self) -> dict[int, Profile]:
        counted = [c for c in the_plan() if c.in_care(YEAR_END)]
        alone = [c for c in counted if len(self.families[c.family]) == 1]
        self._unaccompanied([c for c in alone if not c.authorised_on])
        for course in alone:
            if course.authorised_on:
                self._place([course], YOUNGEST)
        together = [
            [c for c in family if c.in_care(YEAR_END)]
            for family in self.families.values()
            if len(family) > 1
        ]
        # The longest in care first: they cannot be young, and those who came last can be all.
        for family in sorted(together, key=lambda f: (-len(f), f[0].started_on if f else TODAY)):
            if family:
                self._place(family)
        for course in sorted(alone, key=lambda c: c.started_on):
            if course.number not in self.profiles:
                self._place([course])
        self._leavers()
        return dict(sorted(self.profiles.items()))

    def _unaccompanied(self, alone: list[Course]) -> None:
        number = published.headline("unaccompanied asylum-seeking children", str(TODAY))
        could = [c for c in alone if c.in_care(TODAY) and c.started_on >= date(2015, 6, 1)]
        came = [c for c in could if c.started_on >= RECORDS_FROM]
        before = [c for c in could if c.started_on < RECORDS_FROM]
        this_year = number * 3 // 5
        chosen = [
            *self.chance.sample(came, this_year),
            *self.chance.sample(before, number - this_year),
        ]
        for n, course in enumerate(chosen):
            self._place([course], OLDEST, {"F"} if n < 3 else {"M"}, nowhere=n >= 3)
            self.profiles[course.number].unaccompanied = True

    def _place(self, courses, bands=(), sexes=frozenset("MF"), *, nowhere=False) -> None:
        """Find slots in one district that fit all the courses, with days of birth to match."""
        for attempt in range(400):
            districts = [d for d, left in self.slots.items() if len(left) >= len(courses)]
            weights = [len(self.slots[d]) for d in districts]
            district = self.chance.choices(districts, weights)[0]
            if nowhere and attempt < 20:
                district = None
            chosen = self._fitting(courses, district, bands, sexes)
            births = chosen and self._births(courses, chosen)
            if births:
                for course, slot, born in zip(courses, chosen, births, strict=True):
                    self.slots[district].remove(slot)
                    self.profiles[course.number] = Profile(course, born, slot.sex, district)
                return
        raise ValueError(f"No place in the table fits family {courses[0].family}.")

    def _fitting(self, courses, district, bands, sexes) -> list[Slot]:
        free = list(self.slots[district])
        chosen = []
        for course in courses:
            fit = [
                slot
                for slot in free
                if slot.births[0] < course.started_on
                and (not bands or slot.band in bands)
                and slot.sex in sexes
            ]
            if not fit:
                return []
            chosen.append(self.chance.choice(fit))
            free.remove(chosen[-1])
        return chosen

    def _births(self, courses, slots) -> list[date]:
        births: list[date] = []
        for course, slot in zip(courses, slots, strict=True):
            born = born_between(course, *slot.births, self.chance)
            if born is None or not far_enough(born, births):
                return []
            births.append(born)
        return births

    def _leavers(self) -> None:
        """Those not in the table: so many of their reviews under 4 that the year's add up."""
        rest = [c for c in the_plan() if c.number not in self.profiles]
        districts = list(self.slots)
        births = leavers_births(rest, self.profiles, self.families, self.chance)
        for course in rest:
            known = [p for p in self.profiles.values() if p.course.family == course.family]
            district = known[0].district if known else self.chance.choice(districts)
            sex = self.chance.choice("MMMMMFFFFF")
            self.profiles[course.number] = Profile(course, births[course.number], sex, district)


def _give_status_before(profiles: dict[int, Profile], chance) -> None:
    """The published counts for the year's starts; likely ones for the others; families alike."""
    families: dict[int, list[Profile]] = defaultdict(list)
    for profile in profiles.values():
        families[profile.course.family].append(profile)
    left = dict(published.status_before())
    groups = list(families.values())
    chance.shuffle(groups)
    groups.sort(key=lambda group: not group[0].unaccompanied)  # they had none here
    for group in groups:
        within_year = RECORDS_FROM <= group[0].course.started_on <= YEAR_END
        if group[0].unaccompanied:
            status = "NONE"
        elif within_year:
            status = chance.choices(list(left), list(left.values()))[0]
        else:
            status = chance.choices(["CP", "CIN", "NONE"], [58, 27, 15])[0]
        for profile in group:
            if within_year:
                if not left[status]:
                    status = max(left, key=lambda s: left[s])
                left[status] -= 1
            profile.status_before = status
