"""What the file of a report is called."""

from reporting.audience import Audience
from statute.reporting_year import ReportingYear

KINDS = {"": "annual", "H": "six-monthly", "Q": "quarterly"}


def file_name(period: str, audience: str, edition: int | None = None) -> str:
    """The name without its ending: the period, the readers and, once published, the edition."""
    kind = KINDS[ReportingYear.parse(period).part[:1]]
    readers = "" if audience == Audience.INTERNAL else f"-{audience}"
    numbered = f"-edition-{edition}" if edition else ""
    return f"IRO-{kind}-report-{period}{readers}{numbered}"
