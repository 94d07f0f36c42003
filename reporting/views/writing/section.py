"""One section of one report: read, written, saved as one types."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.access import for_roles
from accounts.models import MANAGERS, Role
from iro_service import clock
from reporting.actions.writing import WrittenMeanwhile, begin_report, write_passage
from reporting.figures import ReportingYear
from reporting.forms.writing import PassageForm, as_kept
from reporting.models import Passage
from reporting.outline import WRITTEN, Heading
from reporting.prose import faults_in, slots_of
from reporting.views.writing.page import composer, may_write, standing, the_heading, the_report


@require_POST
@for_roles(Role.GROUP_MANAGER)
def report_begin(request, year: ReportingYear):
    """Begin the report and go to its first section."""
    begin_report(year, at=clock.now(), by=request.user)
    return redirect("report_write", year, request.POST.get("section") or WRITTEN[0].id)


@for_roles(*MANAGERS)
def report_write(request, year: ReportingYear, section: str):
    """The words of a section beside its figures; only the group manager changes them."""
    heading = the_heading(section)
    if request.method != "POST":
        return composer(request, year, heading)
    if not may_write(request.user):
        raise PermissionDenied
    return _written(request, year, heading)


def _written(request, year: ReportingYear, heading: Heading):
    report, is_autosave = the_report(year), "autosave" in request.POST
    form = PassageForm(request.POST, passage=standing(report, heading.id))
    if not form.is_valid():
        if is_autosave:
            return JsonResponse({"problem": f"Not saved: {form.errors['text'][0]}"})
        return composer(request, year, heading, form=form)
    try:
        passage = write_passage(
            report, section=heading.id, **form.cleaned_data, at=clock.now(), by=request.user
        )
    except WrittenMeanwhile as meanwhile:
        if is_autosave:
            return _not_kept(meanwhile, request.user)
        return _beside(request, year, heading, form, meanwhile)
    if is_autosave:
        return _kept(passage)
    messages.success(request, f"Saved at {_time(passage)}." if passage else "Nothing is written.")
    return redirect("report_write", year, heading.id)


def _kept(passage: Passage | None) -> JsonResponse:
    """What the page's script puts into the page."""
    text = passage.text if passage else ""
    return JsonResponse(
        {
            "saved": _time(passage) if passage else f"{timezone.localtime(clock.now()):%H:%M}",
            "version": as_kept(passage),
            "preview": slots_of(text),
            "faults": faults_in(text),
        }
    )


def _not_kept(meanwhile: WrittenMeanwhile, user) -> JsonResponse:
    """Another version stands; one's own is told, so that an answer lost on its way is known."""
    mine = meanwhile.passage.by_id == user.pk
    return JsonResponse(
        {
            "problem": f"Not saved. {meanwhile.sentence} Press Save to see both.",
            "version": as_kept(meanwhile.passage) if mine else None,
        },
        status=409,
    )


def _beside(request, year, heading, form: PassageForm, meanwhile: WrittenMeanwhile):
    again = form.beside(meanwhile.passage)
    again.is_valid()
    again.add_error(
        None,
        f"{meanwhile.sentence} Nothing of yours is saved yet. Take over what is to stay, then save "
        "again: what was saved is kept among the versions",
    )
    return composer(request, year, heading, form=again, meanwhile=meanwhile.passage, status=409)


def _time(passage: Passage) -> str:
    return f"{timezone.localtime(passage.saved_at):%H:%M}"
