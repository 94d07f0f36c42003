"""A published edition with a small document for each reader, and their files."""

from django.utils.safestring import SafeString

from reporting.audience import Audience
from reporting.document import Document, frozen
from reporting.drawings.shape import Chart
from reporting.models import Edition
from reporting.sections.shape import Part, Section
from reporting.tables.shape import Table, column
from tests.factories import EditionFactory, ReportFactory, ReportFileFactory

AGES = Table(
    "ages",
    "Children by age",
    [column("Age", numeric=False), column("Children"), column("Share")],
    [["Under 1", "1,032", "90.8%"], ["1 to 4", "=2", None]],
    ["Total", "1,034", "100.0%"],
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><text font-family="Inter">Ages</text></svg>'


def small_document(audience: str, words: str = "Children were seen.") -> Document:
    """One section with a sentence, a chart and a table."""
    chart = Chart("ages-chart", SafeString(SVG), "Most are under 1")
    part = Part(words=[words], charts=[chart], tables=[AGES])
    return Document(
        council="Demonstration County Council",
        title="Independent Reviewing Officers' annual report",
        subtitle="1 April 2016 to 31 March 2017",
        audience=audience,
        period="2016-17",
        taken_on="2017-07-20",
        made="Edition 1, published on 18 July 2017.",
        figures='{"year": "2016-17"}',
        sections=[Section("children", [part], title="The children", number="1")],
    )


def published_edition(period: str = "2016-17", *, made: bool = True, **given) -> Edition:
    """An edition of its period's report, its files made unless said otherwise."""
    if "report" not in given:
        given["report"] = ReportFactory(period=period, closed=True)
    documents = {audience: frozen(small_document(audience)) for audience in Audience.values}
    edition = EditionFactory(documents=documents, **given)
    for audience in Audience.values if made else ():
        ReportFileFactory(
            making__edition=edition, making__audience=audience, making__period=period,
            pdf=f"%PDF-1.7 {audience} {edition.number}".encode(),
        )  # fmt: skip
    return edition
