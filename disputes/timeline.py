"""A child's disputes and good practice, for the child's own timeline."""

from collections.abc import Iterator

from django.urls import reverse

from cohort.models import Child
from disputes.codes import Answer, Move
from disputes.log import SAYS
from disputes.models import GoodPractice, Step
from reviews.events import Event

KIND = "disputes"
# Notes, advice, meetings and actions done are read on the dispute's own page.
SHOWN = (
    Move.OPENED,
    Move.ANSWERED,
    Move.ESCALATED,
    Move.CAFCASS,
    Move.ACCEPTED,
    Move.CLOSED,
)


def events_of(child: Child) -> Iterator[Event]:
    """What happened in the child's disputes, and what was done well, from two queries."""
    steps = Step.objects.filter(dispute__child=child, move__in=SHOWN, private=False)
    people = ("dispute", "by", "asked", "in_name_of")
    for step in steps.select_related(*people).order_by("on", "pk"):
        yield _of_step(step)
    for one in GoodPractice.objects.filter(child=child):
        title = f"Good practice: {one.get_theme_display().lower()}"
        yield Event(one.raised_on, KIND, title, one.text)


def _of_step(step: Step) -> Event:
    href = reverse("dispute", args=[step.dispute_id])
    late = step.move == Move.ANSWERED and step.on > step.stage_due_on
    words = step.dispute.text if step.move == Move.OPENED else step.text
    return Event(step.on, KIND, _title(step), words, href, "late" if late else "")


def _title(step: Step) -> str:
    about = step.dispute.get_theme_display().lower()
    match step.move:
        case Move.OPENED:
            return f"Dispute raised: {about}"
        case Move.ESCALATED:
            return f"Dispute taken further to {step.asked or f'stage {step.stage}'}: {about}"
        case Move.ANSWERED:
            who = step.in_name_of or step.by
            return f"{who} {SAYS[Answer(step.answer)]}, in the dispute about {about}"
        case Move.CAFCASS:
            return f"Referred to Cafcass: {about}"
        case Move.ACCEPTED:
            return f"Dispute settled: {about}"
    return f"Dispute closed, {step.get_outcome_display().lower()}: {about}"
