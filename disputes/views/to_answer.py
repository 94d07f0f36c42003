"""What a responding manager is asked."""

from django.shortcuts import render

from accounts.access import for_roles
from accounts.models import Role
from iro_service import clock
from reviews.deadlines import of_answer
from reviews.models import DecisionSheet
from reviews.views.scoped import deadlines_now

SHOWN = 10


@for_roles(Role.RESPONDING_MANAGER)
def to_answer(request):
    """What is addressed to the person: decisions waiting, those past their day, those answered."""
    on = clock.today()
    sheets = DecisionSheet.objects.visible_to(request.user, on=on).select_related("review__child")
    deadlines = deadlines_now()
    waiting = sheets.to_answer(on=on).order_by("answer_due_on", "pk")
    silent = sheets.agreed_by_silence(on=on).order_by("-answer_due_on", "-pk")
    answered = sheets.answered().order_by("-answered_on", "-pk")
    context = {
        "waiting": [(sheet, of_answer(deadlines, sheet)) for sheet in waiting],
        "past": [
            ("Not answered in time, which counts as agreement", silent[:SHOWN]),
            ("Answered lately", answered[:SHOWN]),
        ],
    }
    return render(request, "disputes/to_answer.html", context)
