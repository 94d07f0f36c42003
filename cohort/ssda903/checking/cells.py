"""What a cell may say; the readers raise NotRead with what it must be."""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

LIKE_A_DAY = "it must be a day like 31/03/2017"
UNSURE_DAY = re.compile(r"(\d{1,2}|zz)/(\d{1,2}|zz)/(\d{4}|zzzz)", re.ASCII | re.IGNORECASE)
DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
MIDNIGHT = re.compile(r"[ T]00:00(:00(\.0+)?)?$")
LONGEST_SHOWN = 40
EARLIEST = 1900


class NotRead(ValueError):
    """A cell that cannot be read, with what it must be."""


@lru_cache(maxsize=1 << 15)
def day(text: str) -> date:
    """A day written 31/03/2017 or 2017-03-31, at midnight if at any time."""
    text = MIDNIGHT.sub("", text)
    if found := DAY.fullmatch(text):
        number, month, year = map(int, found.groups())
    elif found := ISO_DAY.fullmatch(text):
        year, month, number = map(int, found.groups())
    else:
        raise NotRead(LIKE_A_DAY)
    if year < EARLIEST:
        raise NotRead(f"the year must be {EARLIEST} or later")
    try:
        return date(year, month, number)
    except ValueError:
        raise NotRead("there is no such day") from None


def day_if_any(text: str) -> date | None:
    """The day; None where there is no such day."""
    try:
        return day(text)
    except NotRead:
        return None


def unsure_day(text: str) -> str:
    """A day of which a part may be zz, kept as it was written."""
    found = UNSURE_DAY.fullmatch(text)
    if not found:
        raise NotRead("it must be a day like 31/03/2017, with zz for what is not known")
    if all(part.isdigit() for part in found.groups()):
        day(text)
    return text


def code(*codes: str, words: str = "", **others: str) -> Callable[[str], str]:
    """One of the codes, in capitals or not; `others` are written for one of them."""
    known = {one.upper(): one for one in codes} | others
    must_be = f"it must be {words or one_of(codes)}"

    def read(text: str) -> str:
        found = known.get(text.upper())
        if found is None:
            raise NotRead(must_be)
        return found

    return read


def one_of(codes: tuple[str, ...]) -> str:
    """The codes as a sentence lists them."""
    return codes[0] if len(codes) == 1 else f"{', '.join(codes[:-1])} or {codes[-1]}"


def text(longest: int) -> Callable[[str], str]:
    """Any text that is not too long."""

    def read(given: str) -> str:
        if len(given) > longest:
            raise NotRead(f"it has {len(given)} characters and must have no more than {longest}")
        return given

    return read


def yes_or_no(given: str) -> bool:
    """1 is yes and 0 is no."""
    if given not in ("0", "1"):
        raise NotRead("it must be 1 for yes or 0 for no")
    return given == "1"


def shown(given: str) -> str:
    """The value as a sentence says it, on one line and not too long."""
    given = " ".join(given.split())
    return given if len(given) <= LONGEST_SHOWN else f"{given[:LONGEST_SHOWN]}…"


def in_words(one: date) -> str:
    """1 May 2016."""
    return f"{one.day} {one:%B} {one.year}"
