"""Priorities, how they went, what was said and done, children's words, targets."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from accounts.models import User
from iro_service.refusals import Refusal
from reporting.measures import MEASURES
from reporting.models import Priority, Quote, Report, SaidAndDid, Target
from reporting.writing import to_look_back_on
from reviews.models import ChildsPage

# Of what is neither better nor worse for being more, nothing is aimed at.
AIMED_AT = {key: one for key, one in MEASURES.items() if one.aim}


@transaction.atomic
def set_priority(
    report: Report,
    *,
    priority: Priority | None = None,
    title: str,
    lead: str,
    due_on: date,
    measure: str,
    figure: str = "",
) -> Priority:
    """Add a priority for the next year at the end of the list, or change one."""
    opened(report)
    if due_on <= report.year.last:
        raise Refusal("A priority is for the next year: its day comes after this one.")
    if figure and figure not in MEASURES:
        raise Refusal("Select a figure of the list.")
    if priority is None:
        last = report.priorities.order_by("-position").values_list("position", flat=True).first()
        priority = Priority(report=report, position=(last or 0) + 1)
    priority.title, priority.lead, priority.due_on = title, lead, due_on
    priority.measure, priority.figure = measure, figure
    priority.save()
    return priority


@transaction.atomic
def move_priority(priority: Priority, *, up: bool) -> None:
    """Let a priority change places with the one before it, or after it; at an end it stays."""
    opened(priority.report)
    rows = list(priority.report.priorities.all())
    now = rows.index(priority)
    then = now - 1 if up else now + 1
    if 0 <= then < len(rows):
        rows[now], rows[then] = rows[then], rows[now]
    for position, row in enumerate(rows, 1):
        row.position = position
    Priority.objects.bulk_update(rows, ["position"])


@transaction.atomic
def remove(row: Priority | Quote | SaidAndDid) -> None:
    """Take out a row of a register while the report may be written; its history stays."""
    opened(row.report)
    row.delete()


@transaction.atomic
def look_back(
    report: Report, *, priority: Priority, result: str, went: str, at: datetime, by: User
) -> Priority:
    """Keep how a priority of last year's report went, in the report that tells it."""
    opened(report)
    if not to_look_back_on(report).filter(pk=priority.pk).exists():
        raise Refusal("This priority is not one of last year's report.")
    if result not in Priority.Result:
        raise Refusal("Select how far it is.")
    if not went.strip():
        raise Refusal("Enter how it went.")
    priority.result, priority.went = result, went.strip()
    priority.looked_at, priority.looked_by = at, by
    priority.save()
    return priority


@transaction.atomic
def set_quote(
    report: Report,
    *,
    quote: Quote | None = None,
    words: str,
    age_band: str,
    consent_on: date,
    consent_to: str,
    for_public: bool,
    page: ChildsPage | None = None,
    on: date,
) -> Quote:
    """Add a child's words, or change them: with the day of consent and who asked the child."""
    opened(report)
    if consent_on > on:
        raise Refusal("The day of consent cannot be after today.")
    quote = quote or Quote(report=report, page=page)
    quote.words, quote.age_band = words, age_band
    quote.consent_on, quote.consent_to, quote.for_public = consent_on, consent_to, for_public
    quote.save()
    return quote


@transaction.atomic
def set_said_and_did(
    report: Report, *, said_and_did: SaidAndDid | None = None, said: str, did: str
) -> SaidAndDid:
    """Add what was said and what was done, or change it."""
    opened(report)
    row = said_and_did or SaidAndDid(report=report)
    row.said, row.did = said, did
    row.save()
    return row


@transaction.atomic
def set_target(*, measure: str, from_year: int, value: Decimal) -> Target:
    """Set what is aimed at from a year on; of the same year it replaces what was set."""
    if measure not in AIMED_AT:
        raise Refusal("Select a measure of which more, or less, is better.")
    return Target.objects.update_or_create(
        measure=measure, from_year=from_year, defaults={"value": value}
    )[0]


def opened(report: Report) -> Report:
    """The report's row, locked until the deed is done; refused where its words stand.

    Raises Refusal. The lock keeps a step from being taken between the look and the change.
    """
    locked = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if not locked.may_be_written:
        raise Refusal(
            "This report was reviewed, so its words stand. To change it, it has to be taken back."
        )
    return locked
