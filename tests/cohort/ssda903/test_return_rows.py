"""A row is looked at cell by cell, then as a whole; the first fault is said with its value."""

from datetime import date

import pytest

from cohort.ssda903.checking.cells import day
from cohort.ssda903.checking.columns import Fault
from cohort.ssda903.checking.rows import values_of
from cohort.ssda903.staging import EPISODES, HEADER, PREV_PERM, REVIEWS, UASC

ON = date(2026, 11, 23)
GOOD = {
    HEADER: {"CHILD": "A1", "SEX": "2", "DOB": "05/06/2010", "ETHNIC": "wbri"},
    EPISODES: {
        "CHILD": "A1", "DECOM": "01/05/2016", "RNE": "s", "LS": "c2", "CIN": "N1", "PLACE": "U4",
        "DEC": "02/06/2017", "REC": "E4A",
    },
    REVIEWS: {"CHILD": "A1", "DOB": "05/06/2010", "REVIEW": "1/6/2016", "REVIEW_CODE": "pn1"},
    UASC: {"CHILD": "A1", "SEX": "M", "DOB": "2010-06-05", "DUC": ""},
    PREV_PERM: {"CHILD": "A1", "PREV_PERM": "P2", "DATE_PERM": "zz/ZZ/2012"},
}  # fmt: skip


def test_codes_and_days_are_stored_as_the_service_writes_them():
    birth = date(2010, 6, 5)
    assert values_of(HEADER, GOOD[HEADER], on=ON) == ["A1", "F", birth, "WBRI", None, None, None]
    episode = values_of(EPISODES, GOOD[EPISODES], on=ON)
    assert episode[1:4] == [date(2016, 5, 1), "S", "C2"]
    assert episode[7:9] == [date(2017, 6, 2), "E4a"]
    review = values_of(REVIEWS, GOOD[REVIEWS], on=ON)
    assert review == ["A1", birth, date(2016, 6, 1), "PN1", "05/06/2010"]
    assert values_of(UASC, GOOD[UASC], on=ON) == ["A1", "M", birth, None]
    assert values_of(PREV_PERM, GOOD[PREV_PERM], on=ON)[2:] == ["P2", None, "zz/ZZ/2012"]


def test_a_day_may_have_a_midnight_but_not_a_guess():
    assert day("01/04/2016 00:00:00") == date(2016, 4, 1)
    for text in ("01/04/16", "1.4.2016", "2016", "04-01-2016", "٠١/٠٤/٢٠١٦"):
        with pytest.raises(ValueError, match="it must be a day like 31/03/2017"):
            day(text)


def test_an_empty_cell_is_not_the_same_as_no_column():
    without = values_of(EPISODES, GOOD[EPISODES], on=ON)
    empty = values_of(EPISODES, GOOD[EPISODES] | {"PLACE_PROVIDER": "", "URN": ""}, on=ON)
    assert (without[6], without[12], empty[6], empty[12]) == (None, None, "", "")


def test_a_birth_that_is_no_day_is_none_in_a_review_until_the_child_is_known():
    review = values_of(REVIEWS, GOOD[REVIEWS] | {"DOB": "31/02/2010"}, on=ON)
    assert (review[1], review[4]) == (None, "31/02/2010")


@pytest.mark.parametrize(
    ("table", "cells", "column", "sentence"),
    [
        (HEADER, {"CHILD": ""}, "CHILD", "CHILD is empty: it must be the child's reference."),
        (HEADER, {"CHILD": "A" * 21}, "CHILD",
         "CHILD is AAAAAAAAAAAAAAAAAAAAA: it has 21 characters and must have no more than 20."),
        (HEADER, {"SEX": "3"}, "SEX", "SEX is 3: it must be 1 or 2, or M, F or U."),
        (HEADER, {"DOB": ""}, "DOB", "DOB is empty: it must be a day like 31/03/2017."),
        (HEADER, {"DOB": "31/02/2016"}, "DOB", "DOB is 31/02/2016: there is no such day."),
        (HEADER, {"DOB": "05/06/0010"}, "DOB",
         "DOB is 05/06/0010: the year must be 1900 or later."),
        (HEADER, {"DOB": "24/11/2026"}, "DOB",
         "DOB is 24 November 2026: no child is born in the future."),
        (HEADER, {"MOTHER": "2"}, "MOTHER", "MOTHER is 2: it must be 1 for yes or 0 for no."),
        (HEADER, {"MC_DOB": "05/06/2010"}, "MC_DOB",
         "MC_DOB is 5 June 2010: the mother herself was not born then."),
        (HEADER, {"UPN": "A" * 14}, "UPN",
         "UPN is AAAAAAAAAAAAAA: it has 14 characters and must have no more than 13."),
        (EPISODES, {"CIN": "N9"}, "CIN", "CIN is N9: it must be N1 to N8."),
        (EPISODES, {"RNE": "X"}, "RNE", "RNE is X: it must be S, L, P, T, B or U."),
        (EPISODES, {"LS": ""}, "LS", "LS is empty: it must be one of the codes of the return."),
        (EPISODES, {"PLACE_PROVIDER": "PR9"}, "PLACE_PROVIDER",
         "PLACE_PROVIDER is PR9: it must be PR0 to PR5."),
        (EPISODES, {"HOME_POST": "WR1  1AAAA"}, "HOME_POST",
         "HOME_POST is WR1 1AAAA: it has 10 characters and must have no more than 8."),
        (EPISODES, {"DECOM": "24/11/2026"}, "DECOM",
         "DECOM is 24 November 2026: that is in the future."),
        (EPISODES, {"DEC": "01/01/2030"}, "DEC",
         "DEC is 1 January 2030: that is in the future."),
        (EPISODES, {"REC": ""}, "REC",
         "REC is empty, but DEC is 2 June 2017: why the episode ended is missing."),
        (EPISODES, {"DEC": ""}, "DEC",
         "DEC is empty, but REC is E4a: the day it ended is missing."),
        (EPISODES, {"DEC": "30/04/2016"}, "DEC",
         "DEC is 30 April 2016: that is before DECOM, 1 May 2016."),
        (EPISODES, {"PLACE": "K3"}, "PLACE",
         "PLACE is K3: it is used from 1 April 2024, and the episode ended before."),
        (EPISODES, {"PLACE": "H5", "DECOM": "01/04/2024", "DEC": "", "REC": ""}, "PLACE",
         "PLACE is H5: it was used until 31 March 2024, and the episode began later."),
        (REVIEWS, {"CHILD": ""}, "CHILD",
         "CHILD is empty: it must be the child's reference (DfE rule INT08)."),
        (REVIEWS, {"REVIEW": ""}, "REVIEW",
         "REVIEW is empty: it must be a day like 31/03/2017 (DfE rule 166)."),
        (REVIEWS, {"REVIEW": "31/06/2016"}, "REVIEW",
         "REVIEW is 31/06/2016: there is no such day (DfE rule 166)."),
        (REVIEWS, {"REVIEW_CODE": "PN9"}, "REVIEW_CODE",
         "REVIEW_CODE is PN9: it must be PN0 to PN7 (DfE rule 167)."),
        (REVIEWS, {"REVIEW_CODE": ""}, "REVIEW_CODE",
         "REVIEW_CODE is empty: it must be PN0 to PN7 (DfE rule 167)."),
        (UASC, {"DUC": "soon"}, "DUC", "DUC is soon: it must be a day like 31/03/2017."),
        (PREV_PERM, {"DATE_PERM": "2012"}, "DATE_PERM",
         "DATE_PERM is 2012: it must be a day like 31/03/2017, with zz for what is not known."),
        (PREV_PERM, {"DATE_PERM": "31/02/2012"}, "DATE_PERM",
         "DATE_PERM is 31/02/2012: there is no such day."),
        (PREV_PERM, {"LA_PERM": "8850"}, "LA_PERM",
         "LA_PERM is 8850: it has 4 characters and must have no more than 3."),
    ],
)  # fmt: skip
def test_a_row_comes_back_with_a_sentence(table, cells, column, sentence):
    with pytest.raises(Fault) as fault:
        values_of(table, GOOD[table] | cells, on=ON)
    assert (fault.value.column, fault.value.sentence) == (column, sentence)


@pytest.mark.parametrize(
    "cells",
    [
        {"PLACE": "K3", "DEC": "01/04/2024"},
        {"PLACE": "H5", "DECOM": "31/03/2024", "DEC": "", "REC": ""},
        {"DEC": "01/05/2016"},  # ended on the day it began
        {"DECOM": "23/11/2026", "DEC": "", "REC": ""},  # today
    ],
)
def test_what_is_just_in_time_is_taken(cells):
    assert values_of(EPISODES, GOOD[EPISODES] | cells, on=ON)
