"""The demonstration's mailbox: what it would have sent, to read."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render

from accounts.access import for_roles
from accounts.models import Role
from iro_service.templatetags.house import counted
from reviews.mails import find_mail, mails

A_PAGE = 50


@for_roles(*Role)
def mailbox(request):
    """The mails to the person; for a manager all of them."""
    page = Paginator(_mails_for(request.user), A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "count_text": counted(page.paginator.count, "mail,mails")}
    return render(request, "reviews/mailbox.html", context)


@for_roles(*Role)
def mail(request, name):
    """One mail, as its reader has it."""
    _only_in_the_demonstration()
    found = find_mail(settings.MAIL_DIR, name)
    if found is None or not _may_read(request.user, found):
        raise Http404
    return render(request, "reviews/mail.html", {"mail": found})


def _mails_for(user) -> list:
    _only_in_the_demonstration()
    return [mail for mail in mails(settings.MAIL_DIR) if _may_read(user, mail)]


def _may_read(user, mail) -> bool:
    return user.is_manager or user.email.lower() in (address.lower() for address in mail.to)


def _only_in_the_demonstration() -> None:
    """A working service keeps no copy of its mails: there is no such page."""
    if not settings.DEMONSTRATION:
        raise Http404
