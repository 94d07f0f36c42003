"""What the council aims at, measure by measure."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from accounts.access import for_roles
from accounts.models import MANAGERS
from cohort.council import the_council
from iro_service import clock
from reporting.actions.plans import AIMED_AT, set_target
from reporting.figures import ReportingYear
from reporting.forms.targets import TargetForm
from reporting.measures import targets_for
from reporting.models import Target


@for_roles(*MANAGERS)
def targets(request):
    """Each measure with what is aimed at now, and what was aimed at before."""
    now = targets_for(ReportingYear.of(clock.today()))
    kept: dict[str, list] = {}
    for row in Target.objects.all():
        kept.setdefault(row.measure, []).append((ReportingYear(row.from_year), row.value))
    rows = [(one, now.get(one.key), kept.get(one.key, [])) for one in AIMED_AT.values()]
    return render(request, "reporting/desk/targets.html", {"rows": rows})


@for_roles(*MANAGERS)
def target_set(request, measure: str):
    """Set a measure's target from a year on."""
    if (one := AIMED_AT.get(measure)) is None:
        raise Http404
    this = ReportingYear.of(clock.today())
    form = TargetForm(
        request.POST or None,
        years=_years(this),
        unit=one.unit,
        initial={"from_year": this.begins_in, "value": targets_for(this).get(measure)},
    )
    if request.method == "POST" and form.is_valid():
        row = set_target(measure=measure, **form.cleaned_data)
        since = ReportingYear(row.from_year)
        messages.success(request, f"Saved. {one.words}: {row.value:g}{one.unit} from {since} on.")
        return redirect("targets")
    return render(request, "reporting/desk/target.html", {"form": form, "measure": one})


def _years(this: ReportingYear) -> list[ReportingYear]:
    """Next year, and back to the year in which the records began."""
    first = ReportingYear.of(the_council().records_from).begins_in
    return [ReportingYear(begins) for begins in range(this.begins_in + 1, first - 1, -1)]
