"""A composed report: what the page shows, the PDF prints, and publishing freezes."""

from dataclasses import asdict, dataclass, field

from django.utils.safestring import SafeString, mark_safe

from reporting.drawings.shape import Chart
from reporting.sections.shape import Part, Section
from reporting.tables.shape import Table


@dataclass
class Document:
    """Every word, table and chart of one edition."""

    council: str
    title: str
    subtitle: str
    audience: str
    period: str
    taken_on: str  # ISO
    made: str  # the line under the title
    language: str = "en-GB"
    figures: str = ""  # what it was composed of, as JSON; a text, so that it stays as it was
    sections: list[Section] = field(default_factory=list)

    def context(self) -> dict:
        """The document as templates/reporting/report.html takes it."""
        return {
            "document": self,
            "council": self.council,
            "report_title": self.title,
            "subtitle": self.subtitle,
            "published_on": self.made,
            "language": self.language,
            "sections": self.sections,
        }

    @property
    def tables(self) -> list[Table]:
        """Every table in order."""
        return [table for one in self.sections for part in one.parts for table in part.tables]

    @property
    def charts(self) -> list[Chart]:
        """Every chart in order."""
        return [chart for one in self.sections for part in one.parts for chart in part.charts]


def frozen(document: Document) -> dict:
    """The document as JSON holds it: words, tables and drawings, and no address of a case."""
    return _plain(asdict(document))


def thawed(kept: dict) -> Document:
    """The document read back from `frozen`: the same words, tables and drawings."""
    return Document(**{**kept, "sections": [_section(one) for one in kept["sections"]]})


def _plain(value):
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value + "" if isinstance(value, str) else value  # text marked as safe becomes text


def _section(kept: dict) -> Section:
    parts = [_part(one) for one in kept["parts"]]
    return Section(**{**kept, "html": _html(kept["html"]), "parts": parts})


def _part(kept: dict) -> Part:
    charts = [Chart(**{**one, "svg": _html(one["svg"])}) for one in kept["charts"]]
    tables = [Table(**one) for one in kept["tables"]]
    return Part(**{**kept, "charts": charts, "tables": tables, "html": _html(kept["html"])})


def _html(kept: str) -> SafeString:
    # Only what was safe when it was frozen is read back here.
    return mark_safe(kept)  # noqa: S308
