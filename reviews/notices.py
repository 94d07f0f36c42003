"""The words of the mails about what is owed, and of what kept them from being sent."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from smtplib import SMTPAuthenticationError, SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse

from accounts.models import User
from iro_service import clock
from iro_service.templatetags.house import day_long
from reviews.chasers.days import OfficeDay, office_day
from reviews.chasers.table import CHASERS, Chaser
from reviews.deadlines import Deadlines
from reviews.digests import digest_of, numbers_in_words
from reviews.mail_items import Item, item
from reviews.models import Notice

PATIENCE = 20  # seconds for a mail server; one that hangs must not keep the others waiting

# The parts of a mail in their order: in the subject, above its items.
PARTS = (
    ("overdue", "overdue", "These are past their last day:"),
    ("waiting", "waiting for you", "These wait for you:"),
    ("escalated", "still overdue", "These are still not done five working days later:"),
    ("due", "due", "These are due:"),
    ("coming", "coming up", "These are coming up:"),
)


class NotSent(Exception):
    """A mail that was not taken, with the sentence that tells a manager why."""


@dataclass(frozen=True)
class Part:
    """One stretch of the mail: its words in the subject and above the items, and the items."""

    key: str
    subject: str
    heading: str
    items: list[Item]


def mail_about(notices: Sequence[Notice], *, to: User, at: datetime) -> EmailMessage:
    """The mail to the person about all of the notices; raises NotSent for one who has left.

    Mail is not secure, so a child is a reference in it and never a name.
    """
    refuse_to_write_to(to)
    day = office_day(clock.day_of(at))
    parts = _parts(notices, to, day, Deadlines(day.on, at, day.calendar))
    return _message(to, at, _subject(parts), "owed", {"parts": parts})


def mail_of_week(notice: Notice, *, to: User, at: datetime) -> EmailMessage | None:
    """The weekly mail to the person; None where nothing is left to say. Raises as mail_about."""
    refuse_to_write_to(to)
    day = office_day(clock.day_of(at))
    sections = digest_of(to, day, Deadlines(day.on, at, day.calendar))
    if not sections:
        return None
    subject = f"The week from {day_long(notice.due_on)}"
    link = settings.SERVICE_ADDRESS + reverse("home")
    return _message(to, at, subject, "week", {"sections": sections, "link": link})


def refuse_to_write_to(person: User) -> None:
    """Raises NotSent, with what to do, for a person who cannot be written to."""
    if not person.is_active:
        raise NotSent(f"{person} has no access any more. {_remedy(person)}, then try again.")
    if not person.email:
        raise NotSent(f"{person} has no email address. Add one under People, then try again.")


def _remedy(person: User) -> str:
    if person.is_iro:
        return "Give the child another IRO"
    return "Give them access again under People, or somebody else their work"


def _message(to: User, at: datetime, subject: str, template: str, context: dict) -> EmailMessage:
    return EmailMessage(
        subject=subject,
        body=render_to_string(f"reviews/mail/{template}.txt", {"to": to, **context}),
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


def _subject(parts: Sequence[Part]) -> str:
    """What it is about in numbers: "Overdue: 2 reviews; coming up: 1 midway check"."""
    # Each matter's words in the order of the table.
    order = dict.fromkeys(chaser.nouns or chaser.matter.nouns for chaser in CHASERS)
    told = []
    for part in parts:
        found = Counter(one.nouns for one in part.items)
        numbers = Counter({nouns: found[nouns] for nouns in order})
        told.append(f"{part.subject}: {numbers_in_words(numbers)}")
    subject = "; ".join(told)
    return subject[:1].upper() + subject[1:]


def _parts(notices: Sequence[Notice], to: User, day: OfficeDay, deadlines: Deadlines) -> list[Part]:
    parts = [Part(*words, []) for words in PARTS]
    by_key = {part.key: part for part in parts}
    for chaser in CHASERS:
        mine = [notice for notice in notices if notice.kind == chaser.kind]
        if mine and chaser.kind == Notice.Kind.ESCALATED:
            # One notice tells of every matter of the review that was due on its day.
            open_in = chaser.rows(day).filter(pk__in=[notice.review_id for notice in mine])
            found = set(open_in.values_list("pk", "last_on"))
            mine = [notice for notice in mine if (notice.review_id, notice.due_on) in found]
        for notice in mine:
            part = by_key[chaser.part or _part_of(notice, day)]
            part.items.append(_item(chaser, notice, to, deadlines))
    for part in parts:
        part.items.sort(key=lambda one: (one.due_on, one.reference))
    return [part for part in parts if part.items]


def _part_of(notice: Notice, day: OfficeDay) -> str:
    if notice.due_on < day.on:
        return "overdue"
    return "due" if notice.due_on < day.next else "coming"


def _item(chaser: Chaser, notice: Notice, to: User, deadlines: Deadlines) -> Item:
    matter, nouns = chaser.matter, chaser.nouns or chaser.matter.nouns
    row = getattr(notice, matter.about)
    row.iro_pk, row.iro_name = notice.iro_pk, notice.iro_name
    return (matter.tell or item)(matter, row, notice.due_on, deadlines, to=to, nouns=nouns)
