"""A child with an IRO, a team and its manager, and a dispute about them."""

from datetime import UTC, datetime, time

import pytest

from accounts.models import Role
from disputes.actions.opening import as_held, open_dispute
from tests.factories import (
    AllocationFactory,
    CaseHoldingFactory,
    ChildFactory,
    TeamFactory,
    UserFactory,
)


def at(on):
    """Ten o'clock of the day."""
    return datetime.combine(on, time(9), tzinfo=UTC)


@pytest.fixture
def child(iro, responding_manager):
    """A child of the IRO, whose case the responding manager's team holds."""
    child = ChildFactory()
    AllocationFactory(child=child, iro=iro)
    CaseHoldingFactory(child=child, team=TeamFactory(manager=responding_manager))
    return child


@pytest.fixture
def raise_concern(child, iro):
    """Open a dispute about the child: `raise_concern(on=day, stage=1)`."""

    def open_one(*, on, stage=0, **more):
        because = "It was tried by word." if stage else ""
        return open_dispute(
            more.pop("child", child),
            **{
                "theme": "drift_and_delay",
                "text": "No plan for permanence since March.",
                "wanted": "A plan by the next review.",
                "skipped_because": because,
                **as_held(child, on=on),
                **more,
            },
            stage=stage,
            on=on,
            at=at(on),
            by=iro,
        )

    return open_one


@pytest.fixture
def director(council):
    """The director of children's services."""
    return UserFactory(role=Role.RESPONDING_MANAGER)
