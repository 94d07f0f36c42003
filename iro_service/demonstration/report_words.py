"""What the demonstration's managers wrote, read from its files."""

import json
from datetime import datetime
from functools import lru_cache

from iro_service.demonstration.names import WORDS
from statute.timescales import LONDON

REPORTS = WORDS / "report"


def passages(period: str) -> dict[str, str]:
    """The words of each section somebody wrote, by the section's name."""
    files = sorted((REPORTS / period).glob("*.md"))
    return {file.stem: file.read_text(encoding="utf-8").strip() for file in files}


@lru_cache(maxsize=1)
def lists() -> dict:
    """Priorities, quotes, comments, and what was said and done."""
    return json.loads((REPORTS / "lists.json").read_text(encoding="utf-8"))


def moment(words: str) -> datetime:
    """A moment in England from words such as "2017-07-14 09:20"."""
    return datetime.fromisoformat(words).replace(tzinfo=LONDON)
