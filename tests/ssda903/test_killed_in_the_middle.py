"""An import that is killed leaves the records as they were, and can be done again."""

import pytest

from tests.ssda903.kills import db, empty_copy, killed_at_random  # noqa: F401  # fixtures
from tests.ssda903.large import write_large

pytestmark = pytest.mark.slow


def test_three_kills_leave_nothing_or_everything(empty_copy, tmp_path):  # noqa: F811
    write_large(tmp_path / "returns", 150)
    left = killed_at_random(empty_copy, tmp_path / "returns", times=3, seed=903)
    assert sum(left.values()) == 3
    assert left["nothing"] > 0  # else none of them came in the middle
