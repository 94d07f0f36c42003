"""What a section of the report is made of."""

from dataclasses import dataclass, field, replace

from django.utils.safestring import SafeString

from reporting.drawings.shape import Chart
from reporting.tables.shape import Table
from reporting.withheld import NOTE, WITHHELD
from reporting.written import told

NO_HTML = SafeString("")


@dataclass
class Part:
    """Sentences, charts and tables, under a heading of their own where they have one."""

    title: str = ""
    words: list[str] = field(default_factory=list)
    charts: list[Chart | None] = field(default_factory=list)
    tables: list[Table | None] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    html: SafeString = NO_HTML
    id: str = ""
    number: str = ""
    level: int = 3

    def __post_init__(self):
        self.words = [words for one in self.words if one and (words := told(one))]
        self.charts = [chart for chart in self.charts if chart]
        self.tables = [_noted(one) for one in self.tables if one and _tells(one)]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing under its heading."""
        return not (self.words or self.charts or self.tables or self.notes or self.html)


def _tells(table: Table) -> bool:
    """Whether a table has a row of which something is told."""
    return not table.rows or any({*row[1:]} != {str(WITHHELD)} for row in table.rows)


def _noted(table: Table) -> Table:
    """A table that withholds something says so under itself."""
    cells = [cell for row in (*table.rows, table.total or ()) for cell in row]
    if str(WITHHELD) not in cells or NOTE in table.note:
        return table
    return replace(table, note=f"{table.note} {NOTE}".strip())


@dataclass
class Section:
    """A numbered section: what people wrote, tiles, and parts made from the figures."""

    id: str  # of reporting.outline
    parts: list[Part] = field(default_factory=list)
    tiles: list[dict] = field(default_factory=list)
    prose: str = ""  # the template of a text that is provided
    html: SafeString = NO_HTML
    title: str = ""
    number: str = ""
    level: int = 2
    new_page: bool = False

    def __post_init__(self):
        self.parts = [part for part in self.parts if not part.is_empty]

    @property
    def subsections(self) -> list[Part]:
        """The parts that stand in the contents."""
        return [part for part in self.parts if part.title]

    @property
    def is_empty(self) -> bool:
        """Whether it has nothing to say."""
        return not self.html and not self.tiles and not self.parts
