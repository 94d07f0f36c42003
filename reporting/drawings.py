"""The report's charts, each with the message its figures give."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from reporting import charts, sentences
from reporting.percent import percent
from reporting.written import day, month, number, rate, year
from statute.ages import BANDS


@dataclass(frozen=True)
class Chart:
    """What parts/chart.html prints."""

    id: str
    svg: SafeString
    caption: str


def timeliness(figures: dict) -> Chart | None:
    """Share in timescale by month over three years."""
    years = figures["timeliness"]["by_year"]
    series = [
        (year(one["year"]), [_share(m["in_timescale"], m["reviews"]) for m in one["by_month"]])
        for one in years
    ]
    known = [one for one in series if any(value is not None for value in one[1])]
    if not known:
        return None
    months = [month(row["month"])[:3] for row in years[-1]["by_month"]]
    now = years[-1]
    message = "Reviews held in timescale, by month"
    if now["percent"] is not None:
        message = f"{rate(now['percent'])} of reviews were in timescale in {year(now['year'])}"
    svg = charts.columns(
        message,
        f"Columns by month, April to March, for {_listed([name for name, _ in known])}. "
        "The table of reviews by month holds the figures.",
        months,
        known,
        id="timeliness-by-month",
        unit="%",
    )
    return Chart("timeliness-by-month", svg, f"{message}: share by month")


def participation(figures: dict) -> Chart | None:
    """The three states over three years."""
    known = [row for row in figures["participation"]["by_year"] if row["reviews_aged_4_and_over"]]
    if not known:
        return None
    last = known[-1]
    message = (
        f"Children took part in {rate(last['participated_percent'])} of reviews in "
        f"{year(last['year'])}; {rate(last['not_recorded_percent'])} were not recorded"
    )
    states = {
        "Took part": "participated",
        "Did not": "not_participated",
        "Not recorded": "not_recorded",
    }
    said = "; ".join(
        f"{year(row['year'])}: {number(row['participated'])} took part, "
        f"{number(row['not_participated'])} did not, {number(row['not_recorded'])} not recorded"
        for row in known
    )
    svg = charts.stacked_columns(
        message,
        f"Stacked columns of reviews of children aged 4 and over. {said}.",
        [year(row["year"]) for row in known],
        [(words, [row[key] for row in known]) for words, key in states.items()],
        id="participation-by-year-chart",
        unit="reviews",
    )
    return Chart("participation-by-year-chart", svg, message)


def caseloads(figures: dict) -> Chart | None:
    """Each IRO, by number, against the Handbook's band."""
    caseload = figures["caseload"]
    rows = [
        (f"IRO {n}", row["per_full_time_post"])
        for n, row in enumerate(caseload["by_iro"] or [], 1)
        if row["per_full_time_post"] is not None
    ]
    if not rows:
        return None
    message = sentences.over_the_highest(caseload)
    svg = charts.bars(
        message,
        f"Bars of children for each full-time post on {day(caseload['as_at'])}: {_said(rows)}.",
        [name for name, _ in rows],
        [("Children for each full-time post", [float(value) for _, value in rows])],
        id="caseloads",
        unit="children",
        band=(caseload["lowest"], caseload["highest"]),
        band_label=f"Handbook: {caseload['lowest']} to {caseload['highest']}",
    )
    return Chart("caseloads", svg, message)


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


def _bars(id: str, what: str, counts: dict[str, int], figures: dict) -> Chart | None:
    cohort = figures["cohort"]
    if not any(counts.values()):
        return None
    most = max(counts, key=lambda name: counts[name])
    share = rate(percent(counts[most], cohort["total"]))
    message = f"Children by {what}: the largest group is {most} ({share})"
    svg = charts.bars(
        message,
        f"Bars of children looked after on {day(cohort['as_at'])}: {_said(list(counts.items()))}.",
        list(counts),
        [("Children", list(counts.values()))],
        id=f"{id}-chart",
        unit="children",
    )
    return Chart(f"{id}-chart", svg, message)


def _share(part, whole) -> float | None:
    share = percent(part, whole)
    return None if share is None else float(share)


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _said(rows: list) -> str:
    return ", ".join(f"{name} {number(value)}" for name, value in rows)
