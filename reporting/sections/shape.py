"""What a section of the report is made of."""

from dataclasses import dataclass, field

from reporting.drawings.shape import Chart
from reporting.tables.shape import Table


@dataclass
class Part:
    """Sentences, charts and tables, under a heading of their own where they have one."""

    title: str = ""
    words: list[str] = field(default_factory=list)
    charts: list[Chart | None] = field(default_factory=list)
    tables: list[Table | None] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    id: str = ""
    number: str = ""
    level: int = 3

    def __post_init__(self):
        self.words = [sentence for sentence in self.words if sentence]
        self.charts = [chart for chart in self.charts if chart]
        self.tables = [table for table in self.tables if table]


@dataclass
class Section:
    """A numbered section: prose that stays, tiles, and parts made from the figures."""

    id: str
    title: str
    parts: list[Part] = field(default_factory=list)
    tiles: list[dict] = field(default_factory=list)
    prose: str = ""
    number: str = ""
    level: int = 2
    new_page: bool = False

    @property
    def subsections(self) -> list[Part]:
        """The parts that stand in the contents."""
        return [part for part in self.parts if part.title]
