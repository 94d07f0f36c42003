"""Files of a return made of rows, and what is in the records of them."""

from datetime import date

from django.db import connection

from cohort.importing import Outcome
from reviews.ssda903.importing.run import import_return

TODAY = date(2017, 7, 20)
HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB"
EPISODES = (
    "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN"
)
REVIEWS = "CHILD,DOB,REVIEW,REVIEW_CODE"
UASC = "CHILD,SEX,DOB,DUC"
PREV_PERM = "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM"
A1 = "A1,2,05/06/2010,WBRI,UN1,,"
A1_S = "A1,01/05/2016,S,C2,N1,U4,PR1,,,,WR1 1AA,WR2 2BB,SC1"


def table(columns: str, *rows: str) -> bytes:
    return "\r\n".join([columns, *rows, ""]).encode()


def bring_in(dry_run: bool = False, **tables: bytes) -> tuple[Outcome, list[str]]:
    """Import the tables by their files' names without .csv; what came of it, and the reasons."""
    files = [(f"{name}.csv", content) for name, content in tables.items()]
    outcome = import_return(files, on=TODAY, dry_run=dry_run)
    for counts in outcome.counts.values():
        assert counts.read == counts.taken + counts.rejected
    return outcome, [f"{one.file} {one.line}: {one.reason}" for one in outcome.rejects]


def all_there_is() -> dict[str, list[str]]:
    """Every row of every table of children and reviews, their history included."""
    rows = {}
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            if name.startswith(("cohort_", "reviews_", "pghistory_")):
                cursor.execute(f'SELECT t::text FROM "{name}" t ORDER BY 1')  # noqa: S608
                rows[name] = [row for (row,) in cursor.fetchall()]
    return rows
