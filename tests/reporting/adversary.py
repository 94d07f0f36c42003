"""Somebody who reads a public report and tries to work out what it withholds.

Shares nothing with reporting.withholding: what adds up is written here again, by hand, from what
the words of the report say, and the tables are read from what is printed in them.
"""

import re

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

FEWER = 5
MANY = 100_000
CODES = [f"PN{n}" for n in range(1, 8)]


class Adversary:
    """Knows every number told and every sum; asks how large a withheld one may be."""

    def __init__(self, public: dict, true: dict):
        self.public, self.true = public, true
        self.names: dict[str, int] = {}
        self.lowest: list[int] = []
        self.truth: list[float] = []
        self.rows: list[tuple[dict[int, float], float, float]] = []

    def is_there(self, path: str) -> bool:
        """Whether the report knows this number at all."""
        return isinstance(look(self.true, path), int)

    def term(self, path: str) -> tuple[int | None, float]:
        """A number as its place among the unknown ones, or as its value."""
        value = look(self.public, path)
        if isinstance(value, int | float):
            return None, value
        return self.unknown(path, look(self.true, path), 1), 0

    def unknown(self, name: str, truth: float, lowest: int) -> int:
        """A number that is not told; one that would be printed is not 0, for a 0 is told."""
        if name not in self.names:
            self.names[name] = len(self.names)
            self.lowest.append(lowest)
            self.truth.append(truth)
        return self.names[name]

    def sum(self, whole: str, parts: list[str], rest: str = "") -> None:
        """The whole is its parts together, and what is left over where `rest` names it."""
        parts = [part for part in parts if self.is_there(part)]
        if not self.is_there(whole) or not (parts or rest):
            return
        left = look(self.true, whole) - sum(look(self.true, part) for part in parts)
        if left < 0 or (left and not rest):
            return  # not true here, so it tells nothing
        told, known = self._added([whole], [-1.0])
        more, added = self._added(parts, [1.0] * len(parts))
        for place, factor in more.items():
            told[place] = told.get(place, 0) + factor
        if rest:
            told[self.unknown(rest, left, 0)] = 1.0
        self.rows.append((told, -known - added, -known - added))

    def share(self, part: str, whole: str, percent: str, times: int = 100) -> None:
        """A share that is told holds its part and its whole between two bounds."""
        told = look(self.public, percent)
        if not isinstance(told, str) and told is not None and _is_number(told):
            if not self.is_there(part) or not self.is_there(whole):
                return
            for at, sign in ((float(told) - 0.05, 1), (float(told) + 0.05, -1)):
                some, known = self._added([part, whole], [float(times), -at])
                some = {place: sign * factor for place, factor in some.items()}
                self.rows.append((some, -sign * known - 1e-6, np.inf))

    def _added(self, paths: list[str], factors: list[float]) -> tuple[dict[int, float], float]:
        told: dict[int, float] = {}
        known = 0.0
        for path, factor in zip(paths, factors, strict=True):
            place, value = self.term(path)
            known += factor * value
            if place is not None:
                told[place] = told.get(place, 0) + factor
        return told, known

    def lies(self) -> list:
        """The equations that the true numbers do not bear out: there must be none."""
        wrong = []
        for told, low, high in self.rows:
            value = sum(self.truth[place] * factor for place, factor in told.items())
            if not low - 1e-6 <= value <= high + 1e-6:
                wrong.append((told, low, high, value))
        return wrong

    def found(self) -> dict[str, tuple[int, int]]:
        """Each small number that is not told and yet held below 5, with its least and its most."""
        caught = {}
        for name, place in self.names.items():
            if 0 < self.truth[place] < FEWER:
                most = self._bound(place, -1)
                if most < FEWER:
                    caught[name] = (self._bound(place, 1), most)
        return caught

    def _bound(self, place: int, sign: int) -> int:
        aim = np.zeros(len(self.names))
        aim[place] = sign
        asked = self._asked()
        answer = milp(
            aim,
            constraints=asked,
            integrality=np.ones(len(self.names)),
            bounds=Bounds(np.array(self.lowest), np.full(len(self.names), MANY)),
        )
        assert answer.status in (0, 3), answer.message
        return MANY if answer.status == 3 else round(sign * answer.fun)

    def _asked(self):
        rows = [row for row in self.rows if row[0]]
        if not rows:
            return ()
        matrix = np.zeros((len(rows), len(self.names)))
        for n, (told, _, _) in enumerate(rows):
            for place, factor in told.items():
                matrix[n, place] = factor
        return LinearConstraint(matrix, [low for _, low, _ in rows], [high for *_, high in rows])


def look(figures, path: str):
    """The figure at the path, or None."""
    for step in path.split("."):
        if isinstance(figures, list) and step.lstrip("-").isdigit():
            figures = figures[int(step)] if abs(int(step)) < len(figures) + 1 else None
        elif isinstance(figures, dict):
            figures = figures.get(step)
        else:
            return None
    return figures


def _is_number(value) -> bool:
    try:
        float(value)
    except (TypeError, ValueError):
        return False
    return True


def under(figures, path: str) -> list[str]:
    """The paths of everything in a dict or list."""
    here = look(figures, path)
    if isinstance(here, dict):
        return [f"{path}.{key}" for key in here]
    return [f"{path}.{n}" for n in range(len(here))] if isinstance(here, list) else []


def figures_add_up(a: Adversary) -> None:
    """Everything that hangs together in the figures, as a reader would see it."""
    true = a.true
    years = under(true, "timeliness.by_year")
    months = [m for y in years for m in under(true, f"{y}.by_month")]
    for row in [*years, *months, *under(true, "timeliness.by_kind")]:
        if look(true, f"{row}.basis") == "published" or _is_published(true, row):
            continue
        a.sum(f"{row}.reviews", [f"{row}.in_timescale", f"{row}.due_day_not_known"], f"{row} late")
        a.sum(f"{row}.reviews",
              [f"{row}.in_timescale", f"{row}.due_day_not_known", f"{row}.late"])  # fmt: skip
        a.share(f"{row}.in_timescale", f"{row}.reviews", f"{row}.percent")
    for what in ("reviews", "in_timescale", "due_day_not_known"):
        for y in years:
            if not _is_published(true, y):
                a.sum(f"{y}.{what}", [f"{m}.{what}" for m in under(true, f"{y}.by_month")])
        if years and not _is_published(true, years[-1]):
            a.sum(f"{years[-1]}.{what}",
                  [f"{k}.{what}" for k in under(true, "timeliness.by_kind")])  # fmt: skip
            for n, m in enumerate(under(true, f"{years[-1]}.by_month")):
                a.sum(f"{m}.{what}", [f"timeliness.by_month.{n}.{what}"])
    reasons = [f"{r}.reviews" for r in under(true, "timeliness.late_reasons")]
    late = [f"{k}.late" for k in under(true, "timeliness.by_kind")]
    if reasons and late:
        _equal(a, late, reasons)
    a.sum("timeliness.by_child.children", ["timeliness.by_child.every_review_in_timescale",
          "timeliness.by_child.due_day_not_known"], "children late")  # fmt: skip
    _taking_part(a)
    _children(a)
    _concerns(a)
    _written(a)


def _is_published(figures, path: str) -> bool:
    return look(figures, ".".join(path.split(".")[:3]) + ".basis") == "published"


def _equal(a: Adversary, one: list[str], other: list[str]) -> None:
    if sum(look(a.true, p) for p in one) == sum(look(a.true, p) for p in other):
        told, known = a._added([*one, *other], [1.0] * len(one) + [-1.0] * len(other))
        a.rows.append((told, -known, -known))


def _taking_part(a: Adversary) -> None:
    now = f"participation.by_year.{len(under(a.true, 'participation.by_year')) - 1}"
    if look(a.true, f"{now}.basis") != "records":
        return
    states = ("participated", "not_participated", "not_recorded")
    every = f"{now}.reviews_aged_4_and_over"
    a.sum(every, [f"{now}.{state}" for state in states])
    code = "participation.by_code."
    a.sum(every, [*(code + one for one in CODES), f"{code}not_recorded"])
    a.sum(f"{now}.not_recorded", [f"{code}not_recorded"])
    a.sum(f"{now}.attended", [code + one for one in CODES[:4]])
    a.sum(f"{now}.participated", [code + c for c in a.true["participation"]["participated_codes"]])
    for by in ("by_age", "by_ethnic_group", "by_disability"):
        rows = under(a.true, f"participation.{by}")
        for row in rows:
            a.sum(f"{row}.reviews", [f"{row}.{state}" for state in states])
            a.share(f"{row}.participated", f"{row}.reviews", f"{row}.participated_percent")
        for state in states:
            a.sum(f"{now}.{state}", [f"{row}.{state}" for row in rows])
        a.sum(every, [f"{row}.reviews" for row in rows])
    alone = "participation.seen_alone."
    a.sum(every, [alone + one for one in ("yes", "no", "not_recorded")])
    for who in ("parents", "carers"):
        w = f"parents_participation.{who}."
        a.sum("parents_participation.reviews", [w + one for one in (
            "came", "views", "neither", "not_appropriate", "not_recorded")])  # fmt: skip
        a.sum(f"{w}took_part", [f"{w}came", f"{w}views"])


def _children(a: Adversary) -> None:
    c = "cohort."
    for key, here in (a.true["cohort"] or {}).items():
        if key.startswith("by_") and isinstance(here, dict):
            a.sum(f"{c}total", under(a.true, c + key))
    places = under(a.true, f"{c}by_district")
    a.sum(f"{c}total", [f"{place}.total" for place in places])
    sexes, bands = under(a.true, f"{c}by_sex"), under(a.true, f"{c}by_age")
    for key in [*sexes, *bands]:
        a.sum(key, [f"{place}.{key.split('.')[-1]}" for place in places])
    for place in places:
        for keys in (sexes, bands):
            a.sum(f"{place}.total", [f"{place}.{key.split('.')[-1]}" for key in keys])
    from cohort.groups import ETHNICITY, PLACEMENT

    for group, code, names in (("by_ethnic_group", "by_ethnicity", ETHNICITY),
                               ("by_placement_group", "by_placement", PLACEMENT)):  # fmt: skip
        for name, codes in names.items():
            a.sum(f"{c}{group}.{name}", [f"{c}{code}.{one}" for one in codes])
    for one in ("disabled", "uasc"):
        a.sum(f"{c}total", [c + one], f"not {one}")
        for by in under(a.true, f"{c}of_{one}"):
            a.sum(c + one, under(a.true, by))
            for path in under(a.true, by):
                a.sum(path.replace(f"of_{one}.", ""), [path], f"{path} others")
    a.sum(f"{c}starts", under(a.true, f"{c}status_before"))
    a.sum(f"{c}ends", under(a.true, f"{c}ends_by_reason"))
    a.sum(f"{c}residential.children", [f"{c}residential.own"], "in homes of others")
    months = under(a.true, "caseload.by_month")
    for month in months:
        a.sum(f"{month}.children", [f"{month}.unallocated"], f"{month} with an IRO")
    a.sum("caseload.children", ["caseload.allocated", "caseload.unallocated"])
    for same in ("caseload.children", "disputes.children", f"{c}by_year.2.total"):
        a.sum(f"{c}total", [same])
    if all(a.is_there(c + one) for one in ("total", "previous_total", "starts", "ends")):
        _equal(a, [f"{c}total", f"{c}ends"], [f"{c}previous_total", f"{c}starts"])


def _concerns(a: Adversary) -> None:
    d = "disputes."
    a.sum(f"{d}raised", [f"{d}informal", f"{d}formal"])
    for key in ("by_stage", "by_theme", "by_group"):
        a.sum(f"{d}raised", under(a.true, d + key))
    a.sum(f"{d}raised", [f"{row}.raised" for row in under(a.true, f"{d}by_team")])
    for what in ("raised", "good_practice"):
        a.sum(d + what, [f"{row}.{what}" for row in under(a.true, f"{d}by_month")])
    from disputes.codes import GROUPS

    for group, themes in GROUPS.items():
        a.sum(f"{d}by_group.{group.value}", [f"{d}by_theme.{one.value}" for one in themes])
    a.sum(f"{d}settled", under(a.true, f"{d}by_outcome"))
    a.sum(f"{d}settled", [f"{d}formal_settled"], "settled informally")
    a.sum(f"{d}closed", [f"{d}closed_saying_what_changed"], "closed, and nothing said")
    before = [f"{d}by_year.1.open_at_end"] if a.is_there(f"{d}by_year.1.open_at_end") else []
    if a.is_there(f"{d}closed"):
        _equal(a, [f"{d}raised", *before], [f"{d}closed", f"{d}open_at_end"])
    a.sum(f"{d}formal_settled", [f"{d}within_20_working_days"], "over 20 days")
    a.share(f"{d}raised", f"{d}children", f"{d}per_100_children")
    for one in ("raised", "informal", "formal", "settled", "open_at_end", "cafcass"):
        a.sum(d + one, [f"{d}by_year.2.{one}"])


def _written(a: Adversary) -> None:
    for block, in_time, rest in (
        ("outcome_forms", "within_24_hours", ("late", "outstanding")),
        ("decisions", "in_time", ("late", "outstanding")),
        ("records", "completed_in_time", ("completed_late", "outstanding")),
    ):
        a.sum(f"{block}.due", [f"{block}.{one}" for one in (in_time, *rest)])
        months = under(a.true, f"{block}.by_month")
        a.sum(f"{block}.due", [f"{m}.due" for m in months])
        a.sum(f"{block}.{in_time}", [f"{m}.in_time" for m in months])
        for m in months:
            a.sum(f"{m}.due", [f"{m}.in_time"], f"{m} not in time")
            a.share(f"{m}.in_time", f"{m}.due", f"{m}.percent")
    a.sum("records.due", [f"records.{one}" for one in (
        "distributed_in_time", "distributed_late", "not_distributed")])  # fmt: skip
    months = under(a.true, "oversight.by_month")
    states = ("done_in_time", "done_late", "not_done")
    for row in ["oversight", *months]:
        a.sum(f"{row}.due", [f"{row}.{one}" for one in states])
    for one in ("due", *states):
        a.sum(f"oversight.{one}", [f"{m}.{one}" for m in months])
    a.sum("oversight.contacts", under(a.true, "oversight.by_kind"))


NUMBER = re.compile(r"^[0-9,]+$")
SHARE = re.compile(r"^[0-9.]+%$")


def tables_add_up(a: Adversary, told, true) -> None:
    """The printed tables: columns that add up to their last row, and shares of it.

    A cell is taken for the same number as a figure only where the columns say so by adding up.
    """
    for public, inside in zip(told, true, strict=True):
        assert public.id == inside.id
        for column in range(len(public.columns)):
            _column(a, public, inside, column)


def _column(a: Adversary, public, inside, column: int) -> None:
    if not inside.total or not NUMBER.match(str(inside.total[column])):
        return
    whole = (public.total[column], _number(inside.total[column]))
    cells = []
    rows = {str(row[:1]): row for row in public.rows}
    for row in inside.rows:
        if row[column] is None or not NUMBER.match(str(row[column])):
            return
        mine = rows[str(row[:1])] if len(rows) == len(public.rows) else None
        if mine is None:
            return
        cells.append((mine, mine[column], _number(row[column]), str(row[0])))
    if sum(true for _, _, true, _ in cells) != whole[1]:
        return
    some: dict[int, float] = {}
    known = 0.0
    for _, printed, true, words in cells:
        known += _cell(a, some, f"{public.id} {column} {words}", printed, true, 1.0)
    known += _cell(a, some, f"{public.id} {column} all", *whole, -1.0)
    a.rows.append((some, -known, -known))
    for mine, printed, true, words in cells:
        if column + 1 < len(mine) and SHARE.match(str(mine[column + 1])):
            share = float(mine[column + 1][:-1])
            if abs(100 * true - share * whole[1]) > 0.051 * whole[1]:
                continue  # a share of something else
            for at, sign in ((share - 0.05, 1), (share + 0.05, -1)):
                some, known = {}, 0.0
                known += _cell(a, some, f"{public.id} {column} {words}", printed, true, 100.0)
                known += _cell(a, some, f"{public.id} {column} all", *whole, -at)
                some = {place: sign * factor for place, factor in some.items()}
                a.rows.append((some, -sign * known - 1e-6, np.inf))


def _cell(a: Adversary, some: dict, name: str, printed, true: int, factor: float) -> float:
    if NUMBER.match(str(printed)):
        return factor * _number(printed)
    place = a.unknown(name, true, 1)
    some[place] = some.get(place, 0) + factor
    return 0.0


def _number(words: str) -> int:
    return int(str(words).replace(",", ""))
