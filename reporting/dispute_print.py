"""A dispute on paper for a court bundle: what was raised and every step that was shared."""

from datetime import date

from django.template.loader import render_to_string

from cohort.council import the_council
from disputes.log import log_of
from disputes.models import Dispute
from disputes.turn import turn_of
from reporting.pdf import render_pdf

TEMPLATE = "reporting/dispute.html"


def dispute_pdf(dispute: Dispute, *, on: date) -> bytes:
    """The dispute as it stands on the day, as a tagged PDF of a few pages.

    Private notes of the IRO service are left out, and the front sheet says so. Raises PdfFault
    when the front end is not built. Source: Children Act 1989, section 25B(3); the IRO's own
    account of what was raised and answered.
    """
    steps = dispute.steps.filter(private=False).select_related("by", "asked", "in_name_of")
    page = {
        "council": the_council().name,
        "dispute": dispute,
        "turn": turn_of(dispute, on=on),
        "log": log_of(dispute, steps),
        "agreed": dispute.actions.all(),
        "on": on,
    }
    return render_pdf(render_to_string(TEMPLATE, page))
