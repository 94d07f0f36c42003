"""Who is proposed for a record's distribution list: last time's people, then those of this time."""

from cohort.models import CaseHolding
from reviews.codes import Attendee
from reviews.models import OutcomeForm, Recipient, Record
from statute.ages import age_on

READS_FROM = 4  # younger, the child is told by those who look after them
DECISIONS_ONLY = "Needs to know what was decided, not what was said"
TOO_YOUNG = "Too young to read it; told by those who look after them"
What, How = Recipient.What, Recipient.How

# Who gets all of it, and how it goes; everybody else who came gets the decisions only.
FULL = {
    "child": How.POST,
    Attendee.MOTHER: How.POST,
    Attendee.FATHER: How.POST,
    Attendee.CARER: How.POST,
    Attendee.SOCIAL_WORKER: How.SECURE_MAIL,
    Attendee.TEAM_MANAGER: How.SECURE_MAIL,
    Attendee.GUARDIAN: How.SECURE_MAIL,
}
NOT_LISTED = {Attendee.INTERPRETER}  # hears it all and keeps none of it
BY_POST = {Attendee.OTHER_FAMILY, Attendee.INDEPENDENT_VISITOR}


def proposals(record: Record) -> list[Recipient]:
    """The list as it would begin, not saved: last time's choices stand until they are changed."""
    listed = [_as_last_time(one, record) for one in last_list(record)]
    for role, name in _people(record):
        if not any(_same(one, role, name) for one in listed):
            listed.append(_proposed(record, role, name))
    return listed


def last_list(record: Record) -> list[Recipient]:
    """The list of the child's newest record before this one that has a list."""
    earlier = (
        Recipient.objects.filter(
            record__review__child=record.review.child_id,
            record__review__held_on__lt=record.review.held_on,
            record__review__struck_on__isnull=True,
        )
        .order_by("-record__review__held_on", "pk")
        .select_related("record")
    )
    newest = earlier.first()
    return [one for one in earlier if one.record_id == newest.record_id] if newest else []


def _as_last_time(last: Recipient, record: Record) -> Recipient:
    copy = ("name", "role", "what", "why", "how")
    return Recipient(record=record, **{name: getattr(last, name) for name in copy})


def _same(listed: Recipient, role: str, name: str) -> bool:
    """Whether it is the person, or a role whose holder is on the list by name already."""
    if listed.role != role:
        return False
    return listed.name == name or not name or listed.name == _label(role)


def _people(record: Record):
    """Those a record goes to, with their names where they are known, each role in turn."""
    child, held_on = record.review.child, record.review.held_on
    yield "child", str(child)
    holding = CaseHolding.objects.in_force(on=held_on).filter(child=child)
    case = holding.select_related("worker", "team__manager").first()
    yield Attendee.SOCIAL_WORKER, str(case.worker) if case and case.worker else ""
    yield Attendee.TEAM_MANAGER, str(case.team.manager) if case and case.team.manager else ""
    yield Attendee.CARER, _invited(record).get(Attendee.CARER, "")
    for role, name in record.review.invitations.values_list("role", "name"):
        if role not in NOT_LISTED:
            yield role, name
    form = OutcomeForm.objects.filter(review=record.review_id).first()
    for role in form.attendees if form else ():
        if role not in NOT_LISTED:
            yield role, ""


def _invited(record: Record) -> dict[str, str]:
    return dict(record.review.invitations.values_list("role", "name"))


def _label(role: str) -> str:
    return "The child" if role == "child" else Attendee(role).label


def _proposed(record: Record, role: str, name: str) -> Recipient:
    name = name or _label(role)
    if role == "child" and _too_young(record):
        return Recipient(record=record, name=name, role=role, what=What.NOTHING, why=TOO_YOUNG)
    if role in FULL:
        return Recipient(record=record, name=name, role=role, what=What.FULL, how=FULL[role])
    how = How.POST if role in BY_POST else How.SECURE_MAIL
    return Recipient(
        record=record, name=name, role=role, what=What.DECISIONS, why=DECISIONS_ONLY, how=how
    )


def _too_young(record: Record) -> bool:
    return age_on(record.review.child.date_of_birth, record.review.held_on) < READS_FROM
