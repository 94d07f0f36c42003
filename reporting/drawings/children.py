"""The charts of the children by district, age and placement."""

from reporting import charts
from reporting.drawings.shape import Chart, said
from reporting.percent import percent
from reporting.withheld import is_withheld, largest
from reporting.written import day, rate
from statute.ages import BANDS


def districts(figures: dict) -> Chart | None:
    """Children by district."""
    rows = figures["cohort"]["by_district"] or []
    counts = {row["district"]: row["total"] for row in rows}
    return _bars("districts", "district", counts, figures)


def ages(figures: dict) -> Chart | None:
    """Children by age band."""
    counts = figures["cohort"]["by_age"] or {}
    return _bars("ages", "age", {BANDS[band]: n for band, n in counts.items()}, figures)


def placements(figures: dict) -> Chart | None:
    """Children by placement."""
    counts = figures["cohort"]["by_placement_group"] or {}
    return _bars("placements", "placement", counts, figures)


def totals(figures: dict) -> Chart | None:
    """Children on the same day of up to six years."""
    every = figures["cohort"].get("totals") or []
    rows = [row for row in every if row["total"] is not None and not is_withheld(row["total"])]
    if len(rows) < 3:  # two numbers are told by the sentence
        return None
    known = [(row["as_at"][:4], row["total"]) for row in rows]
    message = f"Children looked after, {known[0][0]} to {known[-1][0]}"
    svg = charts.columns(
        message,
        f"Columns of children on the same day of each year: {said(known)}.",
        [year for year, _ in known],
        [("Children", [total for _, total in known])],
        id="totals-chart",
    )
    return Chart("totals-chart", svg, message)


def _bars(id: str, what: str, counts: dict[str, int], figures: dict) -> Chart | None:
    cohort = figures["cohort"]
    if not any(n for n in counts.values() if not is_withheld(n)):
        return None
    message = f"Children by {what}"
    if most := largest(counts, cohort["total"]):
        share = rate(percent(counts[most], cohort["total"]))
        message = f"Children by {what}: the largest group is {most} ({share})"
    svg = charts.bars(
        message,
        f"Bars of children looked after on {day(cohort['as_at'])}: {said(list(counts.items()))}.",
        list(counts),
        [("Children", list(counts.values()))],
        id=f"{id}-chart",
        unit="children",
    )
    return Chart(f"{id}-chart", svg, message)
