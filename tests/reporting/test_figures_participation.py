"""How children took part, with the three states kept apart."""

from datetime import date

import pytest

from reporting.figures import figures
from tests.factories import (
    HeldReviewFactory,
    OutcomeFormFactory,
    PeriodFactory,
    PublishedYearFactory,
)

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)
FOURTH = date(2016, 10, 3)  # the 4th birthday of a child born on 3 October 2012


def review(code, born=date(2005, 1, 1), held_on=FOURTH):
    period = PeriodFactory(started_on=date(2014, 1, 6), child__date_of_birth=born)
    return HeldReviewFactory(
        period=period, held_on=held_on, due_on=held_on, base_on=held_on, participation_code=code
    )


def participation(year="2016-17"):
    return figures(year, on=TODAY)["participation"]


def this_year():
    return participation()["by_year"][-1]


@pytest.mark.parametrize(
    ("code", "participated", "attended"),
    [
        ("PN1", 1, 1),
        ("PN2", 1, 1),
        ("PN3", 1, 1),
        ("PN4", 0, 1),
        ("PN5", 1, 0),
        ("PN6", 1, 0),
        ("PN7", 0, 0),
    ],
)
def test_what_each_code_says(council, code, participated, attended):
    review(code)
    year = this_year()
    assert (year["participated"], year["attended"]) == (participated, attended)
    assert year["not_participated"] == 1 - participated


def test_a_review_without_a_code_is_neither_of_the_two(council):
    review("")
    year = this_year()
    assert (year["participated"], year["not_participated"], year["not_recorded"]) == (0, 0, 1)


def test_both_rates_are_given(council):
    for code in ("PN1", "PN7", "", ""):
        review(code)
    year = this_year()
    assert str(year["participated_percent"]) == "25.0"
    assert str(year["participated_percent_of_recorded"]) == "50.0"
    assert str(year["not_recorded_percent"]) == "50.0"


@pytest.mark.parametrize(
    ("held_on", "counted"),
    [(date(2016, 10, 2), 0), (date(2016, 10, 3), 1), (date(2016, 10, 4), 1)],
)
def test_a_review_without_a_code_counts_from_the_4th_birthday(council, held_on, counted):
    review("", born=date(2012, 10, 3), held_on=held_on)
    assert this_year()["reviews_aged_4_and_over"] == counted


def test_pn0_on_the_4th_birthday_says_that_the_child_counts_as_under_four(council):
    review("PN0", born=date(2012, 10, 3))
    assert this_year()["reviews_aged_4_and_over"] == 0
    assert participation()["by_code"]["PN0"] == 1


def test_the_three_states_add_up_to_all_reviews(council):
    for code in ("PN1", "PN4", "PN7", "PN6", ""):
        review(code)
    review("PN0", born=date(2014, 1, 2), held_on=date(2016, 10, 3))
    year = this_year()
    states = year["participated"] + year["not_participated"] + year["not_recorded"]
    assert states == year["reviews_aged_4_and_over"] == 5


def test_the_codes_with_those_not_recorded_add_up(council):
    for code in ("PN1", "PN1", "PN7", ""):
        review(code)
    by_code = participation()["by_code"]
    assert list(by_code) == [f"PN{n}" for n in range(8)] + ["not_recorded"]
    assert (by_code["PN1"], by_code["PN7"], by_code["not_recorded"]) == (2, 1, 1)


def test_which_codes_count_is_the_councils_choice(council):
    council.participated_codes = ["PN1", "PN4"]
    council.save()
    for code in ("PN1", "PN4", "PN6"):
        review(code)
    assert this_year()["participated"] == 2


def test_a_published_year_tells_participation_and_nothing_of_attendance(council):
    PublishedYearFactory(
        year="2015-16", reviews_aged_4_and_over=1463, participated=987, not_recorded=409
    )
    year = participation()["by_year"][1]
    assert (year["participated"], year["not_participated"], year["not_recorded"]) == (987, 67, 409)
    assert str(year["participated_percent"]) == "67.5"
    assert (year["attended"], year["basis"]) == (None, "published")


def test_a_year_neither_recorded_nor_published_is_not_known(council):
    year = participation()["by_year"][0]
    assert year["reviews_aged_4_and_over"] is None
    assert year["participated_percent"] is None
    assert set(participation("2014-15")["by_code"].values()) == {None}


def test_reviews_are_told_by_the_childs_age_group_and_disability(council):
    review("PN1", born=date(2012, 10, 3))  # four on the day
    review("PN7", born=date(2005, 10, 4))  # ten, eleven the day after
    review("", born=date(2005, 10, 3))
    told = participation()
    rows = {row["key"]: row for row in told["by_age"]}
    keys = ("reviews", "participated", "not_participated", "not_recorded")
    assert [rows["4_to_10"][key] for key in keys] == [2, 1, 1, 0]
    assert [rows["11_to_13"][key] for key in keys] == [1, 0, 0, 1]
    assert rows["16_plus"]["reviews"] == 0
    for by in ("by_age", "by_ethnic_group", "by_disability"):
        assert sum(row["reviews"] for row in told[by]) == 3, by
    disabled = {row["key"]: row["reviews"] for row in told["by_disability"]}
    assert disabled == {"yes": 0, "no": 3}


def test_seen_alone_keeps_what_was_not_recorded_apart(council):
    for alone in (True, False):
        OutcomeFormFactory(
            review=review("PN1"), seen_alone=alone, not_alone_reason="" if alone else "A baby."
        )
    review("PN1")
    told = participation()["seen_alone"]
    assert (told["yes"], told["no"], told["not_recorded"]) == (1, 1, 1)
    assert (str(told["percent"]), str(told["percent_of_recorded"])) == ("33.3", "50.0")


def test_before_the_records_nothing_is_known_of_who_took_part(council):
    assert participation("2015-16")["by_age"] is None
    assert participation("2015-16")["seen_alone"] is None
