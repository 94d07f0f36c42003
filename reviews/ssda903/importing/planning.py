"""What follows from a return for those looked after now: the next review of each child."""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice

from cohort.models import Council
from cohort.ssda903.storing.copying import copy_rows
from reviews.ssda903.importing import plans
from reviews.ssda903.importing.due_days import A_BATCH, histories
from reviews.ssda903.importing.law import Law
from reviews.ssda903.importing.notes import first_few, records_begin
from reviews.ssda903.importing.reviews import law_of
from statute.calendar import UnknownBankHolidays
from statute.reporting_year import ReportingYear


def plan_next_reviews(
    cursor, *, on: date, at: datetime, by, council: Council | None, years: list[str]
) -> list[str]:
    """Plan what is due next for each child the return touched, and those without a plan.

    Gives sentences to note. `years` are those bring_in_reviews found all in. `by` is None where
    nobody is signed in: the log of plans, which names who changed one, then leaves it out, and
    the history keeps it.
    """
    law = law_of(cursor, years, on=on, council=council)
    notes = _move_records_back(council, years)
    plans.make_room(cursor)
    not_counted = _work_out(cursor, law, on=on)
    cancelled = plans.cancel_of_ended_care(cursor, at=at, on=on, by=by)
    planned = plans.plan_what_is_missing(cursor, months=law.months)
    moved = plans.plan_anew(cursor, months=law.months, at=at, on=on, by=by)
    plans.owe_midway_checks(cursor, on=on)
    for words, number in (
        ("Reviews planned: {:,}.", planned),
        ("Planned reviews that have another due day now: {:,}.", moved),
        ("Planned reviews cancelled, as care has ended: {:,}.", cancelled),
    ):
        if number:
            notes.append(words.format(number))
    if not_counted:
        start = "The next review cannot be planned where bank holidays are not known: "
        notes.append(start + first_few(not_counted))
    return notes


def _work_out(cursor, law: Law, *, on: date) -> list[str]:
    """Fill next_due for every open period of care; the references that cannot be counted."""
    refused: list[int] = []
    rows = _next_due(cursor, law, on, refused)
    while batch := list(islice(rows, A_BATCH)):
        columns = ("period_id", "child_id", "due_on", "rule", "base_on", "last_on")
        copy_rows(cursor, "next_due", columns, batch)
    cursor.execute("ANALYZE next_due")
    cursor.execute("SELECT reference FROM cohort_child WHERE id = ANY(%s) ORDER BY 1", [refused])
    return [reference for (reference,) in cursor.fetchall()]


def _next_due(cursor, law: Law, on: date, refused: list[int]) -> Iterator[tuple]:
    for history in histories(cursor):
        care = history.care
        if history.ended_on is not None:
            continue
        try:
            due = law.next(care, history.held, on=on)
        except UnknownBankHolidays:
            refused.append(care.child_id)
            continue
        last = history.held[-1] if history.held else None
        yield care.period_id, care.child_id, due.due_on, due.rule, due.base_on, last


def _move_records_back(council: Council | None, years: list[str]) -> list[str]:
    """The records begin with the first year that is told; never later than they did."""
    if council is None or not years:
        return []
    first = ReportingYear.parse(years[0]).first
    earlier = Council.objects.filter(pk=council.pk, records_from__gt=first)
    return [records_begin(first)] if earlier.update(records_from=first) else []
