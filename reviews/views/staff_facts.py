"""What IROs say of themselves: the list for managers, and each one's own page."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from accounts.access import SERVICE, for_roles
from accounts.models import MANAGERS, Role, User
from cohort.actions.unit import keep_staff_facts
from cohort.forms.unit import StaffFactsForm, staff_facts_of
from iro_service import clock
from iro_service.spreadsheets import spreadsheet
from reviews.views.asking import ask

COLUMNS = ["IRO", "Sex", "Ethnicity"]


@for_roles(*MANAGERS)
def staff_facts(request):
    """Each IRO with what they said; who said nothing stands there too."""
    return render(request, "reviews/staff_facts.html", {"rows": _rows()})


@for_roles(*MANAGERS)
def staff_facts_download(request):
    """The same as a file for a spreadsheet."""
    return spreadsheet(request, f"iros-{clock.today()}", COLUMNS, (row[1:] for row in _rows()))


@for_roles(*SERVICE)
def staff_facts_edit(request, pk: int):
    """Say it, or change it: each IRO for themselves, a manager for all."""
    if not (request.user.is_manager or request.user.pk == pk):
        raise Http404
    person = get_object_or_404(User, pk=pk, role=Role.IRO)
    form = StaffFactsForm(request.POST or None, row=staff_facts_of(person), today=clock.today())

    def save():
        keep_staff_facts(person, **form.cleaned_data, by=request.user)
        messages.success(request, "Saved. It is told only as a count of the whole team.")

    mine = request.user.pk == pk
    heading = "What you say of yourself" if mine else f"What {person} says of themselves"
    back = reverse("my_work" if mine else "staff_facts")
    words = "My work" if mine else "What IROs say of themselves"
    context = {"heading": heading, "back_href": back, "back_words": words}
    return ask(request, "reviews/staff_facts_edit.html", form, save, context, to=back)


def _rows() -> list[tuple]:
    """The number of each IRO here today, the name, and what was said."""
    people = User.objects.independent_reviewing_officers().select_related("staff_facts")
    return [(one.pk, str(one), *_said(getattr(one, "staff_facts", None))) for one in people]


def _said(facts) -> tuple[str, str]:
    if facts is None:
        return "Not said", "Not said"
    return facts.get_sex_display() or "Not said", facts.get_ethnicity_display() or "Not said"
