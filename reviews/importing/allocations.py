"""The register of allocations: which IRO reviewed which child, from when to when."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from cohort.models import Allocation
from iro_service.templatetags.house import day as in_words
from reviews.importing.children import Children
from reviews.importing.columns import CHILD, Column
from reviews.importing.people import IROs
from reviews.importing.rows import NotTaken, Row
from reviews.importing.spans import in_order, in_the_way, put_right, span_of
from reviews.importing.tally import Did, Tally

COLUMNS = (
    CHILD,
    Column("iro", "IRO", "The email address, or the name", required=True,
           known=("iro email", "iro name", "reviewing officer", "independent reviewing officer",
                  "officer", "allocated to", "allocated iro", "iro email address")),
    Column("started_on", "From", "The day the IRO took the child on", required=True,
           known=("start", "start date", "allocated", "allocated on", "date allocated", "from date",
                  "allocation start", "allocation date", "invo_involvement_start_date")),
    Column("ended_on", "Until", "The day the next one took over; empty while it lasts",
           known=("to", "end", "end date", "ended", "to date", "allocation end",
                  "invo_involvement_end_date")),
    Column("reason", "Reason",
           known=("reason for change", "notes", "invo_worker_change_reason")),
)  # fmt: skip
ONE_OF: tuple[str, ...] = ()
ABOUT = "Which IRO reviews which child, and who did before. Bring in the IROs first."


def bring_in(rows: Iterable[Row], tally: Tally, *, on: date, at: datetime, by) -> None:
    """Take each allocation; ended ones are the history, one without an end holds now."""
    tally.take_each(in_order(rows, "child", "started_on"), _Intake(tally, on).take)


class _Intake:
    def __init__(self, tally: Tally, on: date):
        self.tally, self.on = tally, on
        self.children, self.iros = Children(), IROs()
        self.known: dict[int, list[Allocation]] = defaultdict(list)
        for one in Allocation.objects.select_related("iro"):
            self.known[one.child_id].append(one)

    def take(self, row: Row) -> Did:
        """Take an allocation, or what a row says anew of one."""
        child = self.children.of(row)
        words = row.words("iro", required="There is no IRO.")
        started, ended = span_of(
            row, self.tally, left_on=self.children.left_on.get(child.pk), on=self.on
        )
        iro = self.iros.found(words)
        if iro is None:
            raise NotTaken(self.iros.why_not(words), "iro")
        if not iro.is_active and (ended is None or ended > self.on):
            raise NotTaken(f"{iro} may not sign in here any more.", "iro")
        if started < child.date_of_birth:
            raise NotTaken("It begins before the child was born.", "started_on")
        facts = {"ended_on": ended, "reason": row.words("reason")}
        same = next((one for one in self.known[child.pk] if one.started_on == started), None)
        other = in_the_way(self.known[child.pk], started, ended, but=same)
        if same and same.iro_id != iro.pk:
            other = same
        if other:
            until = f" until {in_words(other.ended_on)}" if other.ended_on else ", with no end"
            raise NotTaken(
                f"The child's IRO is {other.iro} from {in_words(other.started_on)}{until}.",
                "started_on",
            )
        if same is None:
            made = Allocation.objects.create(child=child, iro=iro, started_on=started, **facts)
            self.known[child.pk].append(made)
            return "added"
        did = put_right(Allocation, same, facts)
        same.ended_on = ended or same.ended_on
        return did
