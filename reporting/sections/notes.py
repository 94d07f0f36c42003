"""How each measure is counted, and on what basis."""

from reporting import sentences
from reporting.sections.shape import Part, Section
from reporting.writing import Writing
from reporting.written import day, span, year


def section(figures: dict, _writing: Writing) -> Section:
    """Definitions, basis and rounding."""
    return Section(
        "notes",
        [
            Part("How each measure is counted", notes=_definitions(figures)),
            Part("Basis, rounding and counting", _notes_in_words(figures)),
        ],
        new_page=True,
    )


def _definitions(figures: dict) -> list[tuple[str, str]]:
    """Each measure with how it is counted: paragraphs, because a long table would be cut."""
    notes = []
    for row in figures["definitions"]:
        what = row["numerator"][0].upper() + row["numerator"][1:]
        of = f", out of {row['denominator']}" if row["denominator"] else ""
        notes.append(
            (
                row["measure"],
                f"{what}{of}. Day: {row['day']}. Unit: {row['unit']}. Source: {row['source']}.",
            )
        )
    return notes


def _part_of_a_year(name: str) -> str:
    """What the year of a definition is in a report of a part of one."""
    if span(name) == "year":
        return ""
    return f"Where a definition speaks of the year, it means the {span(name)} of this report."


def _notes_in_words(figures: dict) -> list[str]:
    years = figures["timeliness"]["by_year"]
    from_records = [year(row["year"]) for row in years if row["basis"] == "records"]
    published = [year(row["year"]) for row in years if row["basis"] == "published"]
    months = (
        "Three and six months are counted as calendar months."
        if figures["count_months_as"] == "months"
        else "Three and six months are counted as 91 and 183 days."
    )
    return [
        f"Counted from the service's own records: {', '.join(from_records)}. The records began on "
        f"{day(figures['records_from'])}."
        if from_records
        else f"The service's records began on {day(figures['records_from'])}.",
        f"As published at the time, and not counted again: {', '.join(published)}."
        if published
        else "",
        "Percentages are rounded to one decimal, halves up, and may not add up to 100. A dash "
        "means that the figure is not known.",
        _part_of_a_year(figures["year"]),
        months,
        sentences.disputes_kept(figures),
    ]
