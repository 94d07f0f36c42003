"""Twenty times `kill -9`, on a return of 20,000 episodes and 50,000 reviews."""

from tests.ssda903.kills import db, empty_copy, killed_at_random  # noqa: F401  # fixtures
from tests.ssda903.large import EPISODES_A_CHILD, write_large


def test_twenty_kills_leave_nothing_or_everything(empty_copy, tmp_path, capsys):  # noqa: F811
    write_large(tmp_path / "returns", 20_000 // EPISODES_A_CHILD)
    left = killed_at_random(empty_copy, tmp_path / "returns", times=20, seed=2017)
    with capsys.disabled():
        print(f"\nTwenty kills left {left}.")  # noqa: T201  # what the proof is run for
    assert sum(left.values()) == 20
    assert left["nothing"] > 0
