"""What the list of children is narrowed to, as the page says it."""

from cohort.council import the_council
from cohort.filters import ChildFilter
from cohort.models import District
from cohort.narrowing import parts, sentence


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
        "unknown_day": children.unknown_day,
        "records_from": the_council().records_from if children.unknown_day else None,
    }


def _without(query, names: tuple[str, ...]) -> str:
    left = query.copy()
    for name in (*names, "page"):
        left.pop(name, None)
    return f"?{left.urlencode()}"
