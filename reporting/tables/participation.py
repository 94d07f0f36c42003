"""The tables of how children took part: over three years, and by who they are."""

from reporting.tables.shape import Table, column
from reporting.written import number, rate, year

BASES = {"records": "Our records", "published": "As published"}
HEADINGS = {"by_age": "Age", "by_ethnic_group": "Ethnic group", "by_disability": "Disability"}


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
        note=_published_note(participation),
    )  # fmt: skip


def attended_by_year(participation: dict) -> Table | None:
    """How many reviews the child came to, over three years, with the basis of each."""
    rows = [row for row in participation["by_year"] if row["reviews_aged_4_and_over"] is not None]
    if not rows:
        return None
    return Table(
        "attended-by-year",
        "Reviews that children aged 4 and over came to",
        [
            column("Year", numeric=False), column("Reviews"), column("Came"), column("Of all"),
            column("Of recorded"), column("Basis", numeric=False),
        ],
        [
            [
                year(row["year"]), number(row["reviews_aged_4_and_over"]), number(row["attended"]),
                rate(row["attended_percent"]), rate(row["attended_percent_of_recorded"]),
                BASES[row["basis"]],
            ]
            for row in rows
        ],
        note="Attendance was not published before the records began.",
    )  # fmt: skip


def participation_by_child(participation: dict, by: str) -> Table | None:
    """The three states by age, by ethnic group or by disability."""
    rows = participation.get(by)
    if not rows or not any(row["reviews"] for row in rows):
        return None
    what = HEADINGS[by]
    return Table(
        f"participation-{by.replace('_', '-')}",
        f"Participation in reviews of children aged 4 and over, by {what.lower()}",
        [
            column(what, numeric=False), column("Reviews"), column("Took part"), column("Did not"),
            column("Not recorded"), column("Of all"), column("Of recorded"),
        ],
        [
            [
                row["words"],
                number(row["reviews"]),
                number(row["participated"]),
                number(row["not_participated"]),
                number(row["not_recorded"]),
                rate(row["participated_percent"]),
                rate(row["participated_percent_of_recorded"]),
            ]
            for row in rows
        ],
        note="" if by == "by_disability" else NOTES[by],
    )  # fmt: skip


NOTES = {
    "by_age": "The age is that of the day the review was held.",
    "by_ethnic_group": "Groups without a review are left out.",
}


def _published_note(participation: dict) -> str:
    published = [row for row in participation["by_year"] if row["basis"] == "published"]
    if not published:
        return ""
    years = " and ".join(year(row["year"]) for row in published)
    return f"{years}: as published at the time; attendance was not published."
