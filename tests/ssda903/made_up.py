"""Returns of several years, made up from a number: good rows, and bad ones among them."""

import csv
import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

STATUSES = ("C1", "C2", "V2", "E1", "J1")
PLACEMENTS = ("U1", "U4", "U6", "K2", "H5", "P1", "S1", "T4")
NEEDS = ("N1", "N2", "N4", "N8")
PROVIDERS = ("PR0", "PR1", "PR2", "PR4")
ETHNICITIES = ("WBRI", "WOTH", "MWBC", "APKN", "BAFR", "OOTH", "NOBT")
COLUMNS = {
    "Header": "CHILD SEX DOB ETHNIC UPN MOTHER MC_DOB",
    "Episodes": "CHILD DECOM RNE LS CIN PLACE PLACE_PROVIDER DEC REC REASON_PLACE_CHANGE "
    "HOME_POST PL_POST URN",
    "Reviews": "CHILD DOB REVIEW REVIEW_CODE",
    "UASC": "CHILD SEX DOB DUC",
    "PrevPerm": "CHILD DOB PREV_PERM LA_PERM DATE_PERM",
}


def written(day: date | None) -> str:
    """The day as the return writes it."""
    return f"{day:%d/%m/%Y}" if day else ""


def four(born: date) -> date:
    """The fourth birthday."""
    try:
        return born.replace(year=born.year + 4)
    except ValueError:
        return date(born.year + 4, 3, 1)


@dataclass
class MadeUpChild:
    """One child: facts, episodes as lists of their columns, days of reviews with codes."""

    reference: str
    born: date
    sex: str
    ethnicity: str
    unaccompanied: bool
    episodes: list[dict] = field(default_factory=list)
    reviews: list[tuple[date, str]] = field(default_factory=list)


def made_up_children(seed: int, how_many: int, *, first: date, last: date) -> list[MadeUpChild]:
    """Children looked after between the two days, with what a return could tell of them."""
    chance = random.Random(seed)
    return [_child(chance, number, first, last) for number in range(how_many)]


def _child(chance: random.Random, number: int, first: date, last: date) -> MadeUpChild:
    began = first + timedelta(days=chance.randrange(-400, (last - first).days))
    born = began - timedelta(days=chance.randrange(0, 17 * 365))
    child = MadeUpChild(
        f"R{number:05}",
        born,
        chance.choice("12"),
        chance.choice(ETHNICITIES),
        chance.random() < 0.1,
    )
    short = chance.random() < 0.08  # short breaks only
    while began < last:
        ended = _period(chance, child, began, last, short=short)
        if ended is None or chance.random() < 0.7:
            break
        began = ended + timedelta(days=chance.randrange(0, 200))
    return child


def _period(chance, child: MadeUpChild, began: date, last: date, *, short: bool) -> date | None:
    """One period of care; the day it ended, None while it goes on."""
    day, reason, ended = began, "S", None
    while True:
        until = day + timedelta(days=chance.randrange(20, 500))
        goes_on = until > last
        leaves = not goes_on and chance.random() < 0.35
        child.episodes.append(
            {
                "DECOM": day,
                "RNE": reason,
                "LS": chance.choice(("V3", "V4")) if short else chance.choice(STATUSES[:3]),
                "CIN": chance.choice(NEEDS),
                "PLACE": chance.choice(PLACEMENTS),
                "PLACE_PROVIDER": chance.choice(PROVIDERS),
                "DEC": None if goes_on else until,
                "REC": "" if goes_on else chance.choice(("E4a", "E3", "E8")) if leaves else "X1",
            }
        )
        if goes_on or leaves:
            ended = None if goes_on else until
            break
        day, reason = until, chance.choice("LPB")
    if not short:
        _reviews(chance, child, began, ended or last)
    return ended


def _reviews(chance, child: MadeUpChild, began: date, until: date) -> None:
    day = began + timedelta(days=chance.randrange(10, 45))
    gap = (60, 110)
    while day <= until:
        code = (
            "PN0" if day < four(child.born) else chance.choice(("PN1", "PN2", "PN4", "PN6", "PN7"))
        )
        child.reviews.append((day, code))
        day += timedelta(days=chance.randrange(*gap))
        gap = (120, 210)


@dataclass(frozen=True)
class Bad:
    """A row that is to come back, in which file, and a word its reason must hold."""

    file: str
    row: tuple[str, ...]
    says: str


class Returns:
    """The returns of the years that begin in `years`, as files in a folder."""

    def __init__(self, seed: int, how_many: int, years: range):
        self.chance = random.Random(seed + 1)
        self.years = years
        first, last = date(years[0], 4, 1), date(years[-1] + 1, 3, 31)
        self.children = made_up_children(seed, how_many, first=first, last=last)
        self.bad: list[Bad] = []

    def write(self, folder: Path, *, bad_rows: bool = False) -> None:
        """A file for each table and year, with bad rows among the good ones where asked."""
        for begins_in in self.years:
            tables = self._tables(date(begins_in, 4, 1), date(begins_in + 1, 3, 31))
            if bad_rows:
                self._spoil(begins_in, tables)
            for table, rows in tables.items():
                self.chance.shuffle(rows)
                with (folder / f"{table}_{begins_in}.csv").open("w", newline="") as file:
                    writer = csv.writer(file)
                    writer.writerow(COLUMNS[table].split())
                    writer.writerows(rows)

    def _tables(self, first: date, last: date) -> dict[str, list[tuple[str, ...]]]:
        tables: dict[str, list[tuple[str, ...]]] = {table: [] for table in COLUMNS}
        for child in self.children:
            told = [
                one
                for one in child.episodes
                if one["DECOM"] <= last and (one["DEC"] is None or one["DEC"] >= first)
            ]
            if not told:
                continue
            born = written(child.born)
            tables["Header"].append(
                (child.reference, child.sex, born, child.ethnicity, "UN1", "", "")
            )
            tables["Episodes"] += [self._episode(child, one, last) for one in told]
            tables["Reviews"] += [
                (child.reference, born, written(day), code)
                for day, code in child.reviews
                if first <= day <= last
            ]
            if child.unaccompanied:
                tables["UASC"].append((child.reference, child.sex, born, ""))
        return tables

    @staticmethod
    def _episode(child: MadeUpChild, one: dict, last: date) -> tuple[str, ...]:
        ended = one["DEC"] if one["DEC"] and one["DEC"] <= last else None
        return (
            child.reference, written(one["DECOM"]), one["RNE"], one["LS"], one["CIN"], one["PLACE"],
            one["PLACE_PROVIDER"], written(ended), one["REC"] if ended else "", "", "", "", "",
        )  # fmt: skip

    def _spoil(self, begins_in: int, tables: dict[str, list[tuple[str, ...]]]) -> None:
        """Put rows among the good ones that nobody can take, each wrong in one way."""
        reviewed = {row[0]: row for row in tables["Reviews"]}
        names = sorted(reviewed)
        born = {row[0]: row[2] for row in tables["Header"]}
        day = written(date(begins_in, 9, 14))

        def add(table: str, row: tuple[str, ...], says: str) -> None:
            tables[table].append(row)
            self.bad.append(Bad(f"{table}_{begins_in}.csv", row, says))

        def one() -> str:
            return self.chance.choice(names)

        for _ in range(3):
            add("Reviews", (one(), "", "31/02/2016", "PN1"), "REVIEW")
            add("Reviews", (child := one(), born[child], day, "PN9"), "PN9")
            add("Reviews", ("NOBODY", "01/01/2005", day, "PN1"), "Header")
            add("Reviews", (one(), "13/07/1990", day, "PN1"), "13")
            add("Reviews", (child := one(), born[child], "01/04/2030", "PN1"), "future")
            add("Reviews", (child := one(), born[child], "05/05/1985", "PN0"), "born")
            add("Episodes", _row(one(), day, "S", "C2", "N9"), "N9")
            add("Episodes", _row(one(), "2016", "S", "C2", "N1"), "DECOM")
            add("Episodes", _row("NOBODY", day, "S", "C2", "N1"), "Header")
            add("Header", ("WRONG", "3", "01/01/2010", "WBRI", "", "", ""), "SEX")


def _row(child: str, decom: str, rne: str, ls: str, cin: str) -> tuple[str, ...]:
    return (child, decom, rne, ls, cin, "U4", "PR1", "", "", "", "", "", "")
