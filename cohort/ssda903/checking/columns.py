"""The columns of each table: how their cells are read, and which may not be empty.

Source: DfE's guide to the children looked after return; docs/ssda903.md says what is made of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cohort import codes
from cohort.ssda903.checking.cells import (
    LIKE_A_DAY,
    NotRead,
    code,
    day,
    day_if_any,
    shown,
    text,
    unsure_day,
    yes_or_no,
)
from cohort.ssda903.staging import EPISODES, HEADER, PREV_PERM, REVIEWS, UASC, Table

LONGEST_REFERENCE = 20


class Fault(ValueError):
    """What is wrong with a row, and in which column."""

    def __init__(self, column: str, sentence: str):
        super().__init__(sentence)
        self.column = column
        self.sentence = sentence


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    name: str
    read: Callable[[str], Any]
    needed: str = ""  # what it must be, where it may not be empty
    rule: str = ""  # DfE's rule that a fault breaks
    is_text: bool = False  # empty is "", and not there at all is None

    def value(self, cell: str | None) -> Any:
        """The cell as it is stored; raises Fault."""
        if cell:
            try:
                return self.read(cell)
            except NotRead as why:
                raise self._fault(f"{self.name} is {shown(cell)}: {why}") from None
        if self.needed:
            raise self._fault(f"{self.name} is empty: {self.needed}")
        return "" if self.is_text and cell is not None else None

    def _fault(self, words: str) -> Fault:
        return Fault(self.name, f"{words} (DfE rule {self.rule})." if self.rule else f"{words}.")


def _coded(name: str, choices, *, words: str = "", **others: str) -> Column:
    values = tuple(choices.values)
    read = code(*values, words=words, **others)
    return Column(name, read, f"it must be {words or 'one of the codes of the return'}")


def _child(rule: str = "") -> Column:
    return Column("CHILD", text(LONGEST_REFERENCE), "it must be the child's reference", rule)


def _text(name: str, longest: int) -> Column:
    return Column(name, text(longest), is_text=True)


def _optional(column: Column) -> Column:
    return Column(column.name, column.read, "", column.rule, is_text=True)


DOB = Column("DOB", day, LIKE_A_DAY)
SEX = _coded("SEX", codes.Sex, words="1 or 2, or M, F or U", **{"1": "M", "2": "F"})
COLUMNS: dict[Table, tuple[Column, ...]] = {
    HEADER: (
        _child(),
        SEX,
        DOB,
        _coded("ETHNIC", codes.Ethnicity),
        _text("UPN", 13),
        Column("MOTHER", yes_or_no),
        Column("MC_DOB", day),
    ),
    EPISODES: (
        _child(),
        Column("DECOM", day, LIKE_A_DAY),
        _coded("RNE", codes.ReasonNew),
        _coded("LS", codes.LegalStatus),
        _coded("CIN", codes.Need, words="N1 to N8"),
        _coded("PLACE", codes.Placement),
        _optional(_coded("PLACE_PROVIDER", codes.Provider, words="PR0 to PR5")),
        Column("DEC", day),
        Column("REC", code(*codes.ReasonEnded.values)),
        _text("REASON_PLACE_CHANGE", 10),
        _text("HOME_POST", 8),
        _text("PL_POST", 8),
        _text("URN", 10),
    ),
    REVIEWS: (
        _child("INT08"),
        Column("DOB", day_if_any),  # who the child is comes first, and is asked later
        Column("REVIEW", day, LIKE_A_DAY, "166"),
        Column(
            "REVIEW_CODE",
            code(*(f"PN{n}" for n in range(8)), words="PN0 to PN7"),
            "it must be PN0 to PN7",
            "167",
        ),
        Column("DOB", str, is_text=True),
    ),
    UASC: (
        _child(),
        Column("SEX", SEX.read),
        Column("DOB", day),
        Column("DUC", day),
    ),
    PREV_PERM: (
        _child(),
        Column("DOB", day),
        _coded("PREV_PERM", codes.PermanenceBefore),
        _text("LA_PERM", 3),
        Column("DATE_PERM", unsure_day, is_text=True),
    ),
}
