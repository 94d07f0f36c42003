"""A child's age in whole years, and the age bands of the annual report."""

from datetime import date

# In order, youngest first: key, words.
BANDS: dict[str, str] = {
    "under_1": "Under 1",
    "1_to_4": "1 to 4",
    "5_to_10": "5 to 10",
    "11_to_13": "11 to 13",
    "14_to_15": "14 to 15",
    "16_plus": "16 and over",
}
_FROM_AGE = {"16_plus": 16, "14_to_15": 14, "11_to_13": 11, "5_to_10": 5, "1_to_4": 1, "under_1": 0}


def birthday(date_of_birth: date, age: int) -> date:
    """The day on which a child born on `date_of_birth` becomes `age`, in whole years.

    Born on 29 February, it is 1 March where there is no such day: on 28 February the year is
    not yet over. Source: Family Law Reform Act 1969, s9 (an age is reached when its
    anniversary begins); its reading for 29 February is the usual one, not a rule of statute.
    """
    year = date_of_birth.year + age
    try:
        return date_of_birth.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def age_on(date_of_birth: date, day: date) -> int:
    """The child's age on `day`, in whole years.

    Raises ValueError before birth. Source: as for birthday.
    """
    if day < date_of_birth:
        raise ValueError("The day is before the child was born.")
    years = day.year - date_of_birth.year
    return years if birthday(date_of_birth, years) <= day else years - 1


def age_band(age: int) -> str:
    """The key in BANDS of an age in whole years.

    Raises ValueError for a negative age. Source: the tables of the 2016/17 annual report.
    """
    if age < 0:
        raise ValueError("An age is 0 years or more.")
    return next(band for band, youngest in _FROM_AGE.items() if age >= youngest)
