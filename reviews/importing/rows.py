"""A row of a register: its cells read as what they should be, or the sentence that says why not."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache

from django.core.exceptions import ValidationError

from iro_service.forms import EmailField, PersonNameField, ShortTextField

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# As a spreadsheet counts days: 1 is 1 January 1900, and it believes in 29 February 1900.
DAY_NOUGHT = date(1899, 12, 30)
YES = {"yes", "y", "true", "t", "1"}
NO = {"no", "n", "false", "f", "0"}
NOTHING = {"", "null", "n/a", "-"}
EARLIEST = 1900


class NotTaken(Exception):
    """A row that cannot be kept truthfully: why, and the column of ours it lies in."""

    def __init__(self, reason: str, column: str = ""):
        super().__init__(reason)
        self.reason, self.column = reason, column


@dataclass(frozen=True)
class Row:
    """A row as it was given, its cells by the names of our columns."""

    line: int
    cells: dict[str, str]
    given: str
    too_long: bool = False  # it has cells beyond the last heading

    def words(self, column: str, *, limit: int = 200, required: str = "") -> str:
        """A line of text; with `required` its sentence is raised where there is none."""
        value = " ".join(self._cell(column).split())
        if required and not value:
            raise NotTaken(required, column)
        return self._checked(_field(ShortTextField, limit), column, value)

    def name(self, column: str, *, limit: int = 80) -> str:
        """A person's name."""
        return self._checked(_field(PersonNameField, limit), column, self._cell(column))

    def email(self, column: str, *, required: str = "") -> str:
        """An address for mail, in small letters."""
        value = self._cell(column).lower()
        if required and not value:
            raise NotTaken(required, column)
        return self._checked(_field(EmailField, 254), column, value)

    def day(self, column: str, *, required: str = "") -> date | None:
        """A day, None where there is none."""
        value = self._cell(column)
        if not value:
            if required:
                raise NotTaken(required, column)
            return None
        found = as_day(value)
        if found is None:
            raise NotTaken(f"{_quoted(value)} is not a day. Write it like 05/12/2016.", column)
        return found

    def flag(self, column: str) -> bool | None:
        """Yes or no, None where there is neither."""
        value = self._cell(column).lower()
        if not value:
            return None
        if value not in YES | NO:
            raise NotTaken(f"{_quoted(value)} is neither yes nor no.", column)
        return value in YES

    def part_of_one(self, column: str) -> Decimal | None:
        """A part of a full-time post, above 0 and up to 1, None where there is none."""
        value = self._cell(column)
        if not value:
            return None
        try:
            number = Decimal(value)
        except InvalidOperation:
            number = Decimal(-1)
        if not 0 < number <= 1 or number != round(number, 2):
            raise NotTaken(
                f"{_quoted(value)} is not a part of a full-time post. Write it like 0.6, or 1.",
                column,
            )
        return number

    def _cell(self, column: str) -> str:
        value = self.cells.get(column, "").strip()
        return "" if value.lower() in NOTHING else value

    def _checked(self, field, column: str, value: str) -> str:
        if not value:
            return ""
        try:
            return field.clean(value)
        except ValidationError as error:
            raise NotTaken(f"{error.messages[0]}.", column) from error


@cache
def _field(kind, limit: int):
    """The rules of a page's field, for the cells of a file; made once, as there are many cells."""
    return kind(limit=limit, required=False)


def as_day(value: str) -> date | None:
    """The day the words mean: day/month/year, year-month-day or 5 Dec 2016; None where none."""
    words = re.sub(r"[ T]\d{1,2}:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$", "", value.strip())
    if found := re.fullmatch(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", words):
        return _real(*found.groups())
    if found := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", words):
        return _real(*reversed(found.groups()))
    if found := re.fullmatch(r"(\d{1,2})[- ]([A-Za-z]{3,9})[- ,]+(\d{4})", words):
        named = found[2].lower()[:3]
        return _real(found[3], MONTHS.index(named) + 1, found[1]) if named in MONTHS else None
    if re.fullmatch(r"[2-6]\d{4}", words):  # a day that lost its format, 1954 to 2091
        return DAY_NOUGHT + timedelta(days=int(words))
    return None


def _real(year, month, day) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year >= EARLIEST else None


def _quoted(value: str) -> str:
    return f"“{value[:40]}”"
