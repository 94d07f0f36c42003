"""How each child took part in each review: the published year exactly, the others likely."""

from functools import lru_cache

from iro_service.demonstration import published
from iro_service.demonstration.course import Held
from iro_service.demonstration.days import RECORDS_FROM, YEAR_END
from iro_service.demonstration.dice import dice
from iro_service.demonstration.profiles import Profile, the_profiles
from statute.ages import age_on

NOT_RECORDED = ""
ATTENDED = ("PN1", "PN2", "PN3")
# The weight of each way of taking part, by how old the child is at least.
WAYS = {
    4: {"PN1": 10, "PN3": 16, "PN5": 4, "PN6": 70},
    8: {"PN1": 30, "PN2": 3, "PN3": 3, "PN5": 6, "PN6": 58},
    12: {"PN1": 50, "PN2": 4, "PN3": 1, "PN5": 7, "PN6": 38},
    16: {"PN1": 58, "PN2": 3, "PN5": 6, "PN6": 33},
}

Codes = dict[tuple[int, Held], str]  # by course and review


@lru_cache(maxsize=1)
def the_codes() -> Codes:
    """The participation code of every review held; empty where it was not recorded."""
    before, year, since = _reviews()
    codes: Codes = {}
    chance = dice("participation")
    figures = published.participation("2016-17")
    year_older = _older(year, codes)
    not_recorded = figures["not_recorded"]
    participated = figures["participated"]
    _share(year_older, participated, not_recorded, codes, chance)
    since_older = _older(since, codes)
    percent = published.headline("participation, percent", "2017-04 to 2017-07")
    _share(
        since_older,
        round(len(since_older) * percent / 100),
        len(since_older) // 60,
        codes,
        chance,
        attended=round(
            len(since_older)
            * published.headline("attendance at reviews, percent", "2017-04 to 2017-07")
            / 100
        ),
    )
    before_older = _older(before, codes)
    _share(before_older, len(before_older) * 8 // 10, len(before_older) // 6, codes, chance)
    return codes


def _reviews():
    """Every review with its child: before the records, in the year, since."""
    every = [(p, review) for p in the_profiles().values() for review in p.course.held]
    return (
        [(p, r) for p, r in every if r.held_on < RECORDS_FROM],
        [(p, r) for p, r in every if RECORDS_FROM <= r.held_on <= YEAR_END],
        [(p, r) for p, r in every if r.held_on > YEAR_END],
    )


def _older(reviews: list[tuple[Profile, Held]], codes: Codes) -> list[tuple[Profile, Held]]:
    """The reviews of children aged 4 and over; the others' code is PN0."""
    older = []
    for profile, review in reviews:
        if age_on(profile.date_of_birth, review.held_on) < 4:
            codes[profile.course.number, review] = "PN0"
        else:
            older.append((profile, review))
    return older


def _share(reviews, participated, not_recorded, codes, chance, *, attended=None) -> None:
    """Give so many a way of taking part, so many none recorded, and the rest none taken."""
    reviews = list(reviews)
    chance.shuffle(reviews)
    for profile, review in reviews[:not_recorded]:
        codes[profile.course.number, review] = NOT_RECORDED
    took_part = reviews[not_recorded : not_recorded + participated]
    for profile, review in took_part:
        age = age_on(profile.date_of_birth, review.held_on)
        ways = WAYS[max(least for least in WAYS if least <= age)]
        code = chance.choices(list(ways), list(ways.values()))[0]
        codes[profile.course.number, review] = code
    apart = reviews[not_recorded + participated :]
    for profile, review in apart:
        codes[profile.course.number, review] = chance.choice(["PN4", "PN7", "PN7"])
    if attended is not None:
        _attend(took_part, apart, attended, codes)


def _attend(took_part, apart, attended, codes) -> None:
    """Change how some took part until so many of the reviews were attended, oldest first."""
    present = sum(codes[p.course.number, r] == "PN4" for p, r in apart)
    ordered = sorted(took_part, key=lambda pair: (pair[0].date_of_birth, pair[0].course.number))
    present += sum(codes[p.course.number, r] in ATTENDED for p, r in ordered)
    for profile, review in ordered if present < attended else reversed(ordered):
        key = (profile.course.number, review)
        if present < attended and codes[key] not in ATTENDED:
            codes[key] = "PN1"
            present += 1
        elif present > attended and codes[key] in ATTENDED:
            codes[key] = "PN6"
            present -= 1
