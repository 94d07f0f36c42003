"""The house keeps its shape: imports point one way, rooms stay small, nothing asks the day."""

import re
from pathlib import Path
from statistics import median

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parent.parent
APPS = ("statute", "accounts", "audit", "cohort", "reviews", "disputes", "reporting", "iro_service")
MODULES = [
    path
    for app in APPS
    for path in sorted((ROOT / app).rglob("*.py"))
    if "migrations" not in path.parts
]


def test_imports_point_one_way_and_the_law_knows_no_framework(monkeypatch):
    monkeypatch.chdir(ROOT)
    assert lint_imports() == 0


def test_modules_are_small():
    lengths = {path: len(path.read_text().splitlines()) for path in MODULES}
    assert median(lengths.values()) < 60
    assert [str(path) for path, length in lengths.items() if length > 400] == []


@pytest.mark.parametrize("word", ["utils", "helpers", "core", "common", "services"])
def test_no_room_has_a_name_that_says_nothing(word):
    assert [str(path) for path in MODULES if word in path.with_suffix("").parts] == []


def test_only_the_clock_asks_what_day_it_is():
    asks = re.compile(r"\b(date\.today|datetime\.now|timezone\.now|timezone\.localdate)\(\)")
    found = {path.relative_to(ROOT).as_posix() for path in MODULES if asks.search(path.read_text())}
    assert found <= {"iro_service/clock.py"}


def test_no_page_has_inline_script_or_style():
    inline = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|\son[a-z]+=|\sstyle=\"|<style")
    pages = [
        path
        for path in (ROOT / "templates").rglob("*.html")
        # The report's print frame carries its own style sheet into the PDF.
        if "print" not in path.parts
    ]
    assert [path.name for path in pages if inline.search(path.read_text())] == []
