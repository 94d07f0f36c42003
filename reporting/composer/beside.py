"""What a section is written beside: its figures, those to place in sentences, last year's words."""

from dataclasses import dataclass

from reporting.audience import Audience
from reporting.figures.year import ReportingYear
from reporting.models import Passage
from reporting.outline import HEADINGS, Heading
from reporting.quoting import by_section, quotable
from reporting.quoting.shape import Quotable
from reporting.sections import MADE
from reporting.sections.shape import Section
from reporting.withholding import for_audience
from reporting.writing import Writing


@dataclass(frozen=True)
class Group:
    """The figures of one section, for the picker.

    Each with how it stands in a sentence, and whether the public edition says the same.
    """

    heading: Heading
    figures: list[tuple[Quotable, str, bool]]
    is_here: bool


def live(section: str, figures: dict, writing: Writing) -> Section:
    """A section's figures, tables and charts as they stand, without what is written in it."""
    if section not in MADE:
        return Section(section)
    made = MADE[section](for_audience(figures, Audience.INTERNAL), writing)
    for n, part in enumerate(made.subsections, 1):
        part.id = f"{section}-{n}"
    return made


def to_place(section: str, figures: dict) -> list[Group]:
    """The figures that can be placed, those of this section first."""
    inside = quotable(for_audience(figures, Audience.INTERNAL))
    public = quotable(for_audience(figures, Audience.PUBLIC))
    groups = [
        Group(
            HEADINGS[here],
            [(one, inside[one.name], inside[one.name] == public[one.name]) for one in some],
            here == section,
        )
        for here, some in by_section().items()
    ]
    return sorted(groups, key=lambda group: not group.is_here)


def last_year(year: ReportingYear, section: str) -> Passage | None:
    """The words that stand in the same section of the same period a year before."""
    passages = Passage.objects.filter(report__period=str(year.before(1)), section=section)
    return passages.exclude(text="").order_by("-number").first()
