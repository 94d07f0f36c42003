"""How parents and carers took part; a plan for permanence by the second review."""

from datetime import date
from decimal import Decimal

import pytest

from reporting.figures import figures
from tests.factories import EpisodeFactory, HeldReviewFactory, OutcomeFormFactory, PeriodFactory

pytestmark = pytest.mark.django_db
TODAY = date(2017, 7, 20)


def held(rule="second_review", on=date(2017, 2, 6), form=True, struck=False, **answers):
    """A review with what its outcome form says."""
    period = PeriodFactory(started_on=date(2016, 5, 4))
    EpisodeFactory(period=period)
    review = HeldReviewFactory(
        period=period, rule=rule, base_on=date(2016, 6, 1), held_on=on, due_on=on,
        struck_on=TODAY if struck else None,
    )  # fmt: skip
    if form:
        OutcomeFormFactory(review=review, **answers)
    return review


def block(name: str, year="2016-17"):
    return figures(year, on=TODAY)[name]


def test_parents_and_carers_are_counted_by_how_they_took_part(council):
    held(parents_took_part="came", carers_took_part="views")
    held(parents_took_part="views", carers_took_part="came")
    held(parents_took_part="neither", carers_took_part="came")
    held(parents_took_part="not_appropriate", carers_took_part="came")
    held()  # handed in before it was asked
    held(form=False)
    told = block("parents_participation")
    assert told["reviews"] == 6
    assert told["parents"] == {
        "came": 1, "views": 1, "neither": 1, "not_appropriate": 1, "not_recorded": 2,
        "took_part": 2, "percent": Decimal("40.0"), "percent_of_recorded": Decimal("66.7"),
    }  # fmt: skip
    assert told["carers"]["took_part"] == 4
    assert told["carers"]["percent"] == Decimal("66.7")


def test_a_review_recorded_in_error_or_of_another_year_is_not_counted(council):
    held(parents_took_part="came", permanence_plan="fostering", struck=True)
    held(parents_took_part="came", permanence_plan="fostering", on=date(2017, 4, 1))
    assert block("parents_participation")["reviews"] == 0
    assert block("parents_participation")["parents"]["percent"] is None
    assert block("permanence")["second_reviews"] == 0


def test_a_plan_for_permanence_is_counted_at_second_reviews_only(council):
    held(permanence_plan="fostering")
    held(permanence_plan="adoption")
    held(permanence_plan="none_yet")
    held()
    held(rule="first_review", permanence_plan="none_yet")
    held(rule="later_review", permanence_plan="home")
    told = block("permanence")
    plans = told.pop("by_plan")
    assert told == {
        "second_reviews": 4, "with_plan": 2, "none_yet": 1, "not_recorded": 1,
        "percent": Decimal("50.0"), "percent_of_recorded": Decimal("66.7"),
    }  # fmt: skip
    assert {plan: number for plan, number in plans.items() if number} == {
        "fostering": 1, "adoption": 1,
    }  # fmt: skip


def test_years_before_the_records_began_are_not_known_and_never_nought(council):
    assert block("permanence", "2015-16")["with_plan"] is None
    parents = block("parents_participation", "2015-16")
    assert parents["reviews"] is None
    assert set(parents["parents"].values()) == {None}
