"""DfE's rules over a folder with a return, as a program of the environment that has them.

usage: .venv-903/bin/python rules_of_dfe.py FOLDER YEAR RULE...
The year is the one the return ends in. Prints, as JSON, which rows of which table fail which
rule, and the rules that did not run.
"""

import json
import logging
import sys
from pathlib import Path


def main(folder: str, year: str, *rules: str) -> None:
    from lac_validator.lac_validator import LacValidator
    from lac_validator.rules.ruleset_utils import get_year_ruleset

    logging.disable(logging.CRITICAL)
    files = [
        {"name": path.name, "description": "This year", "file_content": path.read_bytes()}
        for path in sorted(Path(folder).glob("*.csv"))
    ]
    # Rules of years before 2022-23 are not kept there; those on reviews are the same since.
    registry = get_year_ruleset(str(max(int(year), 2023)))
    looked = LacValidator(
        metadata={"collectionYear": year, "localAuthority": "E10000034"},
        files=files,
        registry=registry,
        selected_rules=list(rules),
    )
    failing: dict[str, dict[str, int]] = {}
    for table, rows in looked.ds_results.items():
        if table == "metadata":
            continue
        for column in [one for one in rows.columns if one.startswith("ERR_")]:
            failing.setdefault(column[4:], {})[table] = int(rows[column].eq(True).sum())
    found = {
        "rows": {table: len(rows) for table, rows in looked.dfs.items()},
        "failing": failing,
        "not_run": sorted({*rules} - {str(rule) for rule in looked.dones}),
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
