"""The making of one report: figures, page, PDF, with its progress kept where others see it."""

import json
from datetime import date, datetime

from django.db import transaction
from django.template.loader import render_to_string

from reporting.figures import as_json, figures
from reporting.models import AnnualReport, ReportFile
from reporting.pdf import PdfFault, render_pdf
from reporting.report import compose

PRINT = "reporting/print/base.html"
SORRY = (
    "Something went wrong while the report was made, and nothing was kept. "
    "Try again; if it goes wrong again, tell whoever runs the service."
)


def printed(figure: dict, progress=None) -> bytes:
    """The PDF of a year's figures; raises PdfFault when it cannot be printed."""
    html = render_to_string("reporting/report.html", {**compose(figure), "layout": PRINT})
    return render_pdf(html, progress=progress)


class Progress:
    """Tells those who wait how far it is; each step is saved at once."""

    def __init__(self, report: AnnualReport):
        self.reports = AnnualReport.objects.filter(pk=report.pk, made_at=None, failed_at=None)
        self.percent = 0

    def __call__(self, step: str, percent: int | None = None) -> None:
        """Save the step; pages laid out move the bar on by a little, never to its end."""
        # Half of what is left, so that it moves however many steps are to come.
        self.percent = percent or self.percent + max((96 - self.percent) // 12, 0)
        self.reports.update(step=step[:60], percent=self.percent)


def make(report: AnnualReport, *, on: date, at: datetime) -> None:
    """Make the report and store it with its figures, all or nothing."""
    progress = Progress(report)
    progress("Counting the figures", 5)
    figure = figures(report.year, on=on)
    progress("Writing the pages", 20)
    pdf = printed(figure, progress)
    with transaction.atomic():
        finished = progress.reports.update(
            made_at=at, figures=json.loads(as_json(figure)), step="Ready", percent=100
        )
        if finished:  # else it was made or given up meanwhile
            ReportFile.objects.create(report=report, pdf=pdf)


def fail(report: AnnualReport, error: Exception, *, at: datetime) -> None:
    """Keep that it failed, with a sentence for the person who waits."""
    sentence = str(error) if isinstance(error, PdfFault) else SORRY
    AnnualReport.objects.filter(pk=report.pk, made_at=None, failed_at=None).update(
        failed_at=at, error=sentence, step="Failed"
    )
