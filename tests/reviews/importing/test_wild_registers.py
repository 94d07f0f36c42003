"""Registers of any cells at all: each row is in or handed back, and again nothing changes."""

import csv
import random
from datetime import date, timedelta
from io import StringIO

import pytest

from accounts.models import Role
from reviews.importing.registers import REGISTERS
from tests.factories import (
    ChildFactory,
    EpisodeFactory,
    HeldReviewFactory,
    OutcomeFormFactory,
    PeriodFactory,
    ReviewFactory,
    UserFactory,
)
from tests.reviews.importing.registers import counts, imported

pytestmark = pytest.mark.django_db
ROWS = 120
CELLS = {
    "child": ["C1", "C2", "C3", "C4", "X"],
    "email": ["ann@example.org", "bo@example.org", "ANN@example.org", "pm@example.org", "bad"],
    "manager": ["rm@example.org", "nobody@example.org", ""],
    "worker_email": ["cy@example.org", "di@example.org", ""],
    "iro": ["ann@example.org", "bo@example.org", "Ann Lee", "Zed"],
    "chair": ["Ann Lee", "ann@example.org", "Zed", ""],
    "name": ["Ann Lee", "Lee, Ann", "Bo", "", "Bo Fry"],
    "given_name": ["Ella", "", "Tom\x00"],
    "family_name": ["Brown", "", "O'Neil"],
    "code": ["PN0", "PN1", "pn7", "", "PN9"],
    "team": ["North", "south", "North ", ""],
    "worker": ["Cy", "Di", ""],
    "full_time_equivalent": ["1", "0.5", "2", ""],
    "contract": ["", "permanent", "interim", "odd"],
    "district": ["Wychavon", "Nowhere", ""],
    "status_before": ["CP", "cin", "", "x"],
    "disabled": ["Y", "no", ""],
    "reason": ["", "moved", "x" * 300],
    "cancelled_on": ["", "Y", "N", "01/02/2016"],
}


def wild(kind: str, dice: random.Random) -> str:
    """A register of cells thrown together."""
    into = StringIO()
    writer = csv.writer(into)
    columns = REGISTERS[kind].columns
    writer.writerow([column.label for column in columns])
    for _ in range(ROWS):
        days = [f"{date(2015, 1, 1) + timedelta(days=dice.randrange(1000)):%d/%m/%Y}", ""]
        days += [*days, "31/02/2016"]
        writer.writerow([dice.choice(CELLS.get(column.name, days)) for column in columns])
    return into.getvalue()


@pytest.fixture
def office(council):
    """Children with histories of each kind, and those who work with them."""
    UserFactory(email="ann@example.org", first_name="Ann", last_name="Lee")
    UserFactory(email="bo@example.org", first_name="Bo", last_name="Fry")
    UserFactory(email="rm@example.org", role=Role.RESPONDING_MANAGER)
    UserFactory(email="pm@example.org", role=Role.PRACTICE_MANAGER)
    ReviewFactory(period=looked_after("C1", date(2015, 3, 2)))
    moved = looked_after("C2", date(2015, 4, 2), ended_on=date(2016, 5, 1))
    EpisodeFactory(period=PeriodFactory(child=moved.child, started_on=date(2016, 5, 1)))
    known = looked_after("C3", date(2015, 5, 2))
    HeldReviewFactory(period=known, held_on=date(2016, 1, 20), struck_on=date(2016, 2, 2))
    OutcomeFormFactory(
        review__period=known, review__held_on=date(2015, 5, 20), review__participation_code="PN0"
    )
    ChildFactory(reference="C4")


def looked_after(reference: str, started_on: date, **fields):
    """The period of care of a child born at the beginning of 2012."""
    child = ChildFactory(reference=reference, date_of_birth=date(2012, 1, 1))
    period = PeriodFactory(child=child, started_on=started_on, **fields)
    return EpisodeFactory(period=period).period


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("kind", sorted(REGISTERS))
def test_whatever_a_file_holds_it_comes_in_or_back_and_again_nothing_changes(kind, seed, office):
    register = wild(kind, random.Random(seed))
    first, again = counts(imported(kind, register)), counts(imported(kind, register))
    assert first.read == again.read == ROWS
    assert first.taken
    assert first.rejected
    assert (again.added, again.changed, again.rejected) == (0, 0, first.rejected)
