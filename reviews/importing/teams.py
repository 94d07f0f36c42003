"""The register of teams: their managers, their workers, and whose case they hold."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from accounts.models import User
from cohort.models import CaseHolding, SocialWorker, Team
from iro_service.templatetags.house import day as in_words
from reviews.importing.children import Children
from reviews.importing.columns import CHILD, Column
from reviews.importing.rows import NotTaken, Row
from reviews.importing.spans import in_order, in_the_way, put_right, span_of
from reviews.importing.tally import Did, Tally

COLUMNS = (
    Column("team", "Team", required=True,
           known=("team name", "social work team", "dept_team_name", "invo_professional_team")),
    Column("manager", "Team manager's email", "They sign in here to answer",
           known=("manager", "manager email", "team manager", "manager email address")),
    Column("worker", "Social worker", known=("worker", "worker name", "social worker name",
           "allocated worker", "key worker", "prof_professional_name")),
    Column("worker_email", "Social worker's email",
           known=("worker email", "social worker email address", "worker email address")),
    CHILD._replace(required=False, hint="Whose case the team holds; empty to bring in teams only"),
    Column("started_on", "Held from",
           known=("from", "start", "start date", "held since", "invo_involvement_start_date")),
    Column("ended_on", "Held until", "Empty while it is held",
           known=("to", "until", "end", "end date", "invo_involvement_end_date")),
)  # fmt: skip
ONE_OF: tuple[str, ...] = ()
ABOUT = "Social work teams, their managers and workers, and whose case each holds."
NO_MANAGER = "{} named a team manager who is no responding manager here"


def bring_in(rows: Iterable[Row], tally: Tally, *, on: date, at: datetime, by) -> None:
    """Take teams, workers and the cases they hold."""
    tally.take_each(in_order(rows, "child", "started_on"), _Intake(tally, on).take)


class _Intake:
    def __init__(self, tally: Tally, on: date):
        self.tally, self.on = tally, on
        self.children = Children()
        self.held: dict[int, list[CaseHolding]] = defaultdict(list)
        for one in CaseHolding.objects.select_related("team"):
            self.held[one.child_id].append(one)
        self.settled: set[Team | SocialWorker] = set()  # what they are now this file has said

    def take(self, row: Row) -> Did:
        """Take a row's team, then its worker, then the case they hold."""
        team, did_team = self._team(row)
        worker, did_worker = self._worker(row, team)
        did = [did_team, did_worker]
        if row.words("child"):
            did.append(self._case(row, team, worker))
        if row.email("manager"):
            self.settled.add(team)
        if worker and not row.day("ended_on"):
            self.settled.add(worker)
        return _most(did)

    def _team(self, row: Row) -> tuple[Team, Did]:
        name = row.words("team", limit=80, required="There is no team.")
        manager = self._manager(row, name)
        team = Team.objects.filter(name__iexact=name).first()
        if team is None:
            return Team.objects.create(name=name, manager=manager), "added"
        # The first row that tells stands: two that differ would change places at every import.
        return team, put_right(Team, team, {"manager": None if team in self.settled else manager})

    def _manager(self, row: Row, team: str) -> User | None:
        email = row.email("manager")
        found = email and User.objects.responding_managers().filter(email__iexact=email).first()
        if email and not found:
            self.tally.note(NO_MANAGER, f"{team}, {email}")
        return found or None

    def _worker(self, row: Row, team: Team) -> tuple[SocialWorker | None, Did]:
        name, email = row.name("worker", limit=120), row.email("worker_email")
        if not name:
            if email:
                raise NotTaken("There is an address and no social worker.", "worker")
            return None, "unchanged"
        workers = SocialWorker.objects.filter(left_on__isnull=True)
        namesakes = workers.filter(name__iexact=name, team=team)
        if email:
            mine = workers.filter(email__iexact=email).first()
            known = mine or namesakes.filter(email="").first()
        else:
            known = namesakes.first()
        if not known:
            return SocialWorker.objects.create(name=name, team=team, email=email), "added"
        if known in self.settled or row.day("ended_on"):
            return known, "unchanged"  # where they were then is not where they are now
        return known, put_right(SocialWorker, known, {"name": name, "email": email, "team": team})

    def _case(self, row: Row, team: Team, worker: SocialWorker | None) -> Did:
        child = self.children.of(row)
        started, ended = span_of(
            row, self.tally, left_on=self.children.left_on.get(child.pk), on=self.on
        )
        known = self.held[child.pk]
        same = next((one for one in known if one.started_on == started), None)
        other = in_the_way(known, started, ended, but=same)
        if same and same.team_id != team.pk:
            other = same
        if other:
            until = f" until {in_words(other.ended_on)}" if other.ended_on else ", with no end"
            raise NotTaken(
                f"{other.team} holds the case from {in_words(other.started_on)}{until}.",
                "started_on",
            )
        if same is None:
            known.append(
                CaseHolding.objects.create(
                    child=child, team=team, worker=worker, started_on=started, ended_on=ended
                )
            )
            return "added"
        did = put_right(CaseHolding, same, {"worker": worker, "ended_on": ended})
        same.ended_on = ended or same.ended_on
        return did


def _most(did: list[Did]) -> Did:
    """What to count a row as that did several things."""
    if "added" in did:
        return "added"
    return "changed" if "changed" in did else "unchanged"
