"""Age on the day decides which participation codes may be recorded, and the report's bands."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statute.ages import BANDS, age_band, age_on, birthday
from statute.participation import (
    CODES,
    DEFAULT_PARTICIPATED,
    code_is_right,
    codes_for,
)

FOUR_AND_OVER = ("PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7")


@pytest.mark.parametrize(
    ("held_on", "codes"),
    [
        (date(2013, 5, 20), ("PN0",)),  # born that day
        (date(2017, 5, 19), ("PN0",)),  # the day before the 4th birthday
        (date(2017, 5, 20), ("PN0", *FOUR_AND_OVER)),  # on it, both pass
        (date(2017, 5, 21), FOUR_AND_OVER),
        (date(2030, 5, 20), FOUR_AND_OVER),
    ],
)
def test_the_codes_for_a_child_born_on_20_may_2013(held_on, codes):
    assert codes_for(date(2013, 5, 20), held_on) == codes


def test_a_child_born_on_29_february_turns_four_on_the_next_one():
    assert codes_for(date(2012, 2, 29), date(2016, 2, 28)) == ("PN0",)
    assert codes_for(date(2012, 2, 29), date(2016, 2, 29)) == ("PN0", *FOUR_AND_OVER)
    assert codes_for(date(2012, 2, 29), date(2016, 3, 1)) == FOUR_AND_OVER


def test_a_review_before_birth_has_no_code():
    with pytest.raises(ValueError, match="before the child was born"):
        codes_for(date(2013, 5, 20), date(2013, 5, 19))


def test_a_code_is_checked_against_the_age_on_the_day():
    born = date(2013, 5, 20)
    assert code_is_right("PN0", born, date(2017, 5, 20))
    assert code_is_right("PN1", born, date(2017, 5, 20))
    assert not code_is_right("PN1", born, date(2015, 5, 20))
    assert not code_is_right("PN0", born, date(2020, 5, 20))
    assert not code_is_right("PN8", born, date(2020, 5, 20))
    assert not code_is_right("", born, date(2020, 5, 20))


def test_attending_and_participating_are_two_things():
    told = {code.code: (code.attended, code.participated) for code in CODES.values()}
    assert told == {
        "PN0": (None, None),
        "PN1": (True, True),
        "PN2": (True, True),
        "PN3": (True, True),
        "PN4": (True, False),  # there, and silent
        "PN5": (False, True),
        "PN6": (False, True),  # not there, and heard
        "PN7": (False, False),
    }
    participated = tuple(code for code, (_, took_part) in told.items() if took_part)
    assert participated == DEFAULT_PARTICIPATED
    assert list(CODES) == sorted(CODES)


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2010, 6, 15), date(2010, 6, 15), 0),
        (date(2010, 6, 15), date(2011, 6, 14), 0),
        (date(2010, 6, 15), date(2011, 6, 15), 1),
        (date(2000, 3, 31), date(2017, 3, 31), 17),
        (date(2000, 4, 1), date(2017, 3, 31), 16),
        # Born on 29 February: a year older on 1 March, not on the 28th.
        (date(2012, 2, 29), date(2017, 2, 28), 4),
        (date(2012, 2, 29), date(2017, 3, 1), 5),
        (date(2012, 2, 29), date(2016, 2, 28), 3),
        (date(2012, 2, 29), date(2016, 2, 29), 4),
    ],
)
def test_the_age_of_a_child_on_a_day(born, day, age):
    assert age_on(born, day) == age


def test_nobody_has_an_age_before_birth():
    with pytest.raises(ValueError, match="before the child was born"):
        age_on(date(2010, 6, 15), date(2010, 6, 14))


@given(st.dates(date(1990, 1, 1), date(2020, 12, 31)), st.integers(0, 25))
def test_a_child_becomes_an_age_on_its_birthday_and_not_the_day_before(born, age):
    reached = birthday(born, age)
    assert age_on(born, reached) == age
    if age:
        assert age_on(born, reached.fromordinal(reached.toordinal() - 1)) == age - 1


@pytest.mark.parametrize(
    ("ages", "band"),
    [
        ([0], "under_1"),
        ([1, 4], "1_to_4"),
        ([5, 10], "5_to_10"),
        ([11, 13], "11_to_13"),
        ([14, 15], "14_to_15"),
        ([16, 17, 21], "16_plus"),
    ],
)
def test_the_bands_of_the_report(ages, band):
    assert {age_band(age) for age in ages} == {band}


def test_the_bands_run_from_the_youngest_to_the_oldest_and_all_have_words():
    assert list(dict.fromkeys(age_band(age) for age in range(19))) == list(BANDS)
    assert all(BANDS.values())


def test_a_negative_age_has_no_band():
    with pytest.raises(ValueError, match="0 years or more"):
        age_band(-1)
