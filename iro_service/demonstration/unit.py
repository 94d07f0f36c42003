"""Loads the unit: its managers, who came and went, what was learned, what IROs say."""

import json
from datetime import date
from decimal import Decimal
from functools import lru_cache

from accounts.models import Role
from cohort.models import StaffFacts, StaffingChange, Training, UnitManager
from iro_service.demonstration.days import TODAY
from iro_service.demonstration.names import WORDS
from iro_service.demonstration.office import Office
from iro_service.demonstration.people import FIRST, POSTS, Person

# Name, from and to.
INTERIM_MANAGERS = (
    ("Lorcan Hesketh", date(2015, 9, 7), date(2016, 7, 1)),
    ("Beatrix Oduro", date(2016, 7, 4), date(2017, 3, 3)),
)
PERMANENT_MANAGERS = (
    (Role.GROUP_MANAGER, "Group manager", date(2017, 3, 6)),
    (Role.PRACTICE_MANAGER, "IRO practice manager", date(2017, 3, 13)),
)
# One a post, in their order; None: the IRO has not said.
ETHNICITIES = (
    "WBRI", "BAFR", "WBRI", "WIRI", "APKN", "WOTH", "WOTH", None, "BCRB", "AIND", None,
)  # fmt: skip


@lru_cache(maxsize=1)
def texts() -> dict:
    """What is told of the unit."""
    return json.loads((WORDS / "unit.json").read_text(encoding="utf-8"))


def load_unit(office: Office) -> None:
    """The four registers of the unit."""
    _managers()
    by_name = {str(user): user for user in office.users.values()}
    StaffingChange.objects.bulk_create(
        [
            StaffingChange(
                on=date.fromisoformat(on),
                kind=kind,
                person=by_name[person] if person else None,
                full_time_equivalent=Decimal(posts) if posts else None,
                words=words,
            )
            for on, kind, person, posts, words in texts()["changes"]
        ]
    )
    Training.objects.bulk_create(
        [
            Training(
                held_on=date.fromisoformat(on),
                kind=kind,
                title=title,
                hours=Decimal(hours),
                attended=attended,
                learned=learned,
            )
            for on, kind, title, hours, attended, learned in texts()["training"]
        ]
    )
    # All have said that they are women; not all have told their ethnicity.
    StaffFacts.objects.bulk_create(
        [
            StaffFacts(person=office.users[post.holder(TODAY)], sex="F", ethnicity=told or "")
            for post, told in zip(POSTS, ETHNICITIES, strict=True)
        ]
    )


def _managers() -> None:
    does = texts()["answers_for"]
    rows = [
        UnitManager(
            name=name,
            title="Interim group manager",
            answers_for=does["interim"],
            started_on=first,
            ended_on=last,
        )
        for name, first, last in INTERIM_MANAGERS
    ]
    rows += [
        UnitManager(
            name=_name(FIRST[role]), title=title, answers_for=does[role.value], started_on=first
        )
        for role, title, first in PERMANENT_MANAGERS
    ]
    UnitManager.objects.bulk_create(rows)


def _name(person: Person) -> str:
    return f"{person.given} {person.family}"
