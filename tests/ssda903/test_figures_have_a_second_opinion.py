"""Of an imported set, the figures are what pandas counts over the rows that were taken."""

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command

from reporting.figures import ReportingYear, figures
from tests.ssda903.made_up import Returns

pytestmark = pytest.mark.django_db
PANDAS = Path(".venv-903/bin/python")  # the validator's own environment has it
SCRIPT = Path(__file__).with_name("second_opinion.py")


@pytest.fixture(params=[(11, 2014), (12, 2015), (13, 2016)])
def counted_twice(request, tmp_path, council, days_ago):
    """The figures of a year as the service counts them, and as pandas does."""
    seed, year = request.param
    council.records_from = date(2017, 4, 1)
    council.save()
    folder, rejects = tmp_path / "returns", tmp_path / "rejects.csv"
    folder.mkdir()
    returns = Returns(seed, 250, range(2014, 2017))
    returns.write(folder, bad_rows=True)
    call_command("import_ssda903", str(folder), rejects=str(rejects))
    opinion = subprocess.run(
        [PANDAS, SCRIPT, folder, rejects, "2014", "2016", str(year)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert opinion.returncode == 0, opinion.stderr
    return figures(ReportingYear(year), on=days_ago(0)), json.loads(opinion.stdout)


def some(counts: dict) -> dict:
    """The counts that are not nothing."""
    return {key: number for key, number in counts.items() if number}


def test_timeliness_participation_and_cohort_are_counted_alike(counted_twice):
    ours, theirs = counted_twice
    months = ours["timeliness"]["by_month"]
    assert {one["month"]: one["reviews"] for one in months if one["reviews"]} == theirs["by_month"]
    in_time = {one["month"]: one["in_timescale"] for one in months if one["in_timescale"]}
    assert in_time == theirs["in_timescale_by_month"]
    year = ours["timeliness"]["by_year"][-1]
    for key in ("reviews", "in_timescale", "due_day_not_known"):
        assert year[key] == theirs[key], key
    assert some(ours["participation"]["by_code"]) == theirs["by_code"]
    cohort = ours["cohort"]
    for key in ("total", "starts", "ends", "uasc"):
        assert cohort[key] == theirs[key], key
    for key in ("by_sex", "by_age", "by_ethnicity", "by_legal_status", "by_placement"):
        assert some(cohort[key]) == theirs[key], key
    # A set in which nothing happened would prove nothing.
    assert theirs["reviews"] > 150
    assert 0 < theirs["in_timescale"] < theirs["reviews"] - theirs["due_day_not_known"]
    # Of the first year nobody knows what was held before it; of the others it is told.
    assert (theirs["due_day_not_known"] > 0) == (ours["year"] == "2014-15")
    assert min(theirs["starts"], theirs["ends"], theirs["uasc"]) > 0
