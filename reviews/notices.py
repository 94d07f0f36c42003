"""The words of the mail about what is overdue, and of what kept it from being sent."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import format_datetime
from smtplib import SMTPAuthenticationError, SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from cohort.council import working_calendar
from iro_service import clock
from iro_service.templatetags.house import counted, day_long
from reviews.deadlines import Deadlines, Shown
from reviews.models import Notice
from statute.clocks import CLOCKS

PATIENCE = 20  # seconds for a mail server; one that hangs must not keep the others waiting

NOUNS = {
    Notice.Kind.OUTCOME_FORM_OVERDUE: "outcome form,outcome forms",
    Notice.Kind.RECORD_OVERDUE: "record of discussion,records of discussion",
}


class NotSent(Exception):
    """A mail that was not taken, with the sentence that tells a manager why."""


@dataclass(frozen=True)
class Item:
    """One overdue form or record as the mail tells it."""

    what: str
    reference: str
    due: str
    deadline: Shown
    whose: str
    link: str


def mail_about(notices: Sequence[Notice], *, to: User, at: datetime) -> EmailMessage:
    """The mail to the person about all of the notices; raises NotSent for one who has left.

    Mail is not secure, so a child is a reference in it and never a name.
    """
    if not to.is_active:
        raise NotSent(f"{to} has no access any more. Give the child another IRO, then try again.")
    if not to.email:
        raise NotSent(f"{to} has no email address. Add one under People, then try again.")
    deadlines = Deadlines(clock.day_of(at), at, working_calendar())
    items = [_item(notice, to, deadlines) for notice in notices]
    return EmailMessage(
        subject=_subject(notices),
        body=render_to_string("reviews/mail/overdue.txt", {"to": to, "items": items}),
        to=[to.email],
        # An absent reader's automatic answer would go to nobody.
        headers={"Date": format_datetime(at), "Auto-Submitted": "auto-generated"},
        connection=get_connection(timeout=PATIENCE),
    )


def fault_in_words(fault: Exception, person: User) -> str:
    """What went wrong, as a manager can use it; the log has the rest."""
    match fault:
        case NotSent():
            return str(fault)
        case SMTPRecipientsRefused():
            return f"The mail server does not accept the address {person.email}."
        case SMTPAuthenticationError():
            return "The mail server does not accept this service's own sign-in."
        case SMTPException():  # an OSError too, so it is asked first
            return "The mail server refused the mail."
        case OSError():
            return "The mail server could not be reached."
    return "The mail could not be made or sent. The worker's log says why."


def _subject(notices: Sequence[Notice]) -> str:
    numbers = Counter(notice.kind for notice in notices)
    parts = [counted(numbers[kind], nouns) for kind, nouns in NOUNS.items() if numbers[kind]]
    return f"Overdue: {' and '.join(parts)}"


def _item(notice: Notice, to: User, deadlines: Deadlines) -> Item:
    if notice.kind == Notice.Kind.RECORD_OVERDUE:
        due, page = day_long(notice.due_on), "record"
        deadline = deadlines.of_record(notice, notice.review.held_on)
    else:
        form = notice.review.outcome_form
        due_at = timezone.localtime(form.due_at)
        due, page = f"{due_at:%H:%M} on {day_long(due_at)}", "outcome_form"
        held_at = form.due_at - timedelta(hours=CLOCKS["outcome_form"].amount)
        deadline = deadlines.of_form(form, held_at)
    return Item(
        what=NOUNS[Notice.Kind(notice.kind)].split(",")[0],
        reference=notice.review.child.reference,
        due=due,
        deadline=deadline,
        whose=_whose(notice, to),
        link=settings.SERVICE_ADDRESS + reverse(page, args=[notice.review_id]),
    )


def _whose(notice: Notice, to: User) -> str:
    """Why this person is told, where the child is not theirs."""
    if notice.iro_pk == to.pk:
        return ""
    return f"The child's IRO is {notice.iro_name}." if notice.iro_pk else "The child has no IRO."
