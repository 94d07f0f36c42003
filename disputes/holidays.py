"""The open deadlines of disputes that a bank holiday moves."""

from django.db.models import OuterRef, Subquery

from disputes.codes import State
from disputes.models import Dispute, Stage
from reviews.holidays import Kind


def kinds() -> list[Kind]:
    """The stage's day while its manager is to answer, and the total's while the clock runs.

    The stage has the working days that its own ladder gave it. What was answered or settled is
    closed and stays, in time or not.
    """
    stage = Stage.objects.filter(ladder=OuterRef("ladder"), number=OuterRef("stage"))
    to_answer = Dispute.objects.filter(state__in=[State.WAITING, State.MEETING])
    return [
        Kind("dispute to answer,disputes to answer", to_answer,
             "stage_due_on", "stage_from_on", "dispute_stage",
             amount=Subquery(stage.values("working_days"))),
        Kind("dispute to settle,disputes to settle", Dispute.objects.unsettled().formal(),
             "total_due_on", "formal_on", "dispute_total"),
    ]  # fmt: skip
