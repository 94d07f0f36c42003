"""Quality audits of reviews."""

from reporting.drawings.audits import audit_themes
from reporting.sections.shape import Part, Section
from reporting.sentences import audits as said
from reporting.tables.audits import audits_by_year, grades, themes
from reporting.writing import Writing


def section(figures: dict, _writing: Writing) -> Section:
    """How many reviews were audited, how good they were found, and what follows."""
    audits = figures["audits"]
    return Section(
        "audits",
        [
            Part(
                words=[said.made(audits), said.share_audited(audits), said.actions(audits)],
                tables=[grades(audits), audits_by_year(figures)],
            ),
            Part("Strong and weak", charts=[audit_themes(figures)], tables=[themes(audits)]),
        ],
    )
