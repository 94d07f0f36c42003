"""The service in figures; each is counted by the list it opens."""

from datetime import date
from decimal import Decimal

from reviews.today.asker import Asker
from reviews.today.tiles import list_of, tile

APRIL = 4


def figures(asker: Asker) -> list[dict]:
    """The service in figures, each with the address of the list it counts.

    Those with a key are drawn over the last months too, where somebody draws them.
    """
    on = asker.on
    month = {"from": on.replace(day=1).isoformat(), "to": on.isoformat()}
    year = {"from": year_start(on).isoformat(), "to": on.isoformat()}
    return [
        _share(asker, "Reviews held in time this month", "held_due_known", "held_in_time", month)
        | {"key": "reviews-in-timescale"},
        _share(
            asker,
            "Outcome forms within 24 hours this month",
            "form_expected",
            "form_in_time",
            month,
        )
        | {"key": "outcome-forms"},
        _number(asker, "Reviews overdue", state="overdue"),
        _number(asker, "Records overdue", state="record_overdue") | {"key": "records"},
        _number(
            asker, f"Participation not recorded since {on_day(year_start(on))}",
            state="not_recorded", **year,
        )
        | {"key": "not-recorded"},
    ]  # fmt: skip


def year_start(on: date) -> date:
    """The 1 April on or before the day."""
    return date(on.year if on.month >= APRIL else on.year - 1, APRIL, 1)


def on_day(day: date) -> str:
    """The day in words."""
    return f"{day:%-d %B}"


def _share(asker: Asker, label: str, all_state: str, part_state: str, days: dict) -> dict:
    whole = asker.count(state=all_state, **days)
    part = asker.count(state=part_state, **days)
    share = Decimal(100 * part) / whole if whole else None
    return {
        "label": label,
        "share": share,
        "part": part,
        "whole": whole,
        "href": list_of(state=all_state, **days),
        "tone": "",
    }


def _number(asker: Asker, label: str, **choices) -> dict:
    return tile(label, asker.count(**choices), list_of(**choices))
