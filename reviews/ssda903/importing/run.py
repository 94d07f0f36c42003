"""A return comes in as a whole or not at all: children, care, past reviews, what is due next."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from django.db import connection, transaction

from audit.deeds import in_history
from cohort.importing import Outcome
from cohort.models import Council
from cohort.ssda903 import staging
from cohort.ssda903.reading.files import given
from cohort.ssda903.storing import intake, notes
from iro_service import clock
from iro_service.refusals import Refusal
from reviews.ssda903.importing.kept import say_what_is_kept
from reviews.ssda903.importing.planning import plan_next_reviews
from reviews.ssda903.importing.reviews import bring_in_reviews
from reviews.ssda903.importing.set_aside import SetAside

ONE_AT_A_TIME = 903
NOTHING_FOUND = "None of the files is a table of the return: "
# Nobody else changes what the rows are compared with, while others go on reading.
HOLD = (
    "LOCK TABLE cohort_child, cohort_periodofcare, cohort_episode, reviews_review "
    "IN SHARE ROW EXCLUSIVE MODE"
)


def import_return(
    files: Iterable[tuple[str, Path | bytes]],
    *,
    on: date,
    year: str = "",
    dry_run: bool = False,
    by=None,
    progress: intake.Progress | None = None,
) -> Outcome:
    """Bring the files in, in one transaction; after a dry run all is as it was.

    `year` is the one year the files are of, like 2016-17, where that is known. Raises Refusal
    where none of the files is a table of the return.
    """
    told = progress or _nobody
    found = intake.recognise_all(given(files))
    if found.none_found:
        raise Refusal(NOTHING_FOUND + " ".join(found.notes or ["there are none."]))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
        cursor.execute(HOLD)
        staging.make_room(cursor)
        say_what_is_kept(cursor)
        with in_history(cursor, deed="SSDA903 return", by=by.pk if by else None):
            outcome = _carry_out(cursor, found, on=on, year=year, by=by, progress=told)
        staging.clear_away(cursor)
        if dry_run:
            transaction.set_rollback(True)
    told("Done", 100)
    return outcome


def _carry_out(cursor, found: intake.Return, *, on, year, by, progress) -> Outcome:
    council = Council.objects.first()
    of_files = intake.copy_all(cursor, found, on=on, year=year, progress=progress)
    intake.bring_in_care(cursor, progress=progress)
    progress("Past reviews", 60)
    reviews = bring_in_reviews(cursor, on=on, year=year, council=council)
    progress("Due days and next reviews", 75)
    planned = plan_next_reviews(
        cursor, on=on, at=clock.now(), by=by, council=council, years=reviews.years
    )
    progress("Counting", 95)
    counts = {table.name: intake.count(cursor, table) for table in staging.TABLES}
    counts[staging.REVIEWS.name] = reviews.counts
    return Outcome(
        counts={name: one for name, one in counts.items() if one.read},
        notes=[*found.notes, *of_files, *notes.notes(cursor), *reviews.notes, *planned],
        missing=notes.missing(cursor),
        years=reviews.years,
        rejects=SetAside(intake.rejects(cursor)),
    )


def _nobody(step: str, percent: int) -> None:
    """Progress that nobody follows."""
