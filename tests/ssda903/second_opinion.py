"""Counts a folder of returns with pandas, by rules written down a second time, as JSON.

Run by itself in the environment that has pandas, with the folder, the rejects file, the first and
the last year told, and the year to count.
Nothing of the service is imported, so that one mistake is not made twice.
"""

import json
import sys
from pathlib import Path

import numpy as np
import pandas as pd

HOLIDAYS = """
2013-01-01 2013-03-29 2013-04-01 2013-05-06 2013-05-27 2013-08-26 2013-12-25 2013-12-26
2014-01-01 2014-04-18 2014-04-21 2014-05-05 2014-05-26 2014-08-25 2014-12-25 2014-12-26
2015-01-01 2015-04-03 2015-04-06 2015-05-04 2015-05-25 2015-08-31 2015-12-25 2015-12-28
2016-01-01 2016-03-25 2016-03-28 2016-05-02 2016-05-30 2016-08-29 2016-12-26 2016-12-27
2017-01-02 2017-04-14 2017-04-17 2017-05-01 2017-05-29 2017-08-28 2017-12-25 2017-12-26
""".split()  # noqa: SIM905  # forty days, five lines


def taken(folder: Path, rejects: pd.DataFrame, table: str) -> pd.DataFrame:
    """The rows of a table that did not come back, the latest year's copy of each."""
    parts = []
    for path in sorted(folder.glob(f"{table}_*.csv")):
        rows = pd.read_csv(path, dtype=str, keep_default_na=False)
        back = rejects.loc[rejects["file"] == path.name, "line"].astype(int) - 2
        parts.append(rows.drop(index=back))
    return pd.concat(parts, ignore_index=True)


def days(column: pd.Series) -> pd.Series:
    return pd.to_datetime(column.where(column != ""), format="%d/%m/%Y")


def year_of(day: pd.Timestamp) -> int:
    return day.year if day.month >= 4 else day.year - 1


def with_periods(episodes: pd.DataFrame) -> pd.DataFrame:
    """The episodes with the number of the period of care each is part of."""
    episodes = episodes.drop_duplicates(["CHILD", "DECOM"], keep="last")
    episodes = episodes.assign(DECOM=days(episodes["DECOM"]), DEC=days(episodes["DEC"]))
    episodes = episodes.sort_values(["CHILD", "DECOM"])
    first = episodes["CHILD"] != episodes["CHILD"].shift()
    return episodes.assign(period=(first | (episodes["RNE"] == "S")).cumsum())


def periods_of(episodes: pd.DataFrame) -> pd.DataFrame:
    """A line a period: child, start, end, whether its start is told, whether it counts."""
    episodes = episodes.assign(
        short=episodes["LS"].isin(["V3", "V4"]),
        left=episodes["DEC"].where(episodes["REC"] != "X1"),
        told=episodes["RNE"] == "S",
    )
    return episodes.groupby("period").agg(
        child=("CHILD", "first"),
        start=("DECOM", "first"),
        end=("left", "last"),
        told=("told", "first"),
        short=("short", "all"),
    )


def due_day(number: int, base: pd.Timestamp) -> pd.Timestamp:
    """Twenty working days, then three months, then six."""
    if number == 0:
        due = np.busday_offset(base.date(), 0, roll="backward", holidays=HOLIDAYS)
        return pd.Timestamp(np.busday_offset(due, 20, holidays=HOLIDAYS))
    return base + pd.DateOffset(months=3 if number == 1 else 6)


def with_due_days(reviews: pd.DataFrame, periods: pd.DataFrame, covered: set[int]) -> pd.DataFrame:
    """Each review with the day it was due, where what was held before it is known."""
    due = {}
    for period in periods.itertuples():
        end = period.end if pd.notna(period.end) else pd.Timestamp("2100-01-01")
        mine = reviews[
            (reviews["CHILD"] == period.child)
            & (reviews["REVIEW"] >= period.start)
            & (reviews["REVIEW"] <= end)
        ].sort_values("REVIEW")
        # How many were held before, at least; and whether that is just how many.
        base, number, is_exact = period.start, 0, period.told
        for row in mine.itertuples():
            all_told = covered.issuperset(range(year_of(base), year_of(row.REVIEW) + 1))
            if all_told and (is_exact or number >= 2):
                due[row.Index] = due_day(number, base)
            else:
                due[row.Index] = pd.NaT
            if not all_told and number == 0:
                # The first one was due before the years that are told: it was not this one.
                told_from = pd.Timestamp(year_of(row.REVIEW), 4, 1)
                while year_of(told_from) - 1 in covered:
                    told_from -= pd.DateOffset(years=1)
                number += due_day(0, base) < told_from
            is_exact = is_exact and all_told
            base, number = row.REVIEW, number + 1
    return reviews.assign(due=pd.Series(due, dtype="datetime64[ns]"))


def counts(column: pd.Series) -> dict[str, int]:
    return {str(key): int(number) for key, number in column.value_counts().items()}


def age(born: pd.Series, day: pd.Timestamp) -> pd.Series:
    before = (born.dt.month > day.month) | ((born.dt.month == day.month) & (born.dt.day > day.day))
    return day.year - born.dt.year - before.astype(int)


def main(folder: Path, rejects: Path, first: int, last: int, counted_year: int) -> dict:
    back = pd.read_csv(rejects, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    header = taken(folder, back, "Header").drop_duplicates("CHILD", keep="last")
    header = header.assign(DOB=days(header["DOB"])).set_index("CHILD")
    uasc = set(taken(folder, back, "UASC")["CHILD"])
    episodes = with_periods(taken(folder, back, "Episodes"))
    periods = periods_of(episodes)
    reviews = taken(folder, back, "Reviews")
    reviews = reviews.assign(REVIEW=days(reviews["REVIEW"]))
    reviews = with_due_days(reviews, periods, set(range(first, last + 1)))

    begins, ends = pd.Timestamp(counted_year, 4, 1), pd.Timestamp(counted_year + 1, 3, 31)
    held = reviews[(reviews["REVIEW"] >= begins) & (reviews["REVIEW"] <= ends)]
    in_time = held["REVIEW"] <= held["due"]
    month = held["REVIEW"].dt.strftime("%Y-%m")
    counted = periods[~periods["short"]]
    on_day = counted[(counted["start"] <= ends) & ~(counted["end"] <= ends)]
    now = episodes[
        episodes["period"].isin(on_day.index)
        & (episodes["DECOM"] <= ends)
        & ~(episodes["DEC"] <= ends)
    ].drop_duplicates("period", keep="last")
    who = header.loc[on_day["child"]]
    bands = pd.cut(
        age(who["DOB"], ends),
        [-1, 0, 4, 10, 13, 15, 99],
        labels=["under_1", "1_to_4", "5_to_10", "11_to_13", "14_to_15", "16_plus"],
    )
    return {
        "reviews": len(held),
        "in_timescale": int(in_time.sum()),
        "due_day_not_known": int(held["due"].isna().sum()),
        "by_month": counts(month),
        "in_timescale_by_month": counts(month[in_time]),
        "by_code": counts(held["REVIEW_CODE"]),
        "total": len(on_day),
        "starts": int((counted["told"] & counted["start"].between(begins, ends)).sum()),
        "ends": int(counted["end"].between(begins, ends).sum()),
        "by_sex": counts(who["SEX"].map({"1": "male", "2": "female"})),
        "by_age": {key: number for key, number in counts(bands).items() if number},
        "by_ethnicity": counts(who["ETHNIC"]),
        "by_legal_status": counts(now["LS"]),
        "by_placement": counts(now["PLACE"]),
        "uasc": sum(child in uasc for child in on_day["child"]),
    }


if __name__ == "__main__":
    folder, rejects, *years = sys.argv[1:]
    sys.stdout.write(json.dumps(main(Path(folder), Path(rejects), *map(int, years))))
