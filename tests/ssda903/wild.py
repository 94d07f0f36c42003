"""A folder nobody has seen: any code, any day from 2015 to 2030, columns and rows in any state."""

import csv
import random
from datetime import date, timedelta
from pathlib import Path

from tests.ssda903.made_up import COLUMNS, written

SOME = {
    "CHILD": "",
    "SEX": "1 2 M F U 3 X",
    "ETHNIC": "WBRI MOTH AIND NOBT REFU XXXX wbri",
    "UPN": "UN1 UN5 A123456789012",
    "MOTHER": "0 1 2",
    "RNE": "S L P T B U S S Z",
    "LS": "C1 C2 V2 V3 V4 E1 L1 J2 D1 Q9",
    "CIN": "N1 N2 N5 N8 N9",
    "PLACE": "U1 U4 K2 K3 H5 P1 Z1 Z11 A3 T0 R1 XX",
    "PLACE_PROVIDER": "PR0 PR1 PR4 PR9",
    "REC": "X1 X1 X1 E4a E4A E11 E8 E99",
    "REASON_PLACE_CHANGE": "CARPL CLOSE NONSENSE",
    "HOME_POST": "WR1_1AA",
    "PL_POST": "WR5_2BB",
    "URN": "1234567 XXXXXXX",
    "REVIEW_CODE": "PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7 PN8 pn1 1",
    "PREV_PERM": "P0 P1 P4 Z1 Q1",
    "LA_PERM": "885 NUK 1",
    "DATE_PERM": "zz/zz/2012 01/02/2013",
}
DAYS = ("DOB", "DECOM", "DEC", "REVIEW", "DUC", "MC_DOB")
NO_DAYS = ("", "31/02/2019", "2019", "1.5.2018", "00/00/0000", "29/02/2019", "N/A", "01/13/2020")


class Wild:
    """The folder of a number: how many rows each table has, and what each cell says."""

    def __init__(self, seed: int, children: int):
        self.chance = random.Random(seed)
        self.children = [f"W{n:04}" for n in range(children)]
        self.born = {child: self._day(2000, 2016) for child in self.children}

    def write(self, folder: Path) -> dict[str, list[dict[str, str]]]:
        """Write it; each table's rows as they were written."""
        tables = {
            "Header": [self._row("Header", child) for child in self.children],
            "Episodes": [self._row("Episodes") for _ in range(4 * len(self.children))],
            "Reviews": [self._row("Reviews") for _ in range(6 * len(self.children))],
            "UASC": [self._row("UASC") for _ in range(len(self.children) // 4)],
            "PrevPerm": [self._row("PrevPerm") for _ in range(len(self.children) // 4)],
        }
        for number, (table, rows) in enumerate(sorted(tables.items())):
            rows.extend(self.chance.choices(rows, k=len(rows) // 20))  # the same again
            columns = [*COLUMNS[table].split(), "NOTES"]
            self.chance.shuffle(columns)
            path = folder / f"extract {number}.csv"
            with path.open(
                "w", newline="", encoding=self.chance.choice(("utf-8-sig", "cp1252"))
            ) as f:
                writer = csv.DictWriter(f, columns, delimiter=self.chance.choice(",;\t"))
                writer.writeheader()
                writer.writerows({**row, "NOTES": "café; Zoë, 2\nlines"} for row in rows)
        return tables

    def _row(self, table: str, child: str = "") -> dict[str, str]:
        child = child or self.chance.choice([*self.children, "NOBODY", ""])
        return {column: self._cell(column, child) for column in COLUMNS[table].split()}

    def _cell(self, column: str, child: str) -> str:
        if column == "CHILD":
            return child
        if column == "DOB" and self.chance.random() < 0.95:
            return written(self.born.get(child))
        if column in DAYS:
            missing = {"DEC": 0.3, "DUC": 0.6, "MC_DOB": 0.9}.get(column, 0.05)
            if self.chance.random() < missing:
                return self.chance.choice(NO_DAYS) if column not in ("DEC", "MC_DOB") else ""
            return written(self._day(2015, 2030 if self.chance.random() < 0.3 else 2025))
        words = SOME[column].split()
        return self.chance.choice(["", *words, *words[:3] * 20])

    def _day(self, first: int, last: int) -> date:
        days = (date(last, 12, 31) - date(first, 1, 1)).days
        return date(first, 1, 1) + timedelta(days=self.chance.randrange(days))
