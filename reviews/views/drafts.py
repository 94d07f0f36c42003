"""What a person has typed on a page, from the draft and into it."""

from django.http import JsonResponse, QueryDict
from django.utils import timezone

from iro_service.forms.sentences import showable
from reviews.models import Draft, Review


def draft_of(review: Review, user, kind: str = Draft.Kind.FORM) -> Draft | None:
    """The person's own draft of a review's outcome form, or of its record."""
    return Draft.objects.filter(review=review, kind=kind, by=user).first()


def typed(draft: Draft) -> QueryDict:
    """The draft as the page would send it."""
    data = QueryDict(mutable=True)
    for name, values in draft.answers.items():
        data.setlist(name, values)
    return data


def to_keep(request, names) -> dict[str, list[str]]:
    """What the page sent of these names, less only what cannot be stored."""
    return {name: showable(request.POST.getlist(name)) for name in names if name in request.POST}


def autosaved(draft: Draft) -> JsonResponse:
    """What the page's script shows beside the heading."""
    return JsonResponse({"saved": f"{timezone.localtime(draft.saved_at):%H:%M}"})
