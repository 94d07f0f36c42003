"""The making of one PDF: figures, words, pages, with its progress kept where others see it."""

import json
from datetime import date, datetime

from django.db import transaction
from django.template.loader import render_to_string

from reporting.attaching import attachments
from reporting.audience import Audience
from reporting.document import Document, frozen, thawed
from reporting.figures import figures
from reporting.models import Making, Report, ReportFile
from reporting.pdf import PdfFault, render_pdf
from reporting.report import compose
from reporting.writing import writing_of

PRINT = ("reporting/report.html", "reporting/print/base.html")
CHILDRENS_PRINT = ("reporting/children/document.html", "reporting/print/children.html")
SORRY = (
    "Something went wrong while the report was made, and nothing was kept. "
    "Try again; if it goes wrong again, tell whoever runs the service."
)


def printed(document: Document, progress=None, attached=()) -> bytes:
    """The PDF of a composed report; raises PdfFault when it cannot be printed."""
    # As it is kept: the addresses of cases that the page's numbers open stay behind.
    template, layout = CHILDRENS_PRINT if document.audience == Audience.CHILDREN else PRINT
    html = render_to_string(template, {**thawed(frozen(document)).context(), "layout": layout})
    return render_pdf(html, progress=progress, attachments=attached)


class Progress:
    """Tells those who wait how far it is; each step is saved at once."""

    def __init__(self, making: Making):
        self.makings = Making.objects.filter(pk=making.pk, made_at=None, failed_at=None)
        self.percent = 0

    def __call__(self, step: str, percent: int | None = None) -> None:
        """Save the step; pages laid out move the bar on by a little, never to its end."""
        # Half of what is left, so that it moves however many steps are to come.
        self.percent = percent or self.percent + max((96 - self.percent) // 12, 0)
        self.makings.update(step=step[:60], percent=self.percent)


def make(making: Making, *, on: date, at: datetime) -> None:
    """Make the PDF and store it with its figures, all or nothing."""
    progress = Progress(making)
    progress("Counting the figures", 5)
    document = document_of(making, on=on)
    progress("Writing the pages", 20)
    moment = making.edition.published_at if making.edition else at
    pdf = printed(document, progress, attachments(document, at=moment))
    with transaction.atomic():
        finished = progress.makings.update(
            made_at=at, figures=json.loads(document.figures), step="Ready", percent=100
        )
        if finished:  # else it was made or given up meanwhile
            ReportFile.objects.create(making=making, pdf=pdf)


def document_of(making: Making, *, on: date) -> Document:
    """What is to be printed: of an edition what was frozen, else the report as it stands."""
    if making.edition:
        return thawed(making.edition.documents[making.audience])
    return as_it_stands(making.period, making.audience, on=on)


def as_it_stands(period: str, audience: str, *, on: date) -> Document:
    """A period's report out of the records and the words of the day; raises as `figures` does."""
    figure = figures(period, on=on)
    report = Report.objects.filter(period=period).first()
    return compose(figure, writing_of(report), audience)


def fail(making: Making, error: Exception, *, at: datetime) -> None:
    """Keep that it failed, with a sentence for the person who waits."""
    sentence = str(error) if isinstance(error, PdfFault) else SORRY
    Making.objects.filter(pk=making.pk, made_at=None, failed_at=None).update(
        failed_at=at, error=sentence, step="Failed"
    )
