"""Dashboards: the report's figures month by month, with what is more than chance told first."""

from reporting.dashboards.asked import Asked
from reporting.dashboards.board import Board, board
from reporting.dashboards.caseload import caseload_panel
from reporting.dashboards.concerns import concerns_panel
from reporting.dashboards.kinds import SHARES
from reporting.dashboards.late import late_panel
from reporting.dashboards.panel import Panel
from reporting.dashboards.shares import share_panel

__all__ = ["Asked", "Board", "Panel", "board", "panels"]


def panels(asked: Asked) -> list[Panel]:
    """Every measure of the dashboard in its order: the reviews, what follows them, the people."""
    timeliness, *rest = (share_panel(kind, asked) for kind in SHARES)
    others = [caseload_panel(asked), concerns_panel(asked)]
    return [timeliness, late_panel(asked), *rest, *(panel for panel in others if panel)]
