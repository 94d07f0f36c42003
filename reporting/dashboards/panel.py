"""One measure of a dashboard: a chart, what it says, and its table."""

from dataclasses import dataclass, field

from reporting.opening import Table


@dataclass(frozen=True)
class Panel:
    """What dashboards/panel.html prints."""

    id: str
    title: str
    about: str
    svg: str  # nothing where there is nothing to draw
    table: Table
    known: bool = True  # whether the records tell anything of these months
    says: list[str] = field(default_factory=list)
    by: str = ""  # which months the limits come from
    signals: int = 0  # how many sentences tell of more than chance
    tile: dict | None = None  # the strip's figure
    now_words: str = ""
    now_href: str = ""
    target: str = ""
