"""What the weekly mails say of disputes: to IROs, practice managers and managers who answer."""

from collections.abc import Iterable

from accounts.models import Role, User
from disputes.chasers import iro, turns
from disputes.codes import State
from disputes.mail_items import further, stage_in_words
from disputes.models import AgreedAction, Dispute, Step
from iro_service.templatetags.house import counted
from iro_service.templatetags.house import day as in_words
from reviews.chasers import whom
from reviews.chasers.days import OfficeDay
from reviews.deadlines import Deadlines
from reviews.digests.section import Section
from reviews.models import DecisionSheet


def people(day: OfficeDay) -> Iterable[User]:
    """Whoever has a dispute to decide, to answer or to follow up, and who oversees what is late."""
    asked = User.objects.responding_managers().order_by("pk")
    to_answer = {
        *Dispute.objects.waiting().values_list("asked", flat=True),
        *_sheets(day).values_list("manager", flat=True),
    }
    yield from asked.filter(pk__in=to_answer - {None})
    found = set(_of_iros(day).order_by().values_list("recipient_pk", flat=True))
    yield from whom.active(Role.IRO).filter(pk__in=found - {None})
    if Dispute.objects.overdue(on=day.on).exists():
        yield from whom.active(Role.PRACTICE_MANAGER)


def sections(person: User, day: OfficeDay, deadlines: Deadlines) -> list[Section]:
    """The part of the person's week that is about disputes."""
    match person.role:
        case Role.IRO:
            mine = _of_iros(day).filter(recipient_pk=person.pk)
            return [Section("Disputes", _lines_of(mine, day))]
        case Role.PRACTICE_MANAGER:
            return [Section("Disputes", _of_manager(day))]
        case Role.RESPONDING_MANAGER:
            return [Section("To answer", _to_answer(person, day))]
    return []


def _of_iros(day: OfficeDay):
    """Where each unsettled dispute stands, with `recipient_pk`; and settled ones to follow up."""
    late = AgreedAction.objects.overdue(on=day.on).values("dispute")
    rows = turns(Dispute.objects.unsettled() | Dispute.objects.filter(pk__in=late))
    return (
        iro(rows, on=day.on)
        .select_related("dispute__child", "dispute__asked")
        .prefetch_related("dispute__ladder__stages", "dispute__actions")
        .order_by("dispute__stage_due_on", "pk")
    )


def _lines_of(steps: Iterable[Step], day: OfficeDay) -> list[str]:
    return [
        line
        for step in steps
        for line in (_line_of(step.dispute, day), _line_of_actions(step.dispute, day))
        if line
    ]


def _line_of(dispute: Dispute, day: OfficeDay) -> str:
    """Whose turn it is and by when; empty for one whose clock stopped."""
    stages = list(dispute.ladder.stages.all())
    due = in_words(dispute.stage_due_on)
    match dispute.state:
        case State.WAITING if dispute.stage_due_on < day.on:
            turn = f"no answer by {due}. {further(dispute, stages)}"
        case State.WAITING:
            turn = f"answer due by {due}"
        case State.MEETING:
            turn = "a meeting is asked for"
        case State.ANSWERED:
            turn = "answered, yours to decide"
        case _:
            return ""
    told = f"Child {dispute.child.reference}: {turn}. {stage_in_words(dispute, stages)}."
    return f"{told}{_total(dispute, day)}"


def _total(dispute: Dispute, day: OfficeDay) -> str:
    if dispute.total_due_on is None:
        return ""
    ended = "ended" if dispute.total_due_on < day.on else "end"
    return f" The 20 working days {ended} on {in_words(dispute.total_due_on)}."


def _line_of_actions(dispute: Dispute, day: OfficeDay) -> str:
    late = [one for one in dispute.actions.all() if not one.done_on and one.by_when < day.on]
    if not late:
        return ""
    number = counted(len(late), "agreed action is,agreed actions are")
    return f"Child {dispute.child.reference}: {number} past the day set for it."


def _of_manager(day: OfficeDay) -> list[str]:
    disputes = Dispute.objects.all()
    late = disputes.overdue(on=day.on).with_iro(on=day.on).order_by("stage_due_on", "pk")
    lines = [
        f"Child {dispute.child.reference}: {_late(dispute, day)} "
        f"{f'IRO: {dispute.iro_name}' if dispute.iro_name else 'No IRO'}."
        for dispute in late.select_related("child", "asked")
    ]
    if not lines:
        return []
    silent = disputes.unanswered(on=day.on).count()
    past = disputes.past_total(on=day.on).count()
    numbers = f"Not settled: {disputes.unsettled().count()}. Without an answer in time: {silent}."
    return [f"{numbers} Past the 20 working days: {past}.", *lines]


def _late(dispute: Dispute, day: OfficeDay) -> str:
    told = ""
    if dispute.state == State.WAITING and dispute.stage_due_on < day.on:
        told = f"no answer from {dispute.asked or 'anybody'} by {in_words(dispute.stage_due_on)}."
    return f"{told}{_total(dispute, day)}".strip()


def _to_answer(person: User, day: OfficeDay) -> list[str]:
    """Disputes first: silence is no answer to one, and agreement to decisions."""
    disputes = Dispute.objects.to_answer(person).select_related("child")
    sheets = _sheets(day).filter(manager=person).select_related("review__child")
    return [
        *(
            f"Child {one.child.reference}: dispute, {_to_answer_by(one, day)}."
            for one in disputes.order_by("stage_due_on", "pk")
        ),
        *(
            f"Child {one.review.child.reference}: decisions of a review, to answer by "
            f"{in_words(one.answer_due_on)}."
            for one in sheets.order_by("answer_due_on", "pk")
        ),
    ]


def _to_answer_by(dispute: Dispute, day: OfficeDay) -> str:
    by = f"by {in_words(dispute.stage_due_on)}"
    return f"was to be answered {by}" if dispute.stage_due_on < day.on else f"to answer {by}"


def _sheets(day: OfficeDay):
    return DecisionSheet.objects.to_answer(on=day.on).filter(sent_on__lte=day.on)
