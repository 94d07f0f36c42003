"""Figures as they are written in sentences, tables and tiles."""

import re
from datetime import date
from decimal import Decimal

from reporting.withheld import WITHHELD, Withheld
from statute.reporting_year import ReportingYear

NOT_KNOWN = "not known"
OF_THE_ONE_BEFORE = re.compile(
    r"(None|One|Of|All) (of )?them\b|They\b|It\b|[\d,]+( \(.*?\))? (was|were)\b"
)
Figure = int | float | Decimal | Withheld | None
BETWEEN_SENTENCES = re.compile(r"(?<=[.!?]) (?=[A-Z0-9])")


def number(value: Figure) -> str | None:
    """1,875; a decimal keeps one place; None stays None, and prints as a dash."""
    if value is None:
        return None
    return f"{value:,}" if isinstance(value, int) else f"{value:,.1f}"


def fewest(value: Figure) -> str | None:
    """A number without needless decimals: 9, 0.6, 0.25."""
    if value is None:
        return None
    if isinstance(value, Withheld):
        return str(value)
    return f"{Decimal(str(value)).normalize():f}"


def rate(value: Figure) -> str | None:
    """90.8%; None stays None."""
    if value is None:
        return None
    if isinstance(value, Withheld):
        return str(value)
    return f"{value:.1f}%"


def counted(value: int, one: str, many: str) -> str:
    """1 review, 1,875 reviews."""
    return f"{value:,} {one if value == 1 else many}"


def day(iso: str) -> str:
    """31 March 2017, from an ISO day."""
    when = date.fromisoformat(iso)
    return f"{when.day} {when:%B %Y}"


def day_short(iso: str) -> str:
    """31 Mar 2017, as a table of words writes it."""
    when = date.fromisoformat(iso)
    return f"{when.day} {when:%b %Y}"


def month(iso: str) -> str:
    """April 2016, from 2016-04."""
    return f"{date.fromisoformat(f'{iso}-01'):%B %Y}"


def year(name: str) -> str:
    """2016/17, as reports to councillors write 2016-17; of a part Apr to Sep 2016."""
    period = ReportingYear.parse(name)
    if period.is_whole:
        return name.replace("-", "/")
    return f"{period.first:%b} to {period.last:%b %Y}"


def during(name: str) -> str:
    """In 2016/17; of a part of a year from April to September 2016."""
    period = ReportingYear.parse(name)
    if period.is_whole:
        return f"in {year(name)}"
    return f"from {period.first:%B} to {period.last:%B %Y}"


SPANS = {"": "year", "H": "six months", "Q": "three months"}


def span(name: str | None) -> str:
    """What a period is called in a sentence: year, six months or three months."""
    return SPANS[ReportingYear.parse(name).part[:1]] if name else SPANS[""]


def sentence(*parts: str) -> str:
    """The parts that say something, with spaces between."""
    return " ".join(part for part in parts if part)


def told(words: str) -> str:
    """The sentences that may be told: one with a withheld number in it is left out whole.

    With it goes the one after it that only says more of the same.
    """
    if str(WITHHELD) not in words:
        return words
    kept: list[str] = []
    is_left_out = False
    for one in BETWEEN_SENTENCES.split(words):
        is_left_out = str(WITHHELD) in one or (is_left_out and bool(OF_THE_ONE_BEFORE.match(one)))
        if not is_left_out:
            kept.append(one)
    return " ".join(kept)
