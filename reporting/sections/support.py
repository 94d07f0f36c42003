"""Advocacy and independent visitors."""

from reporting import sentences, tables
from reporting.sections.shape import Part, Section
from reporting.tables.support_years import referrals_by_year
from reporting.writing import Writing


def section(figures: dict, _writing: Writing) -> Section:
    """Who was offered somebody to speak for them or to visit them, and who waits."""
    support = figures["support"]
    return Section(
        "advocacy",
        [
            Part(
                words=[
                    "An advocate helps a child to be heard. An independent visitor befriends a "
                    "child who has little contact with their family.",
                    sentences.advocacy(support, "advocate"),
                    sentences.advocacy(support, "visitor"),
                ],
                tables=[tables.advocacy(support), referrals_by_year(figures)],
            ),
        ],
    )
