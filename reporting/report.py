"""Composes the annual report out of figures: what the page shows and what the PDF prints."""

from reporting.sections import IN_ORDER
from reporting.written import day

TITLE = "Independent Reviewing Officers' annual report"


def compose(figures: dict) -> dict:
    """The context of templates/reporting/report.html for the figures of one year.

    Takes what `figures()` gives, or the same read back from JSON. The sections are numbered
    in their order.
    """
    sections = [module.section(figures) for module in IN_ORDER]
    for n, section in enumerate(sections, 1):
        section.number = str(n)
        for m, part in enumerate(section.subsections, 1):
            part.number, part.id = f"{n}.{m}", f"{section.id}-{m}"
    return {
        "figures": figures,
        "council": figures["council"],
        "report_title": TITLE,
        "subtitle": f"{day(figures['from'])} to {day(figures['to'])}",
        "published_on": f"Made on {day(figures['taken_on'])}. This report is a public document.",
        "language": "en-GB",
        "sections": sections,
    }
