"""The chart of how children took part."""

from reporting import charts
from reporting.drawings.shape import Chart
from reporting.written import number, rate, year


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
