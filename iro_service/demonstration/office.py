"""Loads the council, the people who sign in, the posts, the teams and the published figures."""

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password

from accounts.demonstration import PASSWORD
from accounts.models import User
from cohort.models import Council, Cover, District, IROPost, SocialWorker, Team
from iro_service.demonstration import published
from iro_service.demonstration.days import RECORDS_FROM, TODAY
from iro_service.demonstration.people import COVER, POSTS, TEAMS, Person, everybody
from reporting.models import PublishedMonth, PublishedYear

COUNCIL = "Severnshire County Council"
EARLIER_YEARS = ("2014-15", "2015-16")
# On the year's last day, where it was published.
LOOKED_AFTER = {"2015-16": published.headline("children looked after", "2016-03-31")}


@dataclass(frozen=True)
class Office:
    """What the children's rows refer to."""

    users: dict[Person, User]
    districts: dict[str | None, District | None]
    teams: dict[str, Team]
    workers: dict[str, SocialWorker]


def load_office() -> Office:
    """The council with everything but its children."""
    Council.objects.create(
        name=COUNCIL,
        records_from=RECORDS_FROM,
        established_posts=Decimal(
            published.headline("IRO establishment, full-time equivalent", str(TODAY))
        ),
    )
    users = _users()
    _posts(users)
    _published_figures()
    names = [district.name for district in published.districts() if district.name]
    districts = District.objects.bulk_create(
        [District(name=name, position=n) for n, name in enumerate(names, start=1)]
    )
    teams, workers = _teams(users)
    return Office(users, {None: None, **{d.name: d for d in districts}}, teams, workers)


def _users() -> dict[Person, User]:
    password, joined = make_password(PASSWORD), datetime(2016, 4, 1, 9, tzinfo=UTC)
    people = everybody()
    rows = [
        User(
            email=person.email,
            first_name=person.given,
            last_name=person.family,
            role=person.role,
            is_active=person.active,
            password=password if person.active else make_password(None),
            date_joined=joined,
        )
        for person in people
    ]
    return dict(zip(people, get_user_model().objects.bulk_create(rows), strict=True))


def _posts(users: dict[Person, User]) -> None:
    rows = []
    for post in POSTS:
        ends = [holder.started_on for holder in post.holders[1:]]
        for holder, end in zip(post.holders, [*ends, None], strict=True):
            rows.append(
                IROPost(
                    iro=users[holder.iro],
                    full_time_equivalent=Decimal(post.full_time_equivalent),
                    contract=holder.contract,
                    started_on=holder.started_on,
                    ended_on=end,
                )
            )
    IROPost.objects.bulk_create(rows)
    away, covered_by, first, back = COVER
    Cover.objects.create(
        away=users[away], covered_by=users[covered_by], started_on=first, ended_on=back
    )


def _teams(users: dict[Person, User]) -> tuple[dict[str, Team], dict[str, SocialWorker]]:
    teams = Team.objects.bulk_create(
        [Team(name=name, manager=users[manager]) for name, (manager, _) in TEAMS.items()]
    )
    by_name = {team.name: team for team in teams}
    workers = SocialWorker.objects.bulk_create(
        [
            SocialWorker(name=worker, team=by_name[team])
            for team, (_, names) in TEAMS.items()
            for worker in names.split(", ")
        ]
    )
    return by_name, {worker.name: worker for worker in workers}


def _published_figures() -> None:
    PublishedMonth.objects.bulk_create(
        [
            PublishedMonth(
                month=month.first, reviews=month.reviews, in_timescale=month.in_timescale
            )
            for year in EARLIER_YEARS
            for month in published.months(year)
        ]
    )
    PublishedYear.objects.bulk_create(
        [
            PublishedYear(
                year=year, looked_after=LOOKED_AFTER.get(year), **published.participation(year)
            )
            for year in EARLIER_YEARS
        ]
    )
