"""The plan, before anything is loaded: the published year by counting alone."""

import itertools
from collections import Counter
from datetime import date, timedelta

import pytest

from iro_service.demonstration import published
from iro_service.demonstration.days import CALENDAR, RECORDS_FROM, TODAY, YEAR_END
from iro_service.demonstration.participation import the_codes
from iro_service.demonstration.plan import the_plan
from iro_service.demonstration.profiles import the_profiles
from statute.ages import age_band, age_on
from statute.participation import code_is_right

DAY_BEFORE = RECORDS_FROM - timedelta(days=1)


def held_in_the_year():
    """Every review of 2016-17 with its child."""
    return [
        (profile, review)
        for profile in the_profiles().values()
        for review in profile.course.held_between(RECORDS_FROM, YEAR_END)
    ]


@pytest.mark.parametrize("month", published.months("2016-17"), ids=lambda m: f"{m.first:%Y-%m}")
def test_each_month_has_its_reviews_and_those_in_timescale(month):
    held = [r for _, r in held_in_the_year() if r.held_on.replace(day=1) == month.first]
    assert (len(held), sum(not r.late for r in held)) == (month.reviews, month.in_timescale)


def test_children_looked_after_on_both_31_marches_and_those_who_came_between():
    plan = the_plan()
    assert sum(course.in_care(DAY_BEFORE) for course in plan) == 694
    assert sum(course.in_care(YEAR_END) for course in plan) == 767
    assert sum(RECORDS_FROM <= course.started_on <= YEAR_END for course in plan) == 341


def test_the_children_of_31_march_fit_the_districts_by_sex_and_by_age():
    counted = Counter()
    for profile in the_profiles().values():
        if profile.course.in_care(YEAR_END):
            age = age_on(profile.date_of_birth, YEAR_END)
            counted[profile.district, profile.sex] += 1
            counted[profile.district, age_band(age)] += 1
    expected = Counter()
    for district in published.districts():
        for key, number in {**district.sexes, **district.bands}.items():
            expected[district.name, key] = number
    assert counted == expected


def test_starts_by_status_before():
    starts = [
        p.status_before
        for p in the_profiles().values()
        if RECORDS_FROM <= p.course.started_on <= YEAR_END
    ]
    assert Counter(starts) == {"CP": 200, "CIN": 87, "NONE": 54}


@pytest.mark.parametrize("day", [YEAR_END, TODAY])
def test_disabled_and_unaccompanied_children_on_both_days(day):
    here = [p for p in the_profiles().values() if p.course.in_care(day)]
    assert sum(p.disabled for p in here) == 33
    assert sum(p.unaccompanied for p in here) == 31


def test_participation_of_children_of_4_and_over_and_a_code_for_each_younger_one():
    older, younger = Counter(), Counter()
    for profile, review in held_in_the_year():
        code = the_codes()[profile.course.number, review]
        under_four = age_on(profile.date_of_birth, review.held_on) < 4
        (younger if under_four else older)[code] += 1
    assert younger == {"PN0": 408}
    assert older.total() == 1467
    assert sum(older[code] for code in ("PN1", "PN2", "PN3", "PN5", "PN6")) == 895
    assert older["PN4"] + older["PN7"] == 30
    assert older[""] == 542


def test_every_code_is_right_for_the_childs_age_on_the_day():
    profiles = the_profiles()
    wrong = [
        (number, review)
        for (number, review), code in the_codes().items()
        if code and not code_is_right(code, profiles[number].date_of_birth, review.held_on)
    ]
    assert wrong == []


def test_april_to_july_2017_rounds_to_93_percent_participation_and_40_percent_attendance():
    codes = [code for (_, review), code in the_codes().items() if review.held_on > YEAR_END]
    older = [code for code in codes if code != "PN0"]
    participated = sum(code in ("PN1", "PN2", "PN3", "PN5", "PN6") for code in older)
    attended = sum(code in ("PN1", "PN2", "PN3", "PN4") for code in older)
    assert round(100 * participated / len(older)) == 93
    assert round(100 * attended / len(older)) == 40
    assert 0 < older.count("") < len(older) / 40


def test_reviews_are_held_on_working_days_and_none_is_forgotten():
    for course in the_plan():
        assert all(CALENDAR.is_working_day(review.held_on) for review in course.held)
        assert all((r.held_on - r.due_on).days < 45 for r in course.held)
        if course.in_care(TODAY):
            assert (TODAY - course.next.due_on).days < 20


def test_nobody_leaves_after_their_18th_birthday_or_with_a_review_overdue():
    for profile in the_profiles().values():
        course = profile.course
        assert profile.date_of_birth <= course.started_on
        last_day = (course.ended_on or TODAY) - timedelta(days=1)
        assert age_on(profile.date_of_birth, max(last_day, course.started_on)) < 18
        if course.ended_on:
            assert course.ended_on <= course.next.due_on


def test_brothers_and_sisters_could_have_one_mother():
    families: dict[int, list[date]] = {}
    for profile in the_profiles().values():
        families.setdefault(profile.course.family, []).append(profile.date_of_birth)
    for births in families.values():
        births.sort()
        assert all((b - a).days > 270 for a, b in itertools.pairwise(births))
