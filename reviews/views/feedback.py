"""Children's feedback, collated for those who manage the service."""

from calendar import monthrange
from datetime import date

from django.shortcuts import render
from django.urls import reverse

from accounts.access import for_roles
from accounts.models import MANAGERS, Role, User
from iro_service import clock
from iro_service.spreadsheets import spreadsheet
from reviews.feedback import (
    Collated,
    collate,
    iros_with_enough,
    months_with_feedback,
    year_round,
)

COLUMNS = ["Month of the review", "Age", "Question", "Answer", "Words"]


@for_roles(*MANAGERS)
def feedback(request):
    """What children said of their reviews, question by question, without a name."""
    stretches, first, last = _months(request)
    iros = iros_with_enough(*year_round(last))
    chair = _chair(request)
    told = _told(first, last, chair)
    context = {
        "stretches": stretches,
        "first": f"{first:%Y-%m}",
        "last": f"{last:%Y-%m}",
        "iros": iros,
        "chair": chair,
        "year": year_round(last),
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
    told = _told(first, last, _chair(request))
    given = (one for one in told.said if one.answer.is_given)
    rows = (
        [one.month, one.band, one.answer.question.asked, one.answer.chosen, one.answer.words]
        for one in given
    )
    name = f"childrens-feedback-{first:%Y-%m}-{last:%Y-%m}"
    return spreadsheet(request, name, COLUMNS, rows)


def _told(first: date, last: date, chair: User | None) -> Collated:
    """All in the months chosen, or one IRO's in the whole year."""
    span = year_round(last) if chair else (first, last)
    return collate(*span, chair=chair)


def _months(request) -> tuple[list[tuple[date, date]], date, date]:
    """The stretches to choose from, and the first and last day of those chosen; else of all."""
    on = clock.today()
    stretches = months_with_feedback(on) or [(on.replace(day=1), on.replace(day=1))]
    starts = {f"{one:%Y-%m}": one for one, _ in stretches}
    ends = {f"{one:%Y-%m}": one for _, one in stretches}
    first = starts.get(request.GET.get("from", ""), stretches[-1][0])
    last = ends.get(request.GET.get("to", ""), stretches[0][1])
    if last < first:
        first, last = stretches[-1][0], stretches[0][1]
    return stretches, first, last.replace(day=monthrange(last.year, last.month)[1])


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
