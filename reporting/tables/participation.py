"""The table of how children took part, over three years."""

from reporting.tables.shape import Table, column
from reporting.written import number, rate, year


def participation_by_year(participation: dict) -> Table:
    """The three states with both rates, over three years."""
    return Table(
        "participation-by-year",
        "Participation in reviews of children aged 4 and over",
        [
            column("Year", numeric=False), column("Reviews"), column("Took part"),
            column("Did not"), column("Not recorded"), column("Took part, of all"),
            column("Took part, of those recorded"), column("Not recorded, of all"),
            column("Attended, of all"),
        ],
        [
            [
                year(row["year"]),
                number(row["reviews_aged_4_and_over"]),
                number(row["participated"]),
                number(row["not_participated"]),
                number(row["not_recorded"]),
                rate(row["participated_percent"]),
                rate(row["participated_percent_of_recorded"]),
                rate(row["not_recorded_percent"]),
                rate(row["attended_percent"]),
            ]
            for row in participation["by_year"]
        ],
        note="Attendance was not published before the records began.",
    )  # fmt: skip
