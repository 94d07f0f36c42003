"""Children's feedback, collated for those who manage the service."""

from calendar import monthrange
from datetime import date

from django.shortcuts import render
from django.urls import reverse

from accounts.access import for_roles
from accounts.models import MANAGERS, Role, User
from iro_service import clock
from iro_service.spreadsheets import spreadsheet
from reviews.feedback import Collated, collate, iros_with_enough, months_with_feedback

COLUMNS = ["Month of the review", "Age", "Question", "Answer", "Words"]


@for_roles(*MANAGERS)
def feedback(request):
    """What children said of their reviews, question by question, without a name."""
    months, first, last = _months(request)
    iros = iros_with_enough(first, last)
    chair = _chair(request)
    told = collate(first, last, chair=chair)
    context = {
        "months": months,
        "first": f"{first:%Y-%m}",
        "last": f"{last:%Y-%m}",
        "iros": iros,
        "chair": chair,
        "told": told,
        "questions": told.questions,
        "counts": _counts(told),
        "download_href": f"{reverse('feedback_download')}?{request.GET.urlencode()}",
    }
    return render(request, "reviews/before_feedback.html", context)


@for_roles(*MANAGERS)
def feedback_download(request):
    """The same answers as a file for a spreadsheet."""
    _, first, last = _months(request)
    told = collate(first, last, chair=_chair(request))
    given = (one for one in told.said if one.answer.is_given)
    rows = (
        [one.month, one.band, one.answer.question.asked, one.answer.chosen, one.answer.words]
        for one in given
    )
    name = f"childrens-feedback-{first:%Y-%m}-{last:%Y-%m}"
    return spreadsheet(request, name, COLUMNS, rows)


def _months(request) -> tuple[list[dict], date, date]:
    """The months to choose from, and the first and last day of those chosen; else all of them."""
    on = clock.today()
    starts = months_with_feedback(on) or [on.replace(day=1)]
    by_key = {f"{one:%Y-%m}": one for one in starts}
    first = by_key.get(request.GET.get("from", ""), starts[-1])
    last = by_key.get(request.GET.get("to", ""), starts[0])
    first, last = min(first, last), max(first, last)
    months = [{"key": key, "words": f"{one:%B %Y}"} for key, one in by_key.items()]
    return months, first, last.replace(day=monthrange(last.year, last.month)[1])


def _chair(request) -> User | None:
    wanted = request.GET.get("iro", "")
    known = wanted.isascii() and wanted.isdigit() and len(wanted) < 19
    return User.objects.filter(pk=wanted, role=Role.IRO).first() if known else None


def _counts(told: Collated) -> list[dict]:
    rate = f"{100 * told.finished / told.offered:.0f}%" if told.offered else "none yet"
    return [
        {"number": told.offered, "label": "Children asked"},
        {"number": told.finished, "label": "Answered"},
        {"number": rate, "label": "Response rate", "note": "answered, of those asked"},
    ]
