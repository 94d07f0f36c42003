"""Each clock against the table the service was agreed on, and what may be changed in it."""

import pytest

from statute import caseload, short_breaks
from statute.clocks import CLOCKS

LAW = {
    # duty: amount and unit, and the words its authority must contain
    "iro_appointed": (5, "working days", "section 25A"),
    "first_review": (20, "working days", "2010, reg 33(1)"),
    "second_review": (3, "months", "2010, reg 33(2)"),
    "later_review": (6, "months", "2010, reg 33(2)"),
    "short_breaks_first": (3, "months", "2010, reg 48"),
    "short_breaks_later": (6, "months", "2010, reg 48"),
    "adoption_authorised_first": (3, "months", "2005, reg 36(1)"),
    "adoption_authorised_later": (6, "months", "2005, reg 36(1)"),
    "adoption_placed_first": (4, "weeks", "2005, reg 36(3)"),
    "adoption_placed_second": (3, "months", "2005, reg 36(3)"),
    "adoption_placed_later": (6, "months", "2005, reg 36(3)"),
    "outcome_form": (24, "hours", "own rule"),
    "social_workers_report": (-3, "working days", "Handbook"),
    "oversight": (1, "half-way", "Local practice"),
    "dispute_total": (20, "working days", "Handbook, 6.2"),
}
COUNCILS_OWN = {
    "adjournment": (20, "working days", "2010, reg 36(2)"),
    "decisions_to_manager": (5, "working days", "Handbook"),
    "manager_answer": (5, "working days", "Handbook"),
    "record_completed": (20, "working days", "own rule"),
    "record_first_reminder": (15, "working days", "Handbook"),
    "record_distributed": (20, "working days", "Handbook"),
    "dispute_stage": (5, "working days", "own ladder"),
}


@pytest.mark.parametrize(("key", "expected"), [*LAW.items(), *COUNCILS_OWN.items()])
def test_a_clock_has_its_limit_and_its_authority(key, expected):
    amount, unit, authority = expected
    clock = CLOCKS[key]
    assert (clock.key, clock.amount, clock.unit) == (key, amount, unit)
    assert authority in clock.authority
    assert clock.counted_from


def test_there_is_no_clock_beside_these():
    assert set(CLOCKS) == {*LAW, *COUNCILS_OWN}


def test_a_council_may_change_only_what_is_not_law():
    assert {key for key, clock in CLOCKS.items() if clock.councils_own} == set(COUNCILS_OWN)


def test_what_was_not_read_in_a_source_says_so():
    # Of the council's own numbers two are local rules that need no source to confirm them.
    from_memory = set(COUNCILS_OWN) - {"record_completed", "dispute_stage"}
    assert {key for key, clock in CLOCKS.items() if "From memory" in clock.note} == from_memory


def test_the_distance_is_told_in_the_unit_that_counts():
    assert CLOCKS["first_review"].distance_unit == "working days"
    assert CLOCKS["later_review"].distance_unit == "days"
    assert CLOCKS["adoption_placed_first"].distance_unit == "days"


def test_the_limits_that_are_not_clocks():
    assert (caseload.LOWEST, caseload.HIGHEST) == (50, 70)
    assert "7.15" in caseload.AUTHORITY
    assert (short_breaks.LONGEST_BREAK, short_breaks.MOST_IN_12_MONTHS) == (17, 75)
    assert "reg 48" in short_breaks.AUTHORITY
