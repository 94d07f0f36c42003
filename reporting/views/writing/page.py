"""The composer's page, made for every answer that leads back to it."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from accounts.models import Role
from iro_service import clock
from reporting.composer.beside import last_year, live, to_place
from reporting.composer.changes import changes
from reporting.composer.marks import marks_of, neighbours
from reporting.figures import ReportingYear, figures
from reporting.forms.writing import CommentForm, NothingForm, PassageForm
from reporting.handbook import CHECKLIST
from reporting.models import Comment, Passage, Report
from reporting.outline import WRITTEN, Heading
from reporting.prose import faults_in, html_of
from reporting.quoting import quotable
from reporting.report import KINDS
from reporting.writing import writing_of


def the_heading(section: str) -> Heading:
    """A section that people write in."""
    return get_from({heading.id: heading for heading in WRITTEN}, section)


def get_from(found: dict, key):
    """The one of this key; 404 where there is none."""
    if key not in found:
        raise Http404
    return found[key]


def the_report(year: ReportingYear) -> Report:
    """The report of a period that was begun."""
    return get_object_or_404(Report, period=str(year))


def standing(report: Report | None, section: str) -> Passage | None:
    """The version of a section's words that stands."""
    if report is None:
        return None
    versions = report.passages.filter(section=section).select_related("by")
    return versions.order_by("-number").first()


def may_write(user) -> bool:
    """The words are the group manager's."""
    return user.role == Role.GROUP_MANAGER


def composer(
    request,
    year: ReportingYear,
    heading: Heading,
    *,
    form: PassageForm | None = None,
    meanwhile: Passage | None = None,
    comment_form: CommentForm | None = None,
    nothing_form: tuple[str, NothingForm] | None = None,
    status: int = 200,
):
    """Print the page of a section with the forms as they stand; `meanwhile` is another's version.

    Raises 404 for a period that has not begun.
    """
    if clock.today() < year.first:
        raise Http404
    report = Report.objects.filter(period=str(year)).first()
    taken, writing = figures(year, on=clock.today()), writing_of(report)
    quoted, passage = quotable(taken), standing(report, heading.id)
    text = form.data.get("text", "") if form else writing.passages.get(heading.id, "")
    before, after = neighbours(heading.id)
    marks, comments = marks_of(report), _comments(report, heading)
    comment_form = comment_form or CommentForm()
    form = form or PassageForm(passage=passage)
    form.action = reverse("report_write", args=[year, heading.id])
    comment_form.action = reverse("report_comment", args=[year, heading.id])
    context = {
        "year": year,
        "kind": KINDS[year.part[:1]],
        "heading": heading,
        "before": before,
        "after": after,
        "report": report,
        "marks": marks,
        "written": sum(mark.is_written for mark in marks),
        "passage": passage,
        "is_older": passage and clock.day_of(passage.saved_at) < clock.today(),
        "last_year": last_year(year, heading.id),
        "may_write": may_write(request.user) and report and report.may_be_written,
        "may_begin": may_write(request.user) and not report,
        "is_writer": may_write(request.user),
        "form": form,
        "meanwhile": meanwhile,
        "changes": changes(meanwhile.text, form.cleaned_data["text"]) if meanwhile else [],
        "preview": html_of(text, quoted),
        "faults": faults_in(text),
        "groups": to_place(heading.id, taken),
        "section": live(heading.id, taken, writing),
        "asked": _asked(year, heading, writing.nothings, nothing_form),
        "comments": comments,
        "settled": sum(comment.settled_at is not None for comment in comments),
        "comment_form": comment_form,
        "forms": [comment_form, *([nothing_form[1]] if nothing_form else [])],
    }
    return render(request, "reporting/writing/section.html", context, status=status)


def _comments(report: Report | None, heading: Heading) -> list[Comment]:
    if report is None:
        return []
    comments = report.comments.filter(section=heading.id)
    return list(comments.select_related("by", "settled_by"))


def _asked(year: ReportingYear, heading: Heading, nothings: dict, typed) -> list[dict]:
    """What the Handbook asks for in this section, with how it stands."""
    rows = []
    for asked in CHECKLIST:
        if heading.id in asked.sections:
            is_typed = typed and typed[0] == asked.key
            form = typed[1] if is_typed else NothingForm(prefix=asked.key)
            form.action = reverse("report_nothing", args=[year, asked.key])
            because = nothings.get(asked.key, "")
            rows.append({"asked": asked, "because": because, "form": form})
    return rows
