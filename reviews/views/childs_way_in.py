"""How a child's own pages are reached: a code is exchanged once for a signed cookie."""

from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.utils.cache import patch_cache_control

from cohort.models import Allocation
from iro_service import clock
from iro_service.refusals import Refusal
from reviews.models import ChildsPage
from reviews.voice import is_open

COOKIE, SALT = "mine", "reviews.childs_page"
HOURS_3 = 3 * 60 * 60
GONE = 410


def childs_own(view):
    """Open to whoever has the code: no sign-in, no cache, no search engine, no address told."""

    @login_not_required
    @wraps(view)
    def page(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_store=True)
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        # Not "no-referrer": browsers then post forms with "Origin: null", which the CSRF check
        # refuses. This tells the host alone, so the code in a link's path goes nowhere either.
        response["Referrer-Policy"] = "strict-origin"
        return response

    return page


def with_their_page(view):
    """Give the view the page that the cookie opens, while it is open; then the cookie lasts on."""

    @childs_own
    @wraps(view)
    def page(request, *args, **kwargs):
        mine = page_of(request)
        if mine is None:
            return redirect("mine")
        if not is_open(mine, on=clock.today()):
            return closed(request, mine)
        try:
            return let_in(request, view(request, mine, *args, **kwargs), mine)
        except Refusal:  # finished or withdrawn a moment ago
            mine.refresh_from_db()
            return closed(request, mine)

    return page


def page_of(request) -> ChildsPage | None:
    """The page the cookie was given for; an altered or old cookie opens none."""
    pk = request.get_signed_cookie(COOKIE, default=None, salt=SALT, max_age=HOURS_3)
    pages = ChildsPage.objects.select_related("review__child")
    return pages.filter(pk=pk).first() if pk else None


def let_in(request, response, page: ChildsPage):
    """Let the browser into the page, and into no other, for the next three hours."""
    response.set_signed_cookie(
        COOKIE,
        str(page.pk),
        salt=SALT,
        max_age=HOURS_3,
        path="/mine/",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def shut_out(response):
    """Forget the page on this browser."""
    response.delete_cookie(COOKIE, path="/mine/", samesite="Lax")
    return response


def closed(request, page: ChildsPage):
    """Say kindly why the page does not open any more."""
    why = "finished" if page.finished_at else "withdrawn" if page.withdrawn_at else "past"
    return shut_out(render(request, "voice/closed.html", {"why": why}, status=GONE))


def iro_of(page: ChildsPage) -> str:
    """The given name of the child's IRO today."""
    mine = Allocation.objects.in_force(on=clock.today()).filter(child=page.review.child_id)
    found = mine.select_related("iro").first()
    return found.iro.first_name if found else ""
