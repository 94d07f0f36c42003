"""What the IRO Handbook asks an annual report to hold (7.11), and where this one holds it."""

from collections.abc import Mapping, Set
from dataclasses import dataclass


@dataclass(frozen=True)
class Asked:
    """One thing asked for; each of its sections has to say something of it in words."""

    key: str
    words: str
    sections: tuple[str, ...]
    source: str = "IRO Handbook 7.11"


CHECKLIST = (
    Asked("good-practice", "Good practice", ("practice",)),
    Asked(
        "development",
        "Issues for development, and where urgent action is needed",
        ("practice",),
    ),
    Asked(
        "disputes",
        "How concerns are resolved: the dispute process, the issues raised and the outcomes",
        ("disputes",),
    ),
    Asked("team", "Caseloads, continuity of employment and the team's make-up", ("team",)),
    Asked(
        "participation",
        "How children and their parents took part in reviews",
        ("participation",),
    ),
    Asked("timeliness", "Reviews on time, late, and the reasons", ("timeliness",)),
    Asked("audits", "Outcomes of quality audits of reviews", ("audits",)),
    Asked("resources", "Resource issues that put the service at risk", ("resources",)),
)
ITEMS = {asked.key: asked for asked in CHECKLIST}


def missing(passages: Mapping[str, str], nothings: Mapping[str, str] | Set[str]) -> list[Asked]:
    """What is asked for and neither written about nor answered by "nothing to report because".

    Unit: items of the checklist. Source: IRO Handbook 7.11.
    """
    return [
        asked
        for asked in CHECKLIST
        if asked.key not in nothings
        and not all(passages.get(section, "").strip() for section in asked.sections)
    ]
