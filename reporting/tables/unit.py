"""The tables of the unit's managers, of what changed in its staff, and of training."""

from reporting.tables.shape import Table, column
from reporting.written import day_short, fewest, number


def managers(unit: dict) -> Table | None:
    """Who managed the unit in the year, and what each answers for."""
    if not unit["managers"]:
        return None
    return Table(
        "managers",
        "Managers of the unit",
        [
            column("Manager", numeric=False), column("Title", numeric=False),
            column("Answers for", numeric=False), column("From", numeric=False),
            column("To", numeric=False),
        ],
        [
            [
                one["name"], one["title"], one["answers_for"] or None, day_short(one["from"]),
                day_short(one["to"]) if one["to"] else "In post",
            ]
            for one in unit["managers"]
        ],
    )  # fmt: skip


def staffing_changes(unit: dict) -> Table | None:
    """What changed in the team, in words that name nobody."""
    if not unit["staffing_changes"]:
        return None
    return Table(
        "staffing-changes",
        "Changes in the team",
        [
            column("Day", numeric=False), column("Change", numeric=False),
            column("What happened", numeric=False),
        ],
        [
            [day_short(one["on"]), one["kind_in_words"], one["words"]]
            for one in unit["staffing_changes"]
        ],
    )  # fmt: skip


def training(unit: dict) -> Table | None:
    """Each event with its day, hours and how many IROs came."""
    if not unit["training"]:
        return None
    return Table(
        "training",
        "Training and development",
        [
            column("Day", numeric=False), column("Event", numeric=False),
            column("Kind", numeric=False), column("Hours"), column("IROs who came"),
        ],
        [
            [
                day_short(one["held_on"]), one["title"], one["kind_in_words"], fewest(one["hours"]),
                number(one["attended"]),
            ]
            for one in unit["training"]
        ],
    )  # fmt: skip
