"""The record of discussion: written, read through, completed."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from accounts.access import for_roles
from iro_service import clock
from iro_service.templatetags.house import day_long
from reviews.actions.draft import keep_record_draft
from reviews.actions.record import WrittenMeanwhile, complete_record, write_record
from reviews.as_read import sections_of
from reviews.distribution import proposals
from reviews.forms import RecordForm
from reviews.letter import still_to_say
from reviews.models import Draft, Record
from reviews.reading_age import Reading, reading_for
from reviews.views.drafts import autosaved, draft_of, to_keep, typed
from reviews.views.scoped import READERS, SENDERS, WRITERS, deadlines_now, log_opening, the_record
from statute.ages import age_on


@for_roles(*WRITERS)
def record(request, pk):
    """Write the sections; after its completion the record can only be read."""
    record = the_record(request, pk)
    if request.method == "GET" and record.completed_on:
        return redirect("record_preview", pk)
    if "autosave" in request.POST:
        return _autosaved(request, record)
    log_opening(request, record.review, "record")
    last = _last_record(record)
    draft = None if request.method == "POST" else _draft(request, record)
    if draft:
        return _page(request, record, RecordForm(typed(draft), record=record, last=last), draft)
    form = RecordForm(request.POST or None, record=record, last=last)
    if request.method == "POST" and form.is_valid():
        try:
            return _written(request, record, form)
        except WrittenMeanwhile as meanwhile:
            form = form.beside(meanwhile)
    return _page(request, record, form)


@for_roles(*READERS)
def record_preview(request, pk):
    """Show the record as its readers will read it."""
    record = the_record(request, pk)
    log_opening(request, record.review, "record preview")
    writes = request.user.role in WRITERS
    page = {
        "record": record,
        "review": record.review,
        "sections": sections_of(record),
        "to_say": still_to_say(record.letter) if record.is_letter else [],
        "reading": _reading(record),
        "decisions": record.review.decisions.all(),
        "recipients": record.recipients.all() or proposals(record),
        "is_written": Record.objects.filter(pk=record.pk).written_out().exists(),
        "writes": writes,
        "may_write": writes and record.completed_on is None,
        "may_send": record.completed_on and not record.distributed_on and _may_send(request.user),
    }
    return render(request, "reviews/record_preview.html", page)


@require_POST
@for_roles(*WRITERS)
def record_complete(request, pk):
    """Complete the record as it was read through."""
    record = the_record(request, pk)
    typed = request.POST.get("version", "")
    seen = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 9 else -1
    done = complete_record(record, version=seen, on=clock.today(), by=request.user)
    kept = "in time" if done.completed_in_time else "after its due day"
    messages.success(
        request,
        f"Completed {kept}. The record is with business support, to be sent by "
        f"{day_long(done.distribution_due_on)}.",
    )
    return redirect("review", pk)


def _autosaved(request, record: Record):
    """Keep what is typed beside the record; the record itself changes when it is saved."""
    answers = to_keep(request, ("version", "style", *Record.TEXTS))
    return autosaved(keep_record_draft(record, answers=answers, at=clock.now(), by=request.user))


def _may_send(user) -> bool:
    return user.role in SENDERS


def _draft(request, record: Record) -> Draft | None:
    return draft_of(record.review, request.user, Draft.Kind.RECORD)


def _last_record(record: Record) -> Record | None:
    """The completed or half-written record of the child's review before this one."""
    held_on = record.review.held_on
    child = record.review.child
    earlier = Record.objects.standing().filter(review__child=child, review__held_on__lt=held_on)
    return earlier.select_related("review").order_by("-review__held_on").first()


def _reading(record: Record) -> Reading:
    """How hard the text is for the child, at the age they are now."""
    age = age_on(record.review.child.date_of_birth, clock.today())
    names = f"{record.review.child} {record.review.chair or ''}"
    return reading_for(record.text, reader=age, names=names)


def _written(request, record: Record, form: RecordForm):
    style = request.POST.get("switch", "")
    saved = write_record(
        record,
        version=form.cleaned_data["version"],
        sections=form.cleaned_data,
        style=style if style in Record.Style.values else None,
        at=clock.now(),
        by=request.user,
    )
    if "preview" in request.POST:
        return redirect("record_preview", record.review_id)
    messages.success(request, f"Saved. The record is due by {day_long(saved.due_on)}.")
    return redirect("record", record.review_id)


def _page(request, record: Record, form: RecordForm, draft: Draft | None = None):
    page = {
        "draft": draft,
        "form": form,
        "record": record,
        "review": record.review,
        "decisions": record.review.decisions.all(),
        "reading": _reading(record),
        "deadline": deadlines_now().of_record(record, record.review.held_on),
    }
    return render(request, "reviews/record.html", page)
