"""The questions behind My work: what a person has to do, the most urgent first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone

from cohort.models import Child
from reviews.deadlines import Deadlines, Shown
from reviews.deadlines_between import of_midway, of_objection, of_sheet
from reviews.models import DecisionSheet, MidwayCheck, OutcomeForm, Record, Review

KINDS = ("reviews", "forms", "records", "decisions", "oversight")
LATER_SHOWN = 20
# The deed, the words on its button, the page where it is done.
BOOK = ("Book the review", "Book", "review_book")
HOLD = ("Hold the review", "Open", "review")
RESUME = ("Resume the review", "Book", "review_book")


@dataclass(frozen=True)
class Piece:
    """One thing to do for one child, and the page where it is done."""

    kind: str
    child: Child
    iro_pk: int | None
    iro_name: str | None
    review_pk: int
    deed: str
    button: str
    page: str
    do_on: date  # what the order goes by: the booked day where that is the earlier one
    deadline: Shown
    note: str = ""
    booked_at: datetime | None = None  # when that is the day to think of, and not the last one

    @property
    def order(self) -> tuple:
        """The most urgent first, then by name so that the order never jumps."""
        booked = f"{self.booked_at:%H:%M}" if self.booked_at else ""
        return (self.do_on, booked, self.deadline.due_on, self.child.family_name, self.review_pk)

    @property
    def is_overdue(self) -> bool:
        """Whether its last lawful day or moment is past."""
        return self.deadline.state == "overdue"


@dataclass(frozen=True)
class Urgency:
    """One stretch of the list."""

    key: str
    words: str
    pieces: list[Piece]


def pieces_of(user, deadlines: Deadlines) -> list[Piece]:
    """All that the person has to do, from one query a kind however much it is."""
    kinds = (_reviews, _forms, _records, _decisions, _midway_checks)
    return [piece for of_kind in kinds for piece in of_kind(user, deadlines)]


def by_urgency(pieces: list[Piece], deadlines: Deadlines) -> list[Urgency]:
    """The pieces in four stretches: overdue, today and tomorrow, next ten working days, later."""
    ten_days = last_of_ten_working_days(deadlines)
    tomorrow = deadlines.on + timedelta(days=1)
    stretches = {
        "overdue": Urgency("overdue", "Overdue", []),
        "soon": Urgency("soon", "Today and tomorrow", []),
        "next": Urgency("next", "Next ten working days", []),
        "later": Urgency("later", "Later", []),
    }
    for piece in sorted(pieces, key=lambda piece: piece.order):
        if piece.is_overdue:
            key = "overdue"
        elif piece.do_on <= tomorrow:
            key = "soon"
        else:
            key = "next" if piece.do_on <= ten_days else "later"
        stretches[key].pieces.append(piece)
    return list(stretches.values())


def last_of_ten_working_days(deadlines: Deadlines) -> date:
    """The tenth working day from the day, which ends what has to be in view."""
    return deadlines.calendar.add_working_days(deadlines.on, 10)


def _reviews(user, deadlines: Deadlines) -> Iterator[Piece]:
    on, at = deadlines.on, deadlines.at
    reviews = Review.objects.visible_to(user, on=on).to_hold(at=at).with_iro(on=on)
    for review in reviews.select_related("child", "chair", "adjournment"):
        booked = review.booked_for and timezone.localtime(review.booked_for)
        adjourned = getattr(review, "adjournment", None)
        deed, button, page = HOLD if booked else RESUME if adjourned else BOOK
        last_on = adjourned.resume_by if adjourned else review.due_on
        yield Piece(
            kind="reviews",
            child=review.child,
            iro_pk=review.iro_pk,
            iro_name=review.iro_name,
            review_pk=review.pk,
            deed=deed,
            button=button,
            page=page,
            do_on=min(last_on, booked.date()) if booked else last_on,
            deadline=deadlines.of_adjournment(adjourned)
            if adjourned
            else deadlines.of_review(review),
            note=_note(review, booked, user),
            booked_at=booked if booked and booked.date() <= last_on else None,
        )


def _note(review: Review, booked: datetime | None, user) -> str:
    """Where a booked review is, and what about it may not be overlooked."""
    words = [review.place] if booked and review.place else []
    if adjourned := getattr(review, "adjournment", None):
        words.append(f"Adjourned on {adjourned.adjourned_on:%-d %B}, due by {review.due_on:%-d %B}")
    if booked and booked.date() > review.due_on:
        words.append(f"Booked for {booked:%-d %B}, after its last lawful day")
    if review.chair_id not in (None, user.pk, review.iro_pk):
        words.append(f"{review.chair} chairs")
    return ". ".join(words)


def _forms(user, deadlines: Deadlines) -> Iterator[Piece]:
    on, at = deadlines.on, deadlines.at
    forms = OutcomeForm.objects.visible_to(user, on=on).owed(at=at).with_iro(on=on)
    for form in forms.select_related("review__child"):
        held_at = timezone.localtime(form.review.booked_for)
        yield Piece(
            kind="forms",
            child=form.review.child,
            iro_pk=form.iro_pk,
            iro_name=form.iro_name,
            review_pk=form.review_id,
            deed="Outcome form",
            button="Fill in",
            page="outcome_form",
            do_on=held_at.date(),
            deadline=deadlines.of_form(form, held_at),
            note=f"Review of {held_at:%-d %B at %H:%M}",
        )


def _records(user, deadlines: Deadlines) -> Iterator[Piece]:
    on = deadlines.on
    records = Record.objects.visible_to(user, on=on).outstanding().with_iro(on=on).without_text()
    for record in records.select_related("review__child"):
        held_on = record.review.held_on
        begun = record.version > 0
        yield Piece(
            kind="records",
            child=record.review.child,
            iro_pk=record.iro_pk,
            iro_name=record.iro_name,
            review_pk=record.review_id,
            deed="Complete the record" if begun else "Write the record",
            button="Complete" if begun else "Write",
            page="record",
            do_on=record.due_on,
            deadline=deadlines.of_record(record, held_on),
            note=f"Review held {held_on:%-d %B}",
        )


def _decisions(user, deadlines: Deadlines) -> Iterator[Piece]:
    on = deadlines.on
    sheets = DecisionSheet.objects.visible_to(user, on=on).to_do().with_iro(on=on)
    for sheet in sheets.select_related("review__child", "manager"):
        objects = bool(sheet.answered_on)
        yield Piece(
            kind="decisions",
            child=sheet.review.child,
            iro_pk=sheet.iro_pk,
            iro_name=sheet.iro_name,
            review_pk=sheet.review_id,
            deed="Settle the objection" if objects else "Send the decisions",
            button="Settle" if objects else "Send",
            page="decisions_settle" if objects else "review",
            do_on=on if objects else sheet.due_on,
            deadline=of_objection(deadlines, sheet) if objects else of_sheet(deadlines, sheet),
            note=f"{sheet.manager} objects"
            if objects
            else f"Review held {sheet.review.held_on:%-d %B}",
        )


def _midway_checks(user, deadlines: Deadlines) -> Iterator[Piece]:
    """Those in sight: half a year's checks would hide what is to be done now."""
    on, last = deadlines.on, last_of_ten_working_days(deadlines)
    checks = MidwayCheck.objects.visible_to(user, on=on).due_by(last).with_iro(on=on)
    for check in checks.with_last_review().select_related("review__child"):
        yield Piece(
            kind="oversight",
            child=check.review.child,
            iro_pk=check.iro_pk,
            iro_name=check.iro_name,
            review_pk=check.review_id,
            deed="Do the midway check",
            button="Check",
            page="midway_check",
            do_on=check.due_on,
            deadline=of_midway(deadlines, check),
            note=f"Next review due {check.review.due_on:%-d %B}",
        )


def counts_of(pieces: list[Piece], deadlines: Deadlines) -> dict[str, list[Piece]]:
    """What the counts at the head count, by kind: all of it, but of the reviews not the later."""
    last = last_of_ten_working_days(deadlines)
    near = [p for p in pieces if p.kind != "reviews" or p.is_overdue or p.do_on <= last]
    return {kind: [piece for piece in near if piece.kind == kind] for kind in KINDS}
