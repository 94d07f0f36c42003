"""Places in the published table of 31 March 2017: one a child, by district, sex and age band."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from dateutil.relativedelta import relativedelta

from iro_service.demonstration import published
from iro_service.demonstration.days import YEAR_END

AGES = {
    "under_1": (0, 1),
    "1_to_4": (1, 5),
    "5_to_10": (5, 11),
    "11_to_13": (11, 14),
    "14_to_15": (14, 16),
    "16_plus": (16, 18),
}
BIRTHS = {
    band: (
        YEAR_END - relativedelta(years=too_old) + timedelta(days=1),
        YEAR_END - relativedelta(years=youngest),
    )
    for band, (youngest, too_old) in AGES.items()
}


@dataclass(frozen=True)
class Slot:
    """One child of the table."""

    district: str | None
    sex: str
    band: str

    @property
    def births(self) -> tuple[date, date]:
        """The first and the last day of birth that give the age band on 31 March 2017."""
        return BIRTHS[self.band]


def all_slots(chance: Random) -> dict[str | None, list[Slot]]:
    """The slots of each district, in chance order: sexes and bands joined to fit both margins."""
    slots: dict[str | None, list[Slot]] = {}
    for district in published.districts():
        sexes = [sex for sex, number in district.sexes.items() for _ in range(number)]
        bands = [band for band, number in district.bands.items() for _ in range(number)]
        if district.name is None:
            # Mostly young men who came on their own: the first sexes go with the oldest.
            bands.reverse()
        else:
            chance.shuffle(sexes)
        joined = [Slot(district.name, sex, band) for sex, band in zip(sexes, bands, strict=True)]
        chance.shuffle(joined)
        slots[district.name] = joined
    return slots
