"""The printed report: one accessible file out of the page's own HTML."""

from reporting.pdf.faults import PdfFault
from reporting.pdf.render import Attached, render_pdf

__all__ = ["Attached", "PdfFault", "render_pdf"]
