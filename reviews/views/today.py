"""Today in the service: the managers' page."""

from django.shortcuts import render

from accounts.access import for_roles
from accounts.models import MANAGERS
from iro_service import clock
from iro_service.templatetags.house import percent
from reviews.today import (
    ALSO,
    COLUMNS,
    Asker,
    by_iro,
    figures,
    others,
    tiles_between,
    with_lines,
)


@for_roles(*MANAGERS)
def today(request):
    """The service in figures, and what needs a manager's decision now."""
    asker = Asker(request.user, clock.today(), clock.now())
    lines = by_iro(asker)
    strip = [_in_words(figure) for figure in figures(asker)]
    also = [one for tiles in ALSO for one in tiles(request.user, on=asker.on)]
    strip += [*tiles_between(request.user, on=asker.on), *also, *others(asker.on)]
    lined, others_now = with_lines(strip, on=asker.on)
    context = {
        "on": asker.on,
        "strip": strip,
        "lined": lined,
        "others": others_now,
        "lines": lines,
        "columns": COLUMNS.values(),
    }
    return render(request, "reviews/today.html", context)


def _in_words(figure: dict) -> dict:
    """A share as the strip shows it: the percentage large, what it is of small."""
    if "whole" not in figure:
        return figure
    if not figure["whole"]:
        return figure | {"number": "None", "note": "None yet this month"}
    note = f"{figure['part']:,} of {figure['whole']:,}"
    return figure | {"number": percent(figure["share"]), "note": note}
