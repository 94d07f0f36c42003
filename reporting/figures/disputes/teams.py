"""Concerns raised by team, against the children each held."""

from decimal import ROUND_HALF_UP, Decimal

from cohort.models import Team
from disputes.patterns import Fact, Window, counted_by, held_between
from reporting.percent import ONE_DECIMAL, ratio


def by_team(rows: list[Fact], window: Window) -> list[dict]:
    """Each team that held a child or was concerned, by name; last those of no team (None).

    Unit: disputes; children held on average and disputes for each 100 of them, one decimal.
    """
    counts, held = counted_by(rows, "team_id"), held_between(window).by_team
    teams = Team.objects.filter(pk__in={*counts, *held} - {None})
    found = [_row(team.name, counts[team.pk], held.get(team.pk, Decimal(0))) for team in teams]
    nobodys = [_row(None, counts[None], Decimal(0))] if counts[None] else []
    return found + nobodys


def _row(name: str | None, raised: int, children: Decimal) -> dict:
    return {
        "team": name,
        "raised": raised,
        "children": children.quantize(ONE_DECIMAL, ROUND_HALF_UP) if name else None,
        "per_100_children": ratio(Decimal(raised * 100), children),
    }
