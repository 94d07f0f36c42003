"""What a responding manager is asked."""

from django.shortcuts import render

from accounts.access import for_roles
from accounts.models import Role


@for_roles(Role.RESPONDING_MANAGER)
def to_answer(request):
    """Disputes addressed to the person; none can be opened in this edition yet."""
    return render(request, "disputes/to_answer.html")
