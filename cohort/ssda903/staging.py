"""Where the rows of a return wait inside the transaction while they are looked at as sets."""

from dataclasses import dataclass

# What every waiting row has beside its own columns. A row without a reason is taken.
EVERY_ROW = (
    "file smallint NOT NULL",  # its place among the files, the file of the latest year last
    "line integer NOT NULL",
    "row text NOT NULL",  # as it was given, to be handed back
    "at_column text",
    "reason text",
)


@dataclass(frozen=True)
class Table:
    """A table of the return, and the temporary table its rows wait in."""

    name: str
    waits_in: str
    columns: tuple[str, ...]  # with their types, in the order of the return


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
    ("child text", "dob date", "review date", "review_code text"),
)
UASC = Table("UASC", "in_uasc", ("child text", "sex text", "dob date", "duc date"))
PREV_PERM = Table(
    "PrevPerm",
    "in_prevperm",
    ("child text", "dob date", "prev_perm text", "la_perm text", "date_perm text"),
)
TABLES = (HEADER, EPISODES, REVIEWS, UASC, PREV_PERM)


def make_room(cursor) -> None:
    """Make the temporary tables; they go with the transaction."""
    for table in TABLES:
        columns = ", ".join((*EVERY_ROW, *table.columns))
        cursor.execute(f"CREATE TEMPORARY TABLE {table.waits_in} ({columns}) ON COMMIT DROP")
