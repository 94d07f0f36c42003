"""Two unfinished outcome forms made one."""

import re
from collections.abc import Mapping

Answers = Mapping[str, list[str]]
ROW = re.compile(r"decision-(\d+)-(.+)")
DAY_BOX = re.compile(r"(.+)_[0-2]")


def joined(mine: Answers, theirs: Answers) -> dict[str, list[str]]:
    """My answers, theirs where I gave none, and their decisions after mine."""
    answered = {_question(name) for name, values in mine.items() if _said(values)}
    answers = {name: values for name, values in mine.items() if _question(name) in answered}
    answers |= {name: values for name, values in theirs.items() if _question(name) not in answered}
    answers = {name: values for name, values in answers.items() if not ROW.fullmatch(name)}
    rows = [*_rows(mine), *(row for row in _rows(theirs) if row not in _rows(mine))]
    for number, row in enumerate(rows, 1):
        answers |= {f"decision-{number}-{part}": values for part, values in row.items()}
    return answers | {"decisions": [str(max(len(rows), 1))]}


def _question(name: str) -> str:
    """The question a box belongs to: the three boxes of a day are one answer."""
    box = DAY_BOX.fullmatch(name)
    return box[1] if box else name


def _said(values: list[str]) -> bool:
    return any(value.strip() for value in values)


def _rows(answers: Answers) -> list[dict[str, list[str]]]:
    """The decisions that have anything in them, in order."""
    rows: dict[int, dict[str, list[str]]] = {}
    for name, values in answers.items():
        if found := ROW.fullmatch(name):
            rows.setdefault(int(found[1]), {})[found[2]] = values
    return [rows[n] for n in sorted(rows) if any(_said(values) for values in rows[n].values())]
