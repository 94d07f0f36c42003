"""What reminders are about: each matter as the reviews in which it is open, with its last day."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef
from django.db.models.functions import Coalesce, TruncDate

from reviews.chasers.days import OfficeDay
from reviews.models import (
    ChildsPage,
    DecisionSheet,
    MidwayCheck,
    Notice,
    OutcomeForm,
    Record,
    Review,
)


@dataclass(frozen=True)
class Matter:
    """Something owed for a review: its words, the page where it is done, its last day.

    Or for whatever else a notice can be about: `about` is the notice's field, `tell` what a mail
    says of it instead of what it says of a review.
    """

    key: str
    nouns: str
    page: str
    last_on: Any  # found along a row of `about`
    open_in: Callable[[OfficeDay], Any]
    about: str = "review"
    tell: Callable | None = None

    def rows(self, day: OfficeDay):
        """The reviews in which it is not done, each with `last_on`, the last lawful day."""
        open_in = self.open_in(day)
        if self.about == "review":
            open_in = open_in.filter(cancelled_on__isnull=True)
        return open_in.annotate(last_on=self.last_on)

    def anything(self):
        """Everything that it could be about, done or not."""
        return Notice._meta.get_field(self.about).related_model._default_manager.all()


def _reviews_of(rows):
    """The reviews of the rows: DISTINCT keeps these few apart from what is joined to them later.

    Together they are more tables than PostgreSQL puts in order, and it would read every review.
    """
    return Review.objects.filter(pk__in=rows.order_by().values("review").distinct())


def _to_hold(day: OfficeDay):
    # Once its booked time came, the outcome form is what is owed and not the review.
    return Review.objects.to_hold(at=day.begins)


def _of_form(day: OfficeDay):
    forms = OutcomeForm.objects.standing().filter(submitted_at__isnull=True)
    return _reviews_of(forms)


def _of_record(day: OfficeDay):
    return _reviews_of(Record.objects.outstanding())


def _of_sheet(day: OfficeDay):
    return _reviews_of(DecisionSheet.objects.to_send())


def _of_answer(day: OfficeDay):
    sheets = DecisionSheet.objects.to_answer(on=day.on).filter(sent_on__lte=day.on)
    return _reviews_of(sheets)


def _of_midway(day: OfficeDay):
    return _reviews_of(MidwayCheck.objects.to_do())


def _of_report(day: OfficeDay):
    waiting = Review.objects.planned().filter(report_received_on__isnull=True)
    return waiting.filter(booked_for__gte=day.begins, report_due_on__isnull=False)


def _of_childs_page(day: OfficeDay):
    # One made today may still be opened today.
    pages = ChildsPage.objects.standing().filter(kind="views", made_at__lt=day.begins)
    unopened = pages.filter(review=OuterRef("pk"), opened_at__isnull=True)
    return Review.objects.planned().filter(Exists(unopened), booked_for__gte=day.begins)


REVIEW = Matter(
    "review", "review,reviews", "review",
    # Adjourned in time it may go on until then, whatever day it was due.
    Coalesce("adjournment__resume_by", "due_on"), _to_hold,
)  # fmt: skip
FORM = Matter(
    "form", "outcome form,outcome forms", "outcome_form",
    TruncDate("outcome_form__due_at"), _of_form,
)  # fmt: skip
RECORD = Matter(
    "record", "record of discussion,records of discussion", "record",
    F("record__due_on"), _of_record,
)  # fmt: skip
DECISIONS = Matter(
    "decisions", "set of decisions to send,sets of decisions to send", "review_decisions",
    F("decision_sheet__due_on"), _of_sheet,
)  # fmt: skip
ANSWER = Matter(
    "answer", "set of decisions to answer,sets of decisions to answer", "decisions_answer",
    F("decision_sheet__answer_due_on"), _of_answer,
)  # fmt: skip
MIDWAY = Matter(
    "midway", "midway check,midway checks", "midway_check",
    F("midway_check__due_on"), _of_midway,
)  # fmt: skip
REPORT = Matter(
    "report", "social worker's report,social workers' reports", "review",
    F("report_due_on"), _of_report,
)  # fmt: skip
CHILDS_PAGE = Matter(
    "childs_page", "child's page not opened,children's pages not opened", "childs_page",
    TruncDate("booked_for"), _of_childs_page,
)  # fmt: skip

# What an IRO has to do; each is escalated when it stays undone.
OF_IROS = (REVIEW, FORM, RECORD, DECISIONS, MIDWAY)
