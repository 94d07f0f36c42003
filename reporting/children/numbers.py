"""Five numbers of the year, said so that a child of ten understands them."""

from decimal import ROUND_HALF_UP, Decimal

from reporting.withheld import Withheld
from reporting.written import day, number

SHOWN = 5
FEW = 5  # a count below it is not told in public


def five_numbers(figures: dict) -> list[dict]:
    """The first five that are known and may be told, as tiles.

    Takes the public figures. Units: children, reviews, or reviews in every hundred, rounded half
    up. Source: the same figures as the report's, by the same definitions.
    """
    cohort, reviews = figures["cohort"], figures["timeliness"]["by_year"][-1]
    part = figures["participation"]["by_year"][-1]
    tiles = [
        _tile(
            number(_told(cohort["total"])),
            f"children and young people were looked after on {day(cohort['as_at'])}.",
        ),
        _tile(
            number(_told(reviews["reviews"])),
            "reviews were held. A review is a meeting about you and your plan.",
        ),
        _tile(
            _in_a_hundred(reviews["percent"]),
            "reviews were held on time. The law says by when a review must be held.",
        ),
        _tile(
            _in_a_hundred(part["participated_percent_of_recorded"]),
            "reviews had the child's own views in them, where we wrote it down. "
            "Some came. Some sent their words.",
        ),
        _tile(
            number(_told(figures["disputes"]["raised"])),
            "times an IRO spoke up for a child, because something was not good enough.",
        ),
        _tile(
            number(_rounded(figures["caseload"]["average"])),
            "children is how many one IRO looks out for, if you share all of them out.",
        ),
    ]
    return [tile for tile in tiles if tile][:SHOWN]


def _told(count: int | Withheld | None) -> int | None:
    return None if count is None or isinstance(count, Withheld) or count < FEW else count


def _rounded(value) -> int | None:
    if value is None or isinstance(value, Withheld):
        return None
    return int(Decimal(str(value)).quantize(Decimal(1), ROUND_HALF_UP))


def _in_a_hundred(percent) -> str | None:
    share = _rounded(percent)
    if share is None:
        return None
    if 0 < percent < 100:  # not all of them, and not none, however near
        share = min(max(share, 1), 99)
    return f"{share} in 100"


def _tile(value: str | None, words: str) -> dict | None:
    return {"label": words, "value": value, "note": ""} if value else None
