"""How a public page is answered: to everybody alike, and kept by caches."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from hashlib import sha256

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, parse_http_date, quote_etag
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from iro_service import clock

KEPT = 300  # seconds: a correction is everywhere within five minutes


def open_to_all(view: Callable[..., HttpResponse]):
    """No sign-in, no session, no cookie; who has it already is told that it is the same."""

    @login_not_required
    @require_safe
    @gzip_page
    @wraps(view)
    def page(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        patch_cache_control(response, public=True, max_age=KEPT)
        etag = quote_etag(sha256(response.content).hexdigest()[:32])
        response["ETag"] = etag
        changed = response.get("Last-Modified")
        return get_conditional_response(
            request,
            etag=etag,
            last_modified=parse_http_date(changed) if changed else None,
            response=response,
        )

    return page


def page_of(template: str, context: dict, *, changed: datetime | None) -> HttpResponse:
    """A page that knows nothing of who asks: no request reaches its template."""
    day = clock.today() if settings.DEMONSTRATION else None
    html = render_to_string(template, {**context, "demonstration_day": day})
    return _dated(HttpResponse(html), changed)


def file_of(
    content: bytes, name: str, kind: str, *, changed: datetime, inline: bool = False
) -> HttpResponse:
    """A file under a proper name, opened in the browser or kept."""
    response = HttpResponse(content, content_type=kind)
    opened = "inline" if inline else "attachment"
    response["Content-Disposition"] = f'{opened}; filename="{name}"'
    return _dated(response, changed)


def _dated(response: HttpResponse, changed: datetime | None) -> HttpResponse:
    if changed:
        response["Last-Modified"] = http_date(changed.timestamp())
    return response
