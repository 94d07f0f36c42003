"""One line of a child's timeline."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Event:
    """One thing that happened, or is planned, on a day."""

    day: date
    kind: str
    title: str
    text: str = ""
    href: str = ""
    tag: str = ""
    lines: list[str] = field(default_factory=list)
