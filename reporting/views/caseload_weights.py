"""Setting what a child counts for, with the effect before and after."""

from django.contrib import messages
from django.shortcuts import redirect, render

from accounts.access import for_roles
from accounts.models import MANAGERS
from cohort.actions.weights import set_weights
from cohort.caseload import Marked, caseload, the_weights
from cohort.forms.weights import WeightsForm
from cohort.models import CaseloadWeights
from iro_service import clock
from reporting.percent import ratio
from reviews.caseloads import WEIGHTED, weighted


@for_roles(*MANAGERS)
def caseload_weights(request):
    """Set the weights, or try them first: trying saves nothing."""
    now = the_weights()
    initial = {name: getattr(now, name) for name in WeightsForm.base_fields}
    form = WeightsForm(request.POST or None, initial=initial)
    tried = None
    if request.method == "POST" and form.is_valid():
        if "try" not in request.POST:
            set_weights(**form.cleaned_data, by=request.user)
            messages.success(request, "Saved. Weighted caseloads count by these weights now.")
            return redirect("caseloads")
        tried = CaseloadWeights(**form.cleaned_data)
    context = {"form": form, "effect": _effect(now, tried), "tried": tried, "means": WEIGHTED}
    return render(request, "reporting/caseloads/weights.html", context)


def _effect(now: CaseloadWeights, tried: CaseloadWeights | None) -> dict:
    """Each IRO's children as they are, weighed as now, and as tried."""
    on = clock.today()
    plain, weighed = caseload(on=on), weighted(on=on, weights=now)
    others = weighted(on=on, weights=tried) if tried else {}
    return {
        "marked": sum((others or weighed).values(), Marked()),
        "posts": plain.posts,
        "average": plain.average,
        "weighted": ratio(sum(one.load for one in weighed.values()), plain.posts),
        "tried": ratio(sum(one.load for one in others.values()), plain.posts) if tried else None,
        "rows": [
            {
                "iro": row.iro,
                "per_post": row.per_post,
                "weighted": _per_post(weighed, row),
                "tried": _per_post(others, row),
            }
            for row in plain.by_iro
        ],
    }


def _per_post(weighed: dict, row):
    return ratio(weighed.get(row.iro.pk, Marked()).load, row.posts)
