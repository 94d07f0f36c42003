"""100,000 episodes and 250,000 reviews come in and go out, in the memory of a tenth of them."""

from tests.ssda903.kills import db, empty_copy  # noqa: F401  # fixtures
from tests.ssda903.large import EPISODES_A_CHILD, REVIEWS_A_CHILD, write_large
from tests.ssda903.process import carried_out

CHILDREN = 100_000 // EPISODES_A_CHILD
FLAT = 1.5  # ten times the rows may take so much of the memory


def test_memory_stays_flat_and_the_time_is_told(empty_copy, tmp_path, capsys):  # noqa: F811
    peaks: dict[str, list[float]] = {"import": [], "export": []}
    for children in (CHILDREN // 10, CHILDREN):
        folder = tmp_path / f"{children}"
        write_large(folder, children)
        with empty_copy("size") as records:
            came, in_peak = carried_out(records, "import_ssda903", str(folder))
            counted = records.counts()
            out = str(tmp_path / f"out-{children}")
            went, out_peak = carried_out(records, "export_ssda903", "2016-17", out)
        assert counted["cohort_episode"] == children * EPISODES_A_CHILD
        # One planned review each besides, as everybody is still looked after.
        assert counted["reviews_review"] == children * (REVIEWS_A_CHILD + 1)
        with capsys.disabled():
            print(  # noqa: T201  # what the proof is run for
                f"\n{children:,} children: in after {came:.0f} s with {in_peak:.0f} MB, "
                f"out after {went:.0f} s with {out_peak:.0f} MB"
            )
        peaks["import"].append(in_peak)
        peaks["export"].append(out_peak)
    for name, (small, large) in peaks.items():
        assert large < FLAT * small, f"{name}: {small:.0f} MB, then {large:.0f} MB"
