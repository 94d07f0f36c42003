"""One thing a mail tells: for which child, what, by when and why, whose it is, where to do it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from iro_service.templatetags.house import day_long
from reviews.chasers.matters import Matter
from reviews.deadlines import Deadlines, Shown, of_answer, of_sheet
from reviews.models import Review
from statute.calendar import UnknownBankHolidays
from statute.clocks import CLOCKS
from statute.timescales import distance, explain

# Of a review, what the sentences below look at; a record's text is not.
LOOKED_AT = ("child", "outcome_form", "decision_sheet", "midway_check", "adjournment")
LOOKED_AT_IN_NOTICES = (
    *(f"review__{name}" for name in LOOKED_AT),
    "step__dispute__child",
    "step__dispute__asked",
)
SILENCE = "No answer by its day counts as agreement."
THE_DAY = "It is the day of the review; the link made for the child was not opened yet."


class Due(NamedTuple):
    """A last day without the row that keeps it."""

    due_on: date


@dataclass(frozen=True)
class Item:
    """One matter as a mail tells it; the child is a reference and never a name."""

    nouns: str
    reference: str
    due_on: date
    due: str
    deadline: Shown
    note: str
    whose: str
    link: str
    by: str = "Due by"

    @property
    def what(self) -> str:
        """The matter in one noun."""
        return self.nouns.split(",")[0]

    @property
    def why(self) -> str:
        """Where the last day comes from, in a sentence."""
        sentence = self.deadline.sentence
        return f"That is {sentence}" if sentence[:1].isdigit() else sentence


def item(
    matter: Matter, review: Review, last_on: date, deadlines: Deadlines, *, to: User, nouns: str
) -> Item:
    """The matter of the review as the person is told of it; the review comes with_iro."""
    return Item(
        nouns=nouns,
        reference=review.child.reference,
        due_on=last_on,
        due=_due(matter, review, last_on),
        deadline=_deadline(matter, review, last_on, deadlines),
        note=_note(matter, review),
        whose=whose(review, to),
        link=settings.SERVICE_ADDRESS + _page(matter, review, to),
    )


def _due(matter: Matter, review: Review, last_on: date) -> str:
    if matter.key != "form":
        return day_long(last_on)
    due_at = timezone.localtime(review.outcome_form.due_at)
    return f"{due_at:%H:%M} on {day_long(due_at)}"


def _deadline(matter: Matter, review: Review, last_on: date, deadlines: Deadlines) -> Shown:
    match matter.key:
        case "review":
            adjournment = getattr(review, "adjournment", None)
            if adjournment:
                return deadlines.of_adjournment(adjournment)
            return deadlines.of_review(review)
        case "form":
            form = review.outcome_form
            held_at = form.due_at - timedelta(hours=CLOCKS["outcome_form"].amount)
            return deadlines.of_form(form, held_at)
        case "record":
            return deadlines.of_record(Due(last_on), review.held_on)
        case "decisions":
            return of_sheet(deadlines, review.decision_sheet)
        case "answer":
            return of_answer(deadlines, review.decision_sheet)
        case "midway":
            return _plain(last_on, deadlines, "oversight", "It is half-way between two reviews.")
        case "childs_page":
            return _plain(last_on, deadlines, "social_workers_report", THE_DAY)
    booked_on = timezone.localtime(review.booked_for).date()
    return _plain(last_on, deadlines, "social_workers_report", _before(booked_on, deadlines))


def _plain(last_on: date, deadlines: Deadlines, clock: str, sentence: str) -> Shown:
    state = "overdue" if last_on < deadlines.on else "due"
    try:
        unit = CLOCKS[clock].distance_unit
        left = distance(last_on, deadlines.on, deadlines.calendar, unit)
    except UnknownBankHolidays:  # the stored day still stands; only the count is not known
        left = ""
    return Shown(last_on, state, left, sentence=sentence)


def _before(booked_on: date, deadlines: Deadlines) -> str:
    try:
        return f"{explain('social_workers_report', booked_on, deadlines.calendar).sentence}."
    except UnknownBankHolidays:
        return ""


def _note(matter: Matter, review: Review) -> str:
    """When it is to be held, where that is set; what no answer means."""
    if matter.key == "answer":
        return SILENCE
    if matter.key not in ("review", "report", "childs_page") or review.booked_for is None:
        return ""
    booked = timezone.localtime(review.booked_for)
    return f"The review is booked for {booked:%H:%M} on {day_long(booked)}."


def whose(review, to: User) -> str:
    """Why this person is told, where the child is not theirs."""
    if review.iro_pk == to.pk:
        return ""
    return f"The child's IRO is {review.iro_name}." if review.iro_pk else "The child has no IRO."


def _page(matter: Matter, review: Review, to: User) -> str:
    if matter.key == "answer":
        return reverse(matter.page, args=[review.decision_sheet.pk])
    if matter.key == "childs_page":
        return reverse(matter.page, args=[review.pk, "views"])
    if matter.key == "review" and review.booked_for is None and not to.is_manager:
        return reverse("review_book", args=[review.pk])
    return reverse(matter.page, args=[review.pk])
