"""The way in, and the answer to a health check."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import JsonResponse
from django.shortcuts import redirect

from accounts.models import Role
from cohort.models import Council

FIRST_PAGE = {
    Role.IRO: "my_work",
    Role.PRACTICE_MANAGER: "today",
    Role.GROUP_MANAGER: "reports",
    Role.BUSINESS_SUPPORT: "to_send",
    Role.RESPONDING_MANAGER: "to_answer",
}


@login_not_required
def home(request):
    """The first page of the person's role; before there is a council, the first-run page."""
    if not Council.objects.exists():
        return redirect("first_run")
    if not request.user.is_authenticated:
        return redirect("sign_in")
    return redirect(FIRST_PAGE[request.user.role])


@login_not_required
def health(request):
    """Answers once the database does."""
    connection.ensure_connection()
    return JsonResponse({"status": "ok"})
