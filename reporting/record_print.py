"""A record of discussion on paper: the full record, or its decisions only."""

from django.template.loader import render_to_string

from cohort.council import the_council
from reporting.pdf import render_pdf
from reviews.as_read import sections_of
from reviews.models import Record

TEMPLATE = "reporting/record.html"


def record_pdf(record: Record, *, decisions_only: bool = False) -> bytes:
    """The record as a tagged PDF; a page or two, so about half a second.

    Raises PdfFault when the front end is not built. Source of the two kinds: the IRO Handbook
    lets those who need no more have the decisions alone.
    """
    page = {
        "council": the_council().name,
        "record": record,
        "review": record.review,
        "decisions": record.review.decisions.all(),
        "sections": [] if decisions_only else sections_of(record),
        "decisions_only": decisions_only,
        "is_letter": record.is_letter and not decisions_only,
    }
    return render_pdf(render_to_string(TEMPLATE, page))
