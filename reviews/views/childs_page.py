"""The IRO's side of a child's page: making its link, ending it, reading it, sharing it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_POST

from accounts.access import for_roles
from accounts.models import Role
from iro_service import clock
from reviews.actions.voice import make_page, share_page, withdraw_page
from reviews.childs_questions import answers_of
from reviews.forms.before import ShareForm
from reviews.models import ChildsPage
from reviews.querysets import children_of
from reviews.views.scoped import log_opening, the_review
from reviews.voice import is_open, last_day


@for_roles(Role.IRO)
@sensitive_variables("code")
def childs_page(request, pk, kind):
    """Show where a child's page stands; a POST makes a link, told on this answer alone."""
    review = _review_of_kind(request, pk, kind)
    log_opening(request, review, f"child's page, {kind}")
    if request.method != "POST":
        return _shown(request, review, kind)
    replaces = request.POST.get("replaces", "")
    _, code = make_page(
        review,
        kind=kind,
        replaces=int(replaces) if replaces.isascii() and replaces.isdigit() else None,
        at=clock.now(),
        on=clock.today(),
        by=request.user,
    )
    link = request.build_absolute_uri(reverse("mine_link", args=[code.link]))
    words_at = request.build_absolute_uri(reverse("mine"))
    return _shown(request, review, kind, {"link": link, "words": code.words, "words_at": words_at})


@for_roles(Role.IRO)
@require_POST
def childs_page_withdraw(request, pk, kind):
    """End the link and the words."""
    review = _review_of_kind(request, pk, kind)
    page = get_object_or_404(_pages(review, kind).standing())
    withdraw_page(page, at=clock.now(), by=request.user)
    messages.success(request, "The link and the words no longer work.")
    return redirect("childs_page", pk, kind)


@for_roles(Role.IRO)
def childs_page_share(request, pk):
    """Share what the child wrote, once the child has agreed; for those who may read it already."""
    review = _review_of_kind(request, pk, "views")
    written = _pages(review, "views").filter(shared_at__isnull=True, saved_at__isnull=False)
    page = get_object_or_404(written.readable_by(request.user, on=clock.today()))
    form = ShareForm(request.POST or None, name=review.child.given_name)
    if request.method == "POST" and form.is_valid():
        share_page(page, at=clock.now(), by=request.user)
        messages.success(request, "Shared with the managers and whoever writes the record.")
        return redirect("review", pk)
    return render(request, "reviews/before_share.html", {"form": form, "review": review})


def _review_of_kind(request, pk: int, kind: str):
    """The review, for the child's own IRO or cover alone: who makes a link could read by it."""
    review = the_review(request, pk)
    theirs = children_of(request.user, on=clock.today()).filter(pk=review.child_id)
    if kind not in ChildsPage.Kind.values or not theirs.exists():
        raise Http404
    return review


def _pages(review, kind: str):
    return ChildsPage.objects.filter(review=review, kind=kind).select_related("review")


def _shown(request, review, kind: str, told: dict | None = None):
    standing = _pages(review, kind).standing().first()
    page = standing or _pages(review, kind).order_by("-made_at", "-pk").first()
    context = {
        "review": review,
        "kind": kind,
        "page": page,
        "standing": standing,
        "open": standing and is_open(standing, on=clock.today()),
        "last_day": page and last_day(page),
        "answers": answers_of(page) if page and page.saved_at else None,
        "told": told,
    }
    return render(request, "reviews/before_childs_page.html", context)
