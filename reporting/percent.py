"""Shares and averages, rounded as the published reports round."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from reporting.withheld import WITHHELD, Withheld

Number = int | Decimal | Withheld
ONE_DECIMAL = Decimal("0.1")


def percent(part: Number | None, whole: Number | None) -> Decimal | Withheld | None:
    """`part` of `whole` in percent with one decimal, halves rounded up.

    None where either is not known or the whole is 0: no share of nothing is 0%. Withheld where
    either is. A negative part (a fall) rounds by its size. Source: the tables of the 2016/17
    annual report.
    """
    return ratio(part if part is None else part * 100, whole)


def share_in_timescale(row: Mapping) -> Decimal | Withheld | None:
    """The share in timescale of a row's reviews whose due day is known, in percent.

    Unit, rounding and None: as for percent. Source: reporting.figures.timeliness.DEFINITIONS.
    """
    reviews, not_known = row["reviews"], row.get("due_day_not_known") or 0
    return percent(row["in_timescale"], None if reviews is None else reviews - not_known)


def ratio(amount: Number | None, by: Number | None) -> Decimal | Withheld | None:
    """`amount` for each one of `by`, with one decimal, halves rounded up.

    None where either is not known or `by` is 0. Source: as for percent.
    """
    if amount is None or not by:
        return None
    if isinstance(amount, Withheld) or isinstance(by, Withheld):
        return WITHHELD
    return (Decimal(amount) / Decimal(by)).quantize(ONE_DECIMAL, ROUND_HALF_UP)
