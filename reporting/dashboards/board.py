"""The board's page: every measure by twelve months in one table, and six small charts."""

from dataclasses import dataclass

from reporting.dashboards.asked import Asked
from reporting.dashboards.caseload import caseload_panel
from reporting.dashboards.concerns import concerns_panel
from reporting.dashboards.kinds import SHARES, Kind
from reporting.dashboards.panel import Panel
from reporting.dashboards.shares import share_panel
from reporting.monthly import Month, summed
from reporting.percent import percent
from reporting.written import fewest, number, rate
from statute import caseload as band

DRAWN = ("reviews-in-timescale", "outcome-forms", "records", "not-recorded")
DASH = "–"


@dataclass(frozen=True)
class Board:
    """What dashboards/board.html prints."""

    months: list[str]
    rows: list[tuple[str, list[str], str, str]]  # words, by month, all of them, target
    panels: list[Panel]

    @property
    def not_chance(self) -> list[Panel]:
        """The measures that vary by more than chance."""
        return [one for one in self.panels if one.signals]


def board(asked: Asked) -> Board:
    """The measures of the asked months; the charts are those of the dashboard."""
    kinds = {kind.id: kind for kind in SHARES}
    drawn = [share_panel(kinds[key], asked) for key in DRAWN]
    drawn += [one for one in (caseload_panel(asked), concerns_panel(asked)) if one]
    reviews = _own(asked, asked.counted.reviews)
    rows = [
        ("Reviews held", *_counts(reviews, "reviews"), ""),
        *(_share(kind, asked) for kind in SHARES),
        *_caseload(asked),
        *_concerns(asked),
    ]
    return Board([f"{month.first:%b %y}" for month in reviews], rows, drawn)


def _own(asked: Asked, months: list[Month]) -> list[Month]:
    return months[-asked.span.number :]


def _counts(months: list[Month], name: str) -> tuple[list[str], str]:
    return [number(m[name]) or DASH for m in months], number(summed(months, name)) or DASH


def _share(kind: Kind, asked: Asked) -> tuple[str, list[str], str, str]:
    months = _own(asked, getattr(asked.counted, kind.months))
    shares = [rate(percent(m[kind.part], m[kind.whole])) or DASH for m in months]
    every = rate(percent(summed(months, kind.part), summed(months, kind.whole))) or DASH
    target = asked.targets.get(kind.id)
    return kind.words, shares, every, f"{fewest(target)}%" if target is not None else ""


def _caseload(asked: Asked) -> list[tuple[str, list[str], str, str]]:
    months = _own(asked, asked.counted.caseloads)
    target = fewest(asked.targets.get("caseload")) or f"{band.LOWEST} to {band.HIGHEST}"
    averages = [number(month["average"]) or DASH for month in months]
    over = [number(month["over"]) or DASH for month in months]
    return [
        ("Children for each full-time post", averages, averages[-1], target),
        (f"IROs over {band.HIGHEST}", over, over[-1], ""),
    ] if months else []  # fmt: skip


def _concerns(asked: Asked) -> list[tuple[str, list[str], str, str]]:
    months = _own(asked, asked.counted.disputes)
    still = [number(month["open"]) or DASH for month in months]
    return [
        ("Concerns raised", *_counts(months, "raised"), ""),
        ("Concerns settled", *_counts(months, "settled"), ""),
        ("Concerns open at the end of the month", still, still[-1], ""),
    ]
