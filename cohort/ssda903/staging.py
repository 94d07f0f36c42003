"""Where the rows of a return wait inside the transaction while they are looked at as sets."""

from dataclasses import dataclass

# What every waiting row has beside its own columns. A row without a reason is taken.
EVERY_ROW = (
    "file smallint NOT NULL",  # its place among the files, the file of the latest year last
    "line integer NOT NULL",
    "row text NOT NULL",  # as it was given, to be handed back
    "at_column text",
    "reason text",
    "deed text",  # added, changed or unchanged: what became of a row that is taken
)


@dataclass(frozen=True)
class Table:
    """A table of the return, and the temporary table its rows wait in."""

    name: str
    waits_in: str
    columns: tuple[str, ...]  # with their types, in the order of the return

    @property
    def names(self) -> tuple[str, ...]:
        """The columns without their types."""
        return tuple(column.split()[0] for column in self.columns)


HEADER = Table(
    "Header",
    "in_header",
    ("child text", "sex text", "dob date", "ethnic text", "upn text", "mother boolean",
     "mc_dob date"),
)  # fmt: skip
EPISODES = Table(
    "Episodes",
    "in_episodes",
    ("child text", "decom date", "rne text", "ls text", "cin text", "place text",
     "place_provider text", "dec date", "rec text", "reason_place_change text", "home_post text",
     "pl_post text", "urn text"),
)  # fmt: skip
REVIEWS = Table(
    "Reviews",
    "in_reviews",
    # A birth that cannot be read is none, and stands beside it as it was given.
    ("child text", "dob date", "review date", "review_code text", "dob_given text"),
)
UASC = Table("UASC", "in_uasc", ("child text", "sex text", "dob date", "duc date"))
PREV_PERM = Table(
    "PrevPerm",
    "in_prevperm",
    ("child text", "dob date", "prev_perm text", "la_perm text", "date_perm text"),
)
TABLES = (HEADER, EPISODES, REVIEWS, UASC, PREV_PERM)

# The files, and whether a return of a later year is in the records already.
FILES = """
    CREATE TEMPORARY TABLE in_files (
        file smallint PRIMARY KEY, name text NOT NULL, of_table text NOT NULL,
        year text NOT NULL, stale boolean NOT NULL DEFAULT false
    ) ON COMMIT DROP
"""
# What records of a later app need a child's birth and care to leave room for: that app fills it.
KEPT = """
    CREATE TEMPORARY TABLE kept_in_care (
        period_id bigint PRIMARY KEY, child_id bigint NOT NULL,
        first_on date NOT NULL, last_on date NOT NULL,  -- days that lie within the period
        under_four_on date, four_on date  -- the last day under 4, the first day as 4 or over
    ) ON COMMIT DROP
"""


def make_room(cursor) -> None:
    """Make the temporary tables; they go with the transaction."""
    for table in TABLES:
        columns = ", ".join((*EVERY_ROW, *table.columns))
        cursor.execute(f"CREATE TEMPORARY TABLE {table.waits_in} ({columns}) ON COMMIT DROP")
    cursor.execute(FILES)
    cursor.execute(KEPT)


def clear_away(cursor) -> None:
    """Drop the temporary tables, so that the same transaction can import once more."""
    cursor.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = pg_my_temp_schema() AND relkind = 'r'"
    )
    names = ", ".join(f'pg_temp."{name}"' for (name,) in cursor.fetchall())
    cursor.execute(f"DROP TABLE {names}")
