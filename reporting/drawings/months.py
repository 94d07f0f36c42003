"""The chart of reviews in timescale by month."""

from reporting import charts
from reporting.drawings.shape import Chart
from reporting.percent import share_in_timescale
from reporting.withheld import is_withheld
from reporting.written import during, month, rate, year


def timeliness(figures: dict) -> Chart | None:
    """Share in timescale by month over three years."""
    years = figures["timeliness"]["by_year"]
    series = [(year(one["year"]), [_share(m) for m in one["by_month"]]) for one in years]
    known = [one for one in series if any(value is not None for value in one[1])]
    if not known:
        return None
    months = [month(row["month"])[:3] for row in years[-1]["by_month"]]
    now, target = years[-1], target_of(figures, "reviews-in-timescale")
    message = "Reviews held in timescale, by month"
    if now["percent"] is not None and not is_withheld(now["percent"]):
        message = f"{rate(now['percent'])} of reviews were in timescale {during(now['year'])}"
    svg = charts.columns(
        message,
        f"Columns by month, {months[0]} to {months[-1]}, for "
        f"{_listed([name for name, _ in known])}. The table of reviews by month holds the figures.",
        months,
        known,
        id="timeliness-by-month",
        unit="%",
        target=target,
    )
    return Chart("timeliness-by-month", svg, f"{message}: share by month")


def target_of(figures: dict, measure: str) -> float | None:
    """The council's target for a headline measure, where it has one."""
    targets = {row["measure"]: row["target"] for row in figures.get("headline") or []}
    target = targets.get(measure)
    return None if target is None or is_withheld(target) else float(target)


def _share(row: dict) -> float | None:
    share = share_in_timescale(row)
    return share if share is None or is_withheld(share) else float(share)


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
