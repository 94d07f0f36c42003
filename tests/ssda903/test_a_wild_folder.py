"""A folder nobody has seen: each row is in, or comes back with a reason that is right."""

import csv
from datetime import date

import pytest
from django.core.management import call_command

from cohort.models import Child, Episode
from reviews.models import Review
from statute.ages import birthday
from tests.ssda903.wild import Wild

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


def day(text: str) -> date | None:
    try:
        number, month, year = map(int, text.split("/"))
        return date(year, month, number)
    except ValueError:
        return None


@pytest.fixture
def brought_in(tmp_path, council, a_day):
    """Brings the folder of a number in: its rows, and those that came back."""

    def bring(seed: int):
        a_day(TODAY)
        folder = tmp_path / f"{seed}"
        folder.mkdir()
        tables = Wild(seed, 120).write(folder)
        call_command("import_ssda903", str(folder), rejects=str(tmp_path / "rejects.csv"))
        with (tmp_path / "rejects.csv").open(newline="", encoding="utf-8-sig") as file:
            return tables, list(csv.DictReader(file))

    return bring


def faults_of_review(row: dict, born: dict[str, date], statuses: dict[str, set[str]]) -> set[str]:
    """What the return's own rules have against a review."""
    held, code = day(row["REVIEW"]), row["REVIEW_CODE"].upper()
    faults = set()
    if held is None:
        faults.add("166")
    if code not in {f"PN{n}" for n in range(8)}:
        faults.add("167")
    if row["CHILD"] not in born:
        return faults | {"INT08"}
    birth = born[row["CHILD"]]
    if day(row["DOB"]) != birth:
        faults.add("INT17")
    if row["CHILD"] not in statuses:
        faults.add("1012")
    elif statuses[row["CHILD"]] <= {"V3", "V4"}:
        faults.add("399")
    if held and code == "PN0" and held > birthday(birth, 4):
        faults.add("440")
    if held and code in {f"PN{n}" for n in range(1, 8)} and held < birthday(birth, 4):
        faults.add("441")
    return faults


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_each_review_is_in_or_comes_back_for_a_fault_it_has(brought_in, seed):
    tables, rejects = brought_in(seed)
    born = dict(Child.objects.values_list("reference", "date_of_birth"))
    statuses: dict[str, set[str]] = {}
    for child, status in Episode.objects.values_list("period__child__reference", "legal_status"):
        statuses.setdefault(child, set()).add(status)
    here = set(Review.objects.held().values_list("child__reference", "held_on"))
    back = [one for one in rejects if one["file"] == "extract 3.csv"]
    reasons: dict[int, dict] = {int(one["line"]): one for one in back}
    assert len(reasons) == len(back)

    line, wrong = 2, []
    for row in tables["Reviews"]:
        reject = reasons.get(line)
        faults = faults_of_review(row, born, statuses)
        if reject is None:
            if faults or (row["CHILD"], day(row["REVIEW"])) not in here:
                wrong.append((line, row, faults, "was taken"))
        else:
            said = [fault for fault in faults if fault in reject["reason"]]
            if faults and not said:
                wrong.append((line, row, faults, reject["reason"]))
        line += 2  # the notes have a line break
    assert not wrong, wrong[:5]
    assert 0 < len(reasons) < len(tables["Reviews"])


@pytest.mark.parametrize("seed", [6])
def test_each_row_of_care_is_in_or_comes_back(brought_in, seed):
    tables, rejects = brought_in(seed)
    back = {(one["file"], int(one["line"])) for one in rejects}
    children = set(Child.objects.values_list("reference", flat=True))
    episodes = set(Episode.objects.values_list("period__child__reference", "started_on"))
    for line, row in enumerate(tables["Header"]):
        assert row["CHILD"] in children or ("extract 1.csv", 2 + 2 * line) in back, row
    for line, row in enumerate(tables["Episodes"]):
        is_in = (row["CHILD"], day(row["DECOM"])) in episodes
        assert is_in or ("extract 0.csv", 2 + 2 * line) in back, row
    assert all(one["reason"].strip().endswith(".") for one in rejects)
    assert len({one["reason"] for one in rejects}) > 50
