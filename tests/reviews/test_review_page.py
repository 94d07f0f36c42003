"""One review's page: its clock, how it went, and the next thing to do."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from audit.models import Look
from reviews.models import Review
from tests.factories import (
    AllocationFactory,
    DecisionFactory,
    HeldReviewFactory,
    OutcomeFormFactory,
    RecordFactory,
)


@pytest.fixture
def page_of(iro, client_for):
    """The page's text in one line, as the IRO sees it."""

    def read(review, by=iro) -> str:
        page = client_for(by).get(reverse("review", args=[review.pk]))
        assert page.status_code == 200
        return " ".join(page.content.decode().split())

    return read


@pytest.fixture
def held(period, iro):
    """Ella's first review, held on 21 July 2017, a day late, with its form and record."""
    AllocationFactory(child=period.child, iro=iro, started_on=date(2017, 6, 23))
    review = HeldReviewFactory(
        period=period, held_on=date(2017, 7, 21), participation_code="PN5", chair=iro
    )
    OutcomeFormFactory(review=review, attendees=["carer", "school"], submitted_by=iro)
    DecisionFactory(review=review, number=1, text="A bus pass for Ella", owner="Sam Reed")
    RecordFactory(review=review)
    return review


def test_a_planned_review_explains_its_due_day_and_asks_to_be_booked(planned, page_of):
    page = page_of(planned)
    assert "Thursday 20 July 2017" in page
    assert "20 working days after 22 June 2017" in page
    assert "No day is set." in page
    assert page.index("Book the review") < page.index("Fill in the outcome form")


def test_once_the_booked_time_has_come_the_outcome_form_comes_first(planned, iro, page_of):
    Review.objects.update(booked_for=datetime(2017, 7, 19, 9, 0, tzinfo=UTC), place="School")
    page = page_of(planned)
    assert "Wednesday 19 July 2017 at 10:00, School" in page
    assert page.index("Fill in the outcome form") < page.index("Change the booking")


def test_a_held_review_tells_how_it_went(held, page_of, a_day):
    a_day("2017-07-24")
    page = page_of(held)
    for fact in (
        "Friday 21 July 2017",
        "A court hearing or decision was awaited",
        "Ella did not come: briefed an advocate (PN5)",
        "Foster carer or residential key worker, school or early years",
        "A bus pass for Ella",
        "Sam Reed, by 1 September 2017",
        "Within 24 hours",
        "20 working days after 21 July 2017",
        "Write the record",
    ):
        assert fact in page


def test_a_completed_record_waits_to_be_sent(held, page_of, iro, a_day):
    a_day("2017-07-24")
    held.record.completed_on, held.record.completed_by = date(2017, 7, 24), iro
    held.record.save()
    page = page_of(held)
    assert "Send the copies" in page
    assert "Not sent yet, due by Friday 18 August 2017" in page
    assert "Write the record" not in page


def test_a_review_held_before_the_service_kept_forms_is_shown_without(period, iro, page_of):
    AllocationFactory(child=period.child, iro=iro, started_on=date(2017, 6, 23))
    review = HeldReviewFactory(period=period, participation_code="", chair=None)
    page = page_of(review)
    assert "Not recorded" in page
    assert "No record is kept here for this review." in page


def test_a_cancelled_review_says_why_and_offers_nothing(planned, page_of):
    Review.objects.update(cancelled_on=date(2017, 7, 19), cancelled_reason="Planned twice")
    page = page_of(planned)
    assert "Cancelled on Wednesday 19 July 2017: Planned twice" in page
    assert "Book the review" not in page


def test_opening_the_page_is_logged(planned, page_of, iro):
    page_of(planned)
    look = Look.objects.get()
    assert (look.by, look.subject, look.subject_id, look.page) == (
        iro,
        "child",
        planned.child_id,
        "review",
    )
