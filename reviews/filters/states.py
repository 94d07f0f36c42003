"""The states of a review the list can be narrowed to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F, Q

from reviews.models import OutcomeForm, Record

HELD_OR_BOOKED = "held_or_booked"  # no field: the day held, or that of the booking
FOUR_WEEKS = timedelta(weeks=4)


@dataclass(frozen=True)
class State:
    """A state of a review: its words, its question, and the field that says on which day."""

    words: str
    narrow: Callable  # (reviews, on, at) -> reviews
    day: str = "held_on"


def _due_soon(reviews, on: date, at: datetime):
    return reviews.planned().filter(due_on__gte=on, due_on__lte=on + FOUR_WEEKS)


def _adjourned(reviews):
    return reviews.filter(adjournment__isnull=False, struck_on__isnull=True)


def _few(rows):
    """The reviews of the rows: DISTINCT keeps these few apart from the joins of the list.

    Together they are more tables than PostgreSQL puts in order, and it would begin with the list.
    """
    return rows.order_by().values("review").distinct()


def _form(question: Callable) -> Callable:
    return lambda reviews, on, at: reviews.filter(
        pk__in=_few(question(OutcomeForm.objects.all(), at))
    )


def _form_of_days(question: Callable) -> Callable:
    """Of many forms, which the days chosen make few."""
    return lambda reviews, on, at: reviews.filter(
        outcome_form__in=question(OutcomeForm.objects.all(), at)
    )


def _record(question: Callable) -> Callable:
    return lambda reviews, on, at: reviews.filter(pk__in=_few(question(Record.objects.all(), on)))


STATES = {
    "due": State("Due in the next four weeks", _due_soon, "due_on"),
    "overdue": State("Overdue", lambda reviews, on, at: reviews.overdue(on=on), "due_on"),
    "not_booked": State("Not booked", lambda reviews, on, at: reviews.not_booked(), "due_on"),
    "planned": State("Planned, all", lambda reviews, on, at: reviews.planned(), "due_on"),
    "held": State("Held", lambda reviews, on, at: reviews.held()),
    "held_in_time": State("Held in time", lambda reviews, on, at: reviews.held_timely()),
    "held_late": State("Held late", lambda reviews, on, at: reviews.held_late()),
    "held_due_known": State(
        "Held, due day known", lambda reviews, on, at: reviews.held_with_due_day()
    ),
    "held_due_not_known": State(
        "Held, due day not known", lambda reviews, on, at: reviews.held_without_due_day()
    ),
    "form_expected_of": State(
        "Held, or booked and not reported on",
        lambda reviews, on, at: reviews.filter(
            Q(held_on__isnull=False, struck_on__isnull=True)
            | Q(held_on__isnull=True, cancelled_on__isnull=True)
        ),
        HELD_OR_BOOKED,
    ),
    "adjourned": State(
        "Adjourned", lambda reviews, on, at: _adjourned(reviews), "adjournment__adjourned_on"
    ),
    "adjourned_in_time": State(
        "Adjourned, completed within 20 working days",
        lambda reviews, on, at: _adjourned(reviews).filter(
            held_on__lte=F("adjournment__resume_by")
        ),
        "adjournment__adjourned_on",
    ),
    "adjourned_late": State(
        "Adjourned, completed later",
        lambda reviews, on, at: _adjourned(reviews).filter(held_on__gt=F("adjournment__resume_by")),
        "adjournment__adjourned_on",
    ),
    "adjourned_open": State(
        "Adjourned, not completed",
        lambda reviews, on, at: _adjourned(reviews).filter(held_on__isnull=True),
        "adjournment__adjourned_on",
    ),
    "not_recorded": State(
        "Held, participation not recorded", lambda reviews, on, at: reviews.not_recorded()
    ),
    "no_permanence_plan": State(
        "No plan for permanence by the second review",
        _form(lambda forms, at: forms.without_permanence_plan()),
    ),
    "form_owed": State(
        "Outcome form owed", _form(lambda forms, at: forms.owed(at=at)), "outcome_form__due_at"
    ),
    "form_expected": State(
        "Outcome form handed in or past its 24 hours",
        _form_of_days(lambda forms, at: forms.expected(at=at)),
        "outcome_form__due_at",
    ),
    "form_in_time": State(
        "Outcome form within 24 hours",
        _form_of_days(lambda forms, at: forms.timely()),
        "outcome_form__due_at",
    ),
    "record_outstanding": State(
        "Record outstanding", _record(lambda records, on: records.outstanding()), "record__due_on"
    ),
    "record_overdue": State(
        "Record overdue", _record(lambda records, on: records.overdue(on=on)), "record__due_on"
    ),
    "report_missing": State(
        "Social worker’s report not received",
        lambda reviews, on, at: reviews.planned().filter(
            report_due_on__lt=on, report_received_on__isnull=True
        ),
        "report_due_on",
    ),
    "cancelled": State("Cancelled", lambda reviews, on, at: reviews.cancelled(), "cancelled_on"),
    "struck": State("Recorded in error", lambda reviews, on, at: reviews.struck(), "struck_on"),
}
