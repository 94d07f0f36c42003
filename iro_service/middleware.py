"""What every page goes through."""

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from iro_service.refusals import Refusal


def private_pages(get_response):
    """Keep pages about children out of every cache but leave files and public pages as they are."""

    def answer(request):
        response = get_response(request)
        if "public" in response.get("Cache-Control", ""):
            return response  # the same for everybody: who asks is not even looked up
        if getattr(request, "user", None) and request.user.is_authenticated:
            patch_cache_control(response, private=True, no_store=True)
        return response

    return answer


class SignInRequired(LoginRequiredMiddleware):
    """Every page asks for a sign-in but those that say they do not; of those nobody's is read."""

    def process_view(self, request, view_func, view_args, view_kwargs):
        """Leave an open page alone before the session is touched, so that caches may keep it."""
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)


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
