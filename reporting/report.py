"""Composes a report out of figures and words: what the page shows and what the PDF prints."""

from html import unescape

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from reporting.audience import Audience
from reporting.children import compose_children
from reporting.document import Document
from reporting.figures import as_json
from reporting.figures.year import ReportingYear
from reporting.outline import HEADINGS
from reporting.prose import html_of
from reporting.quoting import quotable
from reporting.sections import every_section, handbook
from reporting.sections.shape import Section
from reporting.withholding import for_audience
from reporting.writing import NOTHING_WRITTEN, Writing, for_readers
from reporting.written import day

KINDS = {"": "annual report", "H": "six-monthly report", "Q": "quarterly report"}
READERS = {
    Audience.INTERNAL: "For those who work with it: it names IROs and tells small numbers.",
    Audience.PUBLIC: "This report is a public document.",
}


def compose(
    figures: dict,
    writing: Writing = NOTHING_WRITTEN,
    audience: str = Audience.INTERNAL,
    *,
    made: str = "",
) -> Document:
    """One edition of the report of a year, a half or a quarter.

    Takes what `figures()` gives, or the same read back from JSON. The sections are numbered in
    their order; those with nothing in them are left out. `made` says which edition it is.
    """
    figures = for_audience(figures, audience)
    made = made or f"Made on {day(figures['taken_on'])}."
    if audience == Audience.CHILDREN:
        return compose_children(figures, writing, made=made)
    writing, quoted = for_readers(writing, audience), quotable(figures)
    sections = []
    for section in every_section(figures, writing):
        section.title = HEADINGS[section.id].title
        section.html = _words(section, writing, quoted)
        _say_once(section)
        if not section.is_empty:
            sections.append(section)
    for n, section in enumerate(sections, 1):
        section.number = str(n)
        for m, part in enumerate(section.subsections, 1):
            part.number, part.id = f"{n}.{m}", f"{section.id}-{m}"
    for section in sections:
        if section.id == handbook.ID:  # it tells where each thing stands, and that is known now
            section.parts[0].tables = [handbook.answered(sections, writing)]
    kind = KINDS[ReportingYear.parse(figures["year"]).part[:1]]
    return Document(
        council=figures["council"],
        title=f"Independent Reviewing Officers' {kind}",
        subtitle=f"{day(figures['from'])} to {day(figures['to'])}",
        audience=audience,
        period=figures["year"],
        taken_on=figures["taken_on"],
        made=f"{made} {READERS[Audience(audience)]}",
        figures=as_json(figures),
        sections=sections,
    )


def _say_once(section: Section) -> None:
    """A sentence that people placed among their own words is not said again under them."""
    written = unescape(section.html)
    for part in section.parts:
        part.words = [words for words in part.words if words not in written]
    section.parts = [part for part in section.parts if not part.is_empty]


def _words(section, writing: Writing, quoted: dict[str, str]) -> SafeString:
    """What was written; where nothing was, the text that is provided."""
    if text := writing.passages.get(section.id, "").strip():
        return html_of(text, quoted)
    return render_to_string(section.prose) if section.prose else SafeString("")
