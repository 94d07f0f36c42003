"""What somebody looks at before a report is published."""

from dataclasses import dataclass
from datetime import date

from reporting.audience import Audience
from reporting.document import Document
from reporting.figures import figures
from reporting.models import Report
from reporting.names import Named, named_in
from reporting.report import compose
from reporting.withheld import WITHHELD
from reporting.writing import Writing, writing_of


@dataclass(frozen=True)
class Check:
    """The next edition as everybody will read it, in numbers."""

    number: int
    document: Document  # the public one
    writing: Writing
    named: list[Named]

    @property
    def withheld(self) -> int:
        """Cells of the public tables that tell no number."""
        return sum(
            str(cell) == str(WITHHELD)
            for table in self.document.tables
            for row in table.rows
            for cell in row
        )

    @property
    def public_quotes(self) -> list:
        """Children's words that everybody may read."""
        return [one for one in self.writing.quotes if one.for_public]

    @property
    def kept_inside(self) -> int:
        """Children's words that stand in the internal report only."""
        return len(self.writing.quotes) - len(self.public_quotes)


def checked(report: Report, *, on: date) -> Check:
    """The public edition composed as publishing would compose it on the day."""
    writing = writing_of(report)
    document = compose(figures(report.year, on=on), writing, Audience.PUBLIC)
    return Check(report.editions.count() + 1, document, writing, named_in(writing))
