"""Which roles a page is for."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404

from accounts.models import MANAGERS, Role

SERVICE = (Role.IRO, *MANAGERS)  # those who work on cases in the IRO service


def for_roles(*roles: Role) -> Callable:
    """Refuse the page (403) to other roles; which rows they see is the QuerySet's part.

    To those who only answer what is put to them the rest of the service is not there (404).
    """

    def decorate(view: Callable) -> Callable:
        @wraps(view)
        def page(request, *args, **kwargs):
            if request.user.role not in roles:
                answers = request.user.role == Role.RESPONDING_MANAGER
                raise Http404 if answers else PermissionDenied
            return view(request, *args, **kwargs)

        page.roles = roles  # type: ignore[attr-defined]  # the test that walks every URL reads it
        return page

    return decorate
