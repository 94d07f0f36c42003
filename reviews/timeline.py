"""What happened to a child while looked after, newest first."""

from datetime import date

from django.urls import reverse

from cohort.models import Allocation, Child, Episode, PeriodOfCare
from reviews import timeline_between as between
from reviews.events import Event
from reviews.models import Record, Review
from reviews.timeline_forms import of_form
from reviews.timeline_life import events_of_plans, of_struck

# What the page can be narrowed to, with its words.
KINDS = {
    "reviews": "Reviews",
    "decisions": "Decisions",
    "records": "Records",
    "oversight": "Oversight",
    "moves": "Moves and orders",
}
WHAT_CHANGED = {
    "S": "First placement",
    "L": "Legal status changed",
    "P": "Moved to a new placement and carer",
    "T": "Placement changed, same carer",
    "B": "Legal status, placement and carer changed",
    "U": "Legal status and placement changed, same carer",
}


def timeline_of(child: Child, *, on: date, show: str | None = None) -> list[Event]:
    """The child's events, newest first, of one kind or all; the same few queries for any number."""
    reviews = list(
        child.reviews.select_related(
            "outcome_form", "record", "chair", "decision_sheet__manager", "midway_check"
        )
        .defer(*(f"record__{section}" for section in Record.TEXTS))
        .prefetch_related("outcome_form__corrections__by", "decisions")
    )
    events = [event for review in reviews for event in _of_review(review, on)]
    periods = child.periods.select_related("district").prefetch_related("episodes")
    for period in periods:
        events += _of_period(period)
    events += [between.of_footprint(one) for one in child.footprints.select_related("by")]
    events += events_of_plans(child)
    allocations = list(child.allocations.select_related("iro").order_by("started_on"))
    events += [_of_allocation(one, first=one == allocations[0]) for one in allocations]
    events = [event for event in events if show in (None, event.kind)]
    return sorted(events, key=lambda event: event.day, reverse=True)


def _of_review(review: Review, on: date):
    href = reverse("review", args=[review.pk])
    name = review.get_rule_display()
    if review.cancelled_on:
        text = f"{name}, due {_day(review.due_on)}. {review.cancelled_reason}"
        yield Event(review.cancelled_on, "reviews", "Review cancelled", text, href)
        return
    if review.struck_on:
        yield of_struck(review, name)
        return
    yield from between.of_midway(getattr(review, "midway_check", None), on)
    if review.held_on is None:
        tag = "overdue" if review.due_on < on else "today" if review.due_on == on else "due"
        booked = "Booked" if review.booked_for else "Not booked yet"
        yield Event(review.due_on, "reviews", f"{name} due", f"{booked}.", href, tag)
        return
    yield _held(review, name, href)
    yield from of_form(review, getattr(review, "outcome_form", None), href)
    decisions = list(review.decisions.all())
    if decisions:
        yield Event(
            review.held_on,
            "decisions",
            "1 decision" if len(decisions) == 1 else f"{len(decisions)} decisions",
            href=href,
            lines=[between.decision_in_words(one) for one in decisions],
        )
    yield from between.of_sheet(getattr(review, "decision_sheet", None), on)
    yield from _of_record(getattr(review, "record", None), href)


def _held(review: Review, name: str, href: str) -> Event:
    if review.held_in_time:
        tag, text = "done", "Held in time."
    else:
        reason = review.get_late_reason_display()
        tag, text = "late", f"Due {_day(review.due_on)}. {reason}."
    if not review.participation_code:
        text += " Participation not recorded."
    return Event(review.held_on, "reviews", f"{name} held", text, href, tag)


def _of_record(record, href: str):
    if record is None:
        return
    if record.distributed_on:
        to = ", ".join(record.distributed_to.splitlines())
        late = "" if record.distributed_in_time else "late"
        if late:
            to = f"It was due {_day(record.distribution_due_on)}. {to}"
        yield Event(record.distributed_on, "records", "Record distributed", to, href, late)
    if record.completed_on:
        late = "" if record.completed_in_time else "late"
        due = "" if record.completed_in_time else f"It was due {_day(record.due_on)}."
        yield Event(record.completed_on, "records", "Record completed", due, href, late)


def _of_period(period: PeriodOfCare):
    before = period.get_status_before_display()
    text = f"Status before: {before.lower()}."
    if period.district:
        text += f" Lived in {period.district}."
    for episode in sorted(period.episodes.all(), key=lambda one: one.started_on):
        yield _of_episode(episode)
    yield Event(period.started_on, "moves", "Became looked after", text)
    if period.ended_on:
        why = f"{period.get_reason_ended_display()}."
        yield Event(period.ended_on, "moves", "Stopped being looked after", why)


def _of_episode(episode: Episode) -> Event:
    text = f"{episode.get_legal_status_display()}. {episode.get_placement_display()}."
    return Event(episode.started_on, "moves", WHAT_CHANGED[episode.reason_new], text)


def _of_allocation(allocation: Allocation, *, first: bool) -> Event:
    title = f"{allocation.iro} became the IRO" if first else f"{allocation.iro} took over as IRO"
    return Event(allocation.started_on, "moves", title, allocation.reason)


def _day(day: date) -> str:
    return f"{day:%-d %B %Y}"
