"""The page's sections in their order: what needs somebody now first."""

from disputes.patterns.held import DEFINITION as CHILDREN_HELD
from disputes.patterns.repeated import SMALL
from reporting.patterns.raised import by_group, by_month, by_theme, by_whom
from reporting.patterns.repeats import repeated_by
from reporting.patterns.seen import Seen
from reporting.patterns.settling import DEFINITION, outcomes, times, within_20
from reporting.patterns.shape import Section, in_days
from reporting.patterns.standing import by_stage


def sections(seen: Seen) -> list[Section]:
    """Every table of the page, each with the disputes behind its numbers."""
    days = in_days(seen.asked.window)
    return [
        Section("now", "Open today", [by_stage(seen)], "Whenever they were raised."),
        Section(
            "repeated",
            "Repeated issues",
            [repeated_by(seen, "team"), repeated_by(seen, "worker")],
            f"Concerns raised {days}: the same theme twice or more with the same team, or with the "
            f"same social worker, informal concerns included. {CHILDREN_HELD} {SMALL}",
        ),
        Section(
            "raised",
            "Concerns raised",
            [
                by_month(seen), by_group(seen), by_theme(seen),
                *(by_whom(seen, kind) for kind in ("team", "worker", "iro")),
            ],
            f"Raised {days}, informal ones included, with the good practice recorded beside them. "
            "Team, worker and IRO are those of the day it was raised, listed by name.",
        ),
        Section(
            "settled",
            "How they were settled",
            [times(seen), within_20(seen), outcomes(seen)],
            f"Settled {days}, whenever they were raised. {DEFINITION}",
        ),
    ]  # fmt: skip
