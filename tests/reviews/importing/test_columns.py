"""Columns of a file find their way to ours."""

import pytest

from reviews.importing.columns import CHILD, guess, what_is_missing
from reviews.importing.registers import REGISTERS

REVIEWS = REGISTERS["reviews"]


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        # The Standard Safeguarding Dataset, with the child and with the period of care only.
        (
            ["clar_cla_review_id", "clar_cla_person_id", "clar_cla_review_due_date",
             "clar_cla_review_date", "clar_cla_review_cancelled", "clar_cla_review_participation"],
            {"child": "clar_cla_person_id", "due_on": "clar_cla_review_due_date",
             "held_on": "clar_cla_review_date", "cancelled_on": "clar_cla_review_cancelled",
             "code": "clar_cla_review_participation"},
        ),
        (
            ["clar_cla_id", "clar_cla_review_date"],
            {"held_on": "clar_cla_review_date"},
        ),
        # The return's own table, and what people type.
        (["CHILD", "DOB", "REVIEW", "REVIEW_CODE"],
         {"child": "CHILD", "held_on": "REVIEW", "code": "REVIEW_CODE"}),
        (["Child ID", "Date due", "Date held", "Chair"],
         {"child": "Child ID", "due_on": "Date due", "held_on": "Date held", "chair": "Chair"}),
        (["Child's Reference", "Due-Date", "Reveiw date"],
         {"child": "Child's Reference", "due_on": "Due-Date", "held_on": "Reveiw date"}),
        (["Colour", "Shape"], {}),
    ],
)  # fmt: skip
def test_headings_that_are_known_are_matched(headings, found):
    assert guess(REVIEWS.columns, headings) == found


def test_a_heading_serves_one_column_only():
    matched = guess(REGISTERS["people"].columns, ["Email", "Name", "Start", "End", "FTE"])
    assert sorted(matched.values()) == sorted(set(matched.values()))
    assert matched["started_on"] == "Start"


def test_what_was_matched_the_last_time_is_offered_again():
    before = {"child": "Key", "held_on": "When"}
    assert guess(REVIEWS.columns, ["Key", "When", "Due date"], before) == before


def test_what_was_matched_with_headings_that_are_gone_is_not():
    assert guess([CHILD], ["Child ID"], {"child": "Key"}) == {"child": "Child ID"}


def test_what_must_be_matched_is_asked_for():
    missing = what_is_missing(REVIEWS.columns, {"code": "Code"}, REVIEWS.one_of)
    assert missing == {
        "child": "Select the column that holds: child's reference",
        "due_on": "Select a column for one of these: day it was due, day it was held",
    }


@pytest.mark.parametrize("kind", sorted(REGISTERS))
def test_no_heading_means_two_columns_of_a_kind(kind):
    headings = [heading for one in REGISTERS[kind].columns for heading in set(one.headings)]
    assert sorted(headings) == sorted(set(headings))
