"""A child with a review to hold: Ella, in care since 22 June 2017, due on Thursday 20 July."""

from datetime import date

import pytest

from tests.factories import (
    AllocationFactory,
    ChildFactory,
    EpisodeFactory,
    PeriodFactory,
    ReviewFactory,
)


@pytest.fixture
def period(council):
    """Ella's period of care; 20 working days after its start are Thursday 20 July 2017."""
    child = ChildFactory(given_name="Ella", family_name="Brown", date_of_birth=date(2010, 3, 4))
    period = PeriodFactory(child=child, started_on=date(2017, 6, 22))
    EpisodeFactory(period=period)
    return period


@pytest.fixture
def planned(period, iro):
    """Ella's first review, planned; she is allocated to `iro`."""
    AllocationFactory(child=period.child, iro=iro, started_on=date(2017, 6, 23))
    return ReviewFactory(period=period)
