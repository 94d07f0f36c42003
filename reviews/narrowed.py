"""What the list of children is narrowed to, as the page says it."""

from cohort.council import the_council
from cohort.filters import ChildFilter
from cohort.models import District
from cohort.narrowing import parts, sentence
from iro_service.templatetags.house import counted


def narrowed(request, children: ChildFilter) -> dict:
    """The narrowing in a sentence, the way to take each part off, and a day before the records."""
    narrowing = children.narrowing
    if not narrowing:
        return {}
    names = District.objects.in_bulk() if "district" in narrowing.facts else {}
    found = parts(narrowing, {str(pk): str(one) for pk, one in names.items()})
    return {
        "narrowed_to": sentence(found) if found else "",
        "narrowings": [
            {"words": part.words, "href": _without(request.GET, part.names)} for part in found
        ],
        "times": _times(children) if narrowing.started or narrowing.ended else "",
        "unknown_day": children.unknown_day,
        "records_from": the_council().records_from if children.unknown_day else None,
    }


def _times(children: ChildFilter) -> str:
    """That some came or left more than once, where the cohort counts each time."""
    if children.unknown_day:
        return ""
    found = children.qs.order_by()
    times = children.narrowing.periods().filter(child__in=found.values("pk")).count()
    return f"{counted(times, 'time,times')} in all" if times != found.count() else ""


def _without(query, names: tuple[str, ...]) -> str:
    left = query.copy()
    for name in (*names, "page"):
        left.pop(name, None)
    return f"?{left.urlencode()}"
