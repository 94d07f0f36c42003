"""The appendix: what the Handbook asks an annual report to hold, and where this one holds it."""

from collections.abc import Sequence

from reporting.handbook import CHECKLIST, Asked, missing
from reporting.sections.nothings import nothing_to_report
from reporting.sections.shape import Part, Section
from reporting.tables.shape import Table, column
from reporting.writing import Writing

ID = "handbook"
NOT_YET = "Not written yet"
UNWRITTEN = ": not written about yet"


def section(_figures: dict, _writing: Writing) -> Section:
    """What the list is; its rows name sections by number, so that `answered` comes later."""
    words = (
        "The IRO Handbook asks for these things in the annual report of an IRO service "
        f"({', '.join(dict.fromkeys(one.source for one in CHECKLIST))}). Each is answered where "
        "this list says."
    )
    return Section(ID, [Part(words=[words])], new_page=True)


def answered(sections: Sequence[Section], writing: Writing) -> Table:
    """Each thing asked for, and the number and title of the sections that answer it.

    Takes the sections as they are numbered. Source: reporting.handbook.CHECKLIST.
    """
    numbered = {one.id: one for one in sections}
    return Table(
        "handbook-list",
        "What the Handbook asks for, and where it is",
        [column("The Handbook asks for", numeric=False), column("Where it is", numeric=False)],
        [[one.words, _where(one, numbered, writing)] for one in CHECKLIST],
    )


def _where(asked: Asked, numbered: dict[str, Section], writing: Writing) -> str:
    if because := writing.nothings.get(asked.key):
        return nothing_to_report(because)
    here = [numbered[one] for one in asked.sections if one in numbered]
    if not here:
        return NOT_YET
    unwritten = "" if asked not in missing(writing.passages, writing.nothings) else UNWRITTEN
    return "; ".join(f"Section {one.number}, {one.title}" for one in here) + unwritten
