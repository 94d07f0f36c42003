"""A dispute as the file for a court bundle."""

from django.http import HttpResponse

from accounts.access import SERVICE, for_roles
from disputes.views.scoped import the_dispute
from iro_service import clock
from reporting.dispute_print import dispute_pdf


@for_roles(*SERVICE)
def dispute_bundle(request, pk: int):
    """Answer the whole shared log; made as it is asked for."""
    dispute = the_dispute(request, pk, "court bundle")
    answer = HttpResponse(dispute_pdf(dispute, on=clock.today()), content_type="application/pdf")
    # No child's name in a file's name: it lies about in download folders.
    answer["Content-Disposition"] = f'inline; filename="dispute-{pk}.pdf"'
    return answer
