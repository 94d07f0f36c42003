"""Nothing to report on what the Handbook asks for, and why: said in its section too."""

from reporting.handbook import CHECKLIST
from reporting.sections.shape import Part, Section
from reporting.writing import Writing


def with_nothings(section: Section, writing: Writing) -> Section:
    """The section, and before its figures what it has nothing to report on."""
    words = [
        f"{asked.words}. {nothing_to_report(writing.nothings[asked.key])}"
        for asked in CHECKLIST
        if section.id in asked.sections and asked.key in writing.nothings
    ]
    if words:
        section.parts.insert(0, Part(words=words))
    return section


def nothing_to_report(because: str) -> str:
    """The sentence that answers what was asked for."""
    return f"Nothing to report because {_begun_small(because.strip().rstrip('.'))}."


def _begun_small(words: str) -> str:
    # IRO and other capitals stay.
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
