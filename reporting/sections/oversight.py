"""What IROs did between reviews."""

from reporting.drawings.oversight import midway_checks
from reporting.sections.shape import Part, Section
from reporting.sentences import oversight as said
from reporting.tables.oversight import checks_by_month, contacts_by_kind, oversight_by_year
from reporting.writing import Writing


def section(figures: dict, _writing: Writing) -> Section:
    """Midway checks, contacts, and the children nobody looked at."""
    oversight = figures["oversight"]
    return Section(
        "oversight",
        [
            Part(
                words=[
                    "Half-way between two reviews the IRO looks whether the plan is kept. Every "
                    "contact about a child between reviews is logged.",
                    said.kept(oversight, figures["from"]),
                ],
                tables=[oversight_by_year(figures)],
            ),
            Part(
                "Midway checks",
                [said.checks(oversight)],
                [midway_checks(figures)],
                [checks_by_month(figures)],
            ),
            Part(
                "Contacts between reviews",
                [said.contacts(oversight), said.gaps(oversight, figures["as_at"])],
                tables=[contacts_by_kind(oversight)],
            ),
        ],
    )
