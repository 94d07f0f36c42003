"""The second opinion on a return: DfE's rules, in the environment that has them."""

import json
import subprocess
from pathlib import Path

from statute.reporting_year import ReportingYear

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv-903" / "bin" / "python"  # `make test` makes it; without it the tests fail
PROGRAM = Path(__file__).with_name("rules_of_dfe.py")
OF_REVIEWS = ("166", "167", "399", "440", "441", "1012", "INT08", "INT17")


def rules_failing(folder: Path, year: ReportingYear) -> dict:
    """What the rules on reviews have against the files of a folder, and how many rows they read."""
    ran = subprocess.run(
        [PYTHON, PROGRAM, folder, str(year.last.year), *OF_REVIEWS],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)
