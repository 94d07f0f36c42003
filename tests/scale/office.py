"""An office of any size, written into an empty database by a few statements."""

import os
from dataclasses import asdict, dataclass
from pathlib import Path

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, transaction

from reviews.actions.feed import hash_of

PRACTICE_MANAGER, GROUP_MANAGER, BUSINESS_SUPPORT, TEAM_MANAGER = 1, 2, 3, 4
FEED = "the-first-iros-secret-address"
STATEMENTS = Path(__file__).with_name("office.sql").read_text()


@dataclass(frozen=True)
class Office:
    """How large the office is, and how much of it is open."""

    closed: int  # children whose case is closed
    open: int  # children looked after with a review planned
    unplanned: int  # children looked after without an IRO and without a plan
    held: int  # reviews held in a case, about
    rare: int  # one open case in so many has something of each kind still to do
    in_post: int  # IROs
    left: int  # IROs who have left, whose names stand on old cases
    teams: int  # each with a manager who signs in

    @property
    def iro(self) -> int:
        """The first IRO, who covers for the second."""
        return TEAM_MANAGER + self.teams

    def load(self) -> None:
        """Write it all, past the triggers that keep history, and let the planner know."""
        last_iro = self.iro + self.in_post - 1
        sizes = asdict(self) | {
            "first_iro": self.iro,
            "last_iro": last_iro,
            "last_person": last_iro + self.left,
            "feed": hash_of(FEED),
        }
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")
            cursor.execute("SET LOCAL TimeZone = 'UTC'")
            cursor.execute(STATEMENTS, sizes)
            resets = connection.ops.sequence_reset_sql(no_style(), apps.get_models())
            cursor.execute("\n".join(resets))
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")

    @classmethod
    def with_rows(cls, number: int) -> "Office":
        """So many rows in each list, all of them open; an IRO and who is covered have a part.

        To an IRO's work a child adds three or four: with 10,000 children it is some 10,000 too.
        """
        in_post = 1 if number < 100 else 7
        sizes = {"closed": number, "open": number, "unplanned": number}
        return cls(**sizes, held=1, rare=1, in_post=in_post, left=1, teams=1)


# A county's twenty years: 200,000 reviews, nearly all of them done with.
TWENTY_YEARS = Office(
    closed=23_500, open=1_500, unplanned=40, held=8, rare=30, in_post=25, left=75, teams=40
)
FEW = Office.with_rows(10)
MANY = Office.with_rows(int(os.environ.get("SCALE_ROWS", "1000")))  # `make scale`: 10,000
