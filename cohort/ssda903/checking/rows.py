"""A row as a whole: what its cells must be to one another and to the day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cohort.codes import Placement
from cohort.ssda903.checking.cells import in_words
from cohort.ssda903.checking.columns import COLUMNS, Fault
from cohort.ssda903.staging import EPISODES, HEADER, Table

# Codes of placements are in use from a day, or to one: Z1 gave way to Z11 to Z14.
IN_USE_FROM = {
    Placement.K3: date(2024, 4, 1),
    **dict.fromkeys((Placement.Z11, Placement.Z12, Placement.Z13, Placement.Z14), date(2025, 4, 1)),
}
IN_USE_TO = {
    Placement.H5: date(2024, 3, 31),
    Placement.P2: date(2024, 3, 31),
    Placement.Z1: date(2025, 3, 31),
}


def values_of(table: Table, cells: Mapping[str, str], *, on: date) -> list[Any]:
    """What is stored of the cells, in the table's order; raises Fault for the first wrong one."""
    values = [column.value(cells.get(column.name)) for column in COLUMNS[table]]
    by_name = {column.name: value for column, value in zip(COLUMNS[table], values, strict=True)}
    if table is HEADER:
        _born(by_name, on)
    elif table is EPISODES:
        _episode(by_name, on)
    return values


def _born(row: dict[str, Any], on: date) -> None:
    for column, what in (("DOB", "child"), ("MC_DOB", "mother's child")):
        if row[column] and row[column] > on:
            raise Fault(
                column, f"{column} is {in_words(row[column])}: no {what} is born in the future."
            )
    if row["MC_DOB"] and row["MC_DOB"] <= row["DOB"]:
        raise Fault(
            "MC_DOB", f"MC_DOB is {in_words(row['MC_DOB'])}: the mother herself was not born then."
        )


def _episode(row: dict[str, Any], on: date) -> None:
    began, ended, place = row["DECOM"], row["DEC"], row["PLACE"]
    for column in ("DECOM", "DEC"):
        if row[column] and row[column] > on:
            raise Fault(column, f"{column} is {in_words(row[column])}: that is in the future.")
    if ended and not row["REC"]:
        raise Fault(
            "REC", f"REC is empty, but DEC is {in_words(ended)}: why the episode ended is missing."
        )
    if row["REC"] and not ended:
        raise Fault("DEC", f"DEC is empty, but REC is {row['REC']}: the day it ended is missing.")
    if ended and ended < began:
        raise Fault("DEC", f"DEC is {in_words(ended)}: that is before DECOM, {in_words(began)}.")
    first, last = IN_USE_FROM.get(place), IN_USE_TO.get(place)
    if first and ended and ended < first:
        raise Fault(
            "PLACE",
            f"PLACE is {place}: it is used from {in_words(first)}, and the episode ended before.",
        )
    if last and began > last:
        raise Fault(
            "PLACE",
            f"PLACE is {place}: it was used until {in_words(last)}, and the episode began later.",
        )


def child_in(table: Table, cells: Mapping[str, str]) -> str | None:
    """The child's reference where that itself can be read, though another cell cannot."""
    try:
        return COLUMNS[table][0].value(cells.get("CHILD"))
    except Fault:
        return None
