"""A record of discussion as the file that is sent."""

from django.http import HttpResponse

from accounts.access import for_roles
from reporting.record_print import record_pdf as printed
from reviews.views.scoped import READERS, log_opening, the_record

DECISIONS = "decisions"


@for_roles(*READERS)
def record_pdf(request, pk):
    """Answer the full record, or with ?what=decisions those alone; made as it is asked for."""
    record = the_record(request, pk)
    decisions_only = request.GET.get("what") == DECISIONS
    kind = DECISIONS if decisions_only else "record"
    log_opening(request, record.review, f"{kind} PDF")
    answer = HttpResponse(
        printed(record, decisions_only=decisions_only), content_type="application/pdf"
    )
    # No child's name in a file's name: it lies about in download folders.
    answer["Content-Disposition"] = f'inline; filename="review-{pk}-{kind}.pdf"'
    return answer
