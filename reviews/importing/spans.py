"""Rows that hold from one day to another: in what order they come, and which overlap."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Model

from iro_service.templatetags.house import day as in_words
from reviews.importing.rows import NotTaken, Row, as_day
from reviews.importing.tally import Did, Tally

LEFT = "{} had no end although the child has left care, and ends on that day"


def in_order(rows: Iterable[Row], whose: str, started_on: str) -> list[Row]:
    """Each one's rows from the earliest, so that an end given later is known when it matters."""

    def place(row: Row):
        return row.cells.get(whose, "").lower(), as_day(row.cells.get(started_on, "")) or date.max

    return sorted(rows, key=place)


def span_of(row: Row, tally: Tally, *, left_on: date | None, on: date) -> tuple[date, date | None]:
    """From which day to which the row holds; what has no end ends with the child's care."""
    started = row.day("started_on", required="There is no day it began.")
    ended = row.day("ended_on")
    if started is None or started > on:
        raise NotTaken("It has not begun yet. Only what has begun is imported.", "started_on")
    if ended and ended < started:
        raise NotTaken("It ends before it begins.", "ended_on")
    if ended is None and left_on:
        if started >= left_on:
            raise NotTaken(f"The child left care on {in_words(left_on)}.", "started_on")
        tally.note(LEFT, f"{row.words('child')}, {in_words(left_on)}")
        ended = left_on
    return started, ended


def in_the_way(spans: Iterable, started_on: date, ended_on: date | None, *, but=None):
    """The first of the spans, except one, that shares a day; the day of the end is free."""
    for span in spans:
        if span is but or span.started_on == span.ended_on or started_on == ended_on:
            continue
        ends_before = ended_on is not None and ended_on <= span.started_on
        ended_before = span.ended_on is not None and span.ended_on <= started_on
        if not (ends_before or ended_before):
            return span
    return None


def put_right(model: type[Model], row, facts: dict) -> Did:
    """Give a row of the records the facts a file tells; what the file leaves empty stays."""
    new = {
        name: value
        for name, value in facts.items()
        if value not in (None, "") and getattr(row, name) != value
    }
    if not new:
        return "unchanged"
    model._default_manager.filter(pk=row.pk).update(**new)
    return "changed"
