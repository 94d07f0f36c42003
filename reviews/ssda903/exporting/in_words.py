"""What was found in a return and what is in its files, as lines to be read in a terminal."""

from collections.abc import Iterator

from reviews.ssda903.exporting.checks import Check, Severity
from reviews.ssda903.exporting.writing import FILES
from statute.reporting_year import ReportingYear

EXAMPLES = 10  # of each fault; the page has them all


def lines_of_findings(
    found: list[tuple[Check, int]], year: ReportingYear, *, address: str
) -> Iterator[str]:
    """The findings, the gravest first; of those only to look at, no more than their number."""
    for check, number in found:
        yield f"{check.severity.value}: {check.title}: {number:,}. {check.what_to_do}"
        if check.severity is Severity.LOOK:
            continue
        for record in check.at_fault(year)[:EXAMPLES]:
            told = check.tell(record)
            yield f"  {told.child.reference}: {told.sentence} {address}{told.href}"
        if number > EXAMPLES:
            yield f"  and {number - EXAMPLES:,} more"


def lines_of_files(rows: dict[str, int]) -> Iterator[str]:
    """Each file with its rows."""
    for name, number in rows.items():
        yield f"{FILES[name]}: {number:,} {'row' if number == 1 else 'rows'}"
