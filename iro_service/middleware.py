"""What every page goes through."""

from django.shortcuts import render
from django.utils.cache import patch_cache_control

from iro_service.refusals import Refusal


def private_pages(get_response):
    """Keep pages about children out of every cache but leave files and public pages as they are."""

    def answer(request):
        response = get_response(request)
        if getattr(request, "user", None) and request.user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
        return response

    return answer


class RefusalsAsPages:
    """Turn a refused deed into a page that says why (409), with nothing changed."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Answer a Refusal with its sentence; leave every other fault to Django."""
        if not isinstance(exception, Refusal):
            return None
        return render(request, "refusal.html", {"sentence": exception.sentence}, status=409)
