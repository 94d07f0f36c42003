"""The law can be read and run without the service, and gives the same answer on any day."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import statute

FOLDER = Path(statute.__file__).parent
MODULES = sorted(FOLDER.rglob("*.py"))
MAY_IMPORT = {"statute", "dateutil", "govuk_bank_holidays"} | (
    set(sys.stdlib_module_names) - {"time", "random", "os", "socket", "urllib"}
)
ASKS_THE_CLOCK = {"today", "now", "utcnow", "fromtimestamp", "time_ns", "monotonic"}


def offences(source):
    """What a module of the law may not do: a foreign import, or a question to the clock."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or "a relative import"]
        else:
            names = []
        found += [name for name in names if name.split(".")[0] not in MAY_IMPORT]
        if isinstance(node, ast.Attribute) and node.attr in ASKS_THE_CLOCK:
            found.append(node.attr)
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_a_module_of_the_law_imports_no_framework_and_asks_no_clock(module):
    assert offences(module.read_text()) == []


@pytest.mark.parametrize(
    "source",
    [
        "import django",
        "from django.utils import timezone",
        "import time",
        "from iro_service import clock",
        "from datetime import date\nday = date.today()",
        "import datetime\nat = datetime.datetime.now(datetime.UTC)",
        "from datetime import date\ntoday = date.today",
    ],
)
def test_the_check_sees_what_it_looks_for(source):
    assert offences(source)


def test_the_whole_law_was_looked_at():
    assert {"calendar", "clocks", "timescales", "schedule", "participation", "ages"} <= {
        module.stem for module in MODULES
    }


def test_counting_a_deadline_loads_no_django():
    # Its own process: the tests beside this one have Django loaded.
    program = (
        "import sys; from datetime import date; from statute.calendar import known_calendar; "
        "from statute import ages, caseload, participation, schedule, short_breaks, timescales; "
        "timescales.deadline('first_review', date(2016, 12, 5), known_calendar()); "
        "sys.exit('django' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], cwd=FOLDER.parent, check=True)
