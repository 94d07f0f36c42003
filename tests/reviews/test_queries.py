"""A page's queries do not grow with its rows."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reviews.deadlines import deadlines_as_at
from reviews.work import pieces_of
from tests.factories import (
    CoverFactory,
    DecisionFactory,
    DecisionSheetFactory,
    FootprintFactory,
    MidwayCheckFactory,
    RecordFactory,
)
from tests.reviews.cases import child_of, form_owed, record_owed, review_due, review_held

TODAY = date(2017, 7, 20)
NOW = datetime(2017, 7, 20, 12, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def noon():
    """It is 13:00 in London on the business day, whenever the tests run."""
    with time_machine.travel(NOW):
        yield


def queries_of(client, address: str) -> int:
    """The queries of one answer."""
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def work_for(iro, rows: int) -> None:
    """A review, a form, a record, decisions and a check to do for each of so many children."""
    for _ in range(rows):
        child = child_of(iro)
        held = record_owed(child, date(2017, 6, 1)).review
        DecisionFactory(review=held, by_when=date(2017, 7, 1))
        DecisionSheetFactory(review=held)
        FootprintFactory(child=child, on=date(2017, 3, 1))
        MidwayCheckFactory(review=review_due(child, date(2017, 7, 25)))
        form_owed(child_of(iro), NOW - timedelta(hours=30))


def test_the_list_of_work_comes_from_one_query_a_kind_and_those_for_cover(iro, other_iro):
    CoverFactory(away=other_iro, covered_by=iro)
    work_for(iro, 5)
    work_for(other_iro, 5)
    deadlines = deadlines_as_at(NOW, on=TODAY)
    with CaptureQueriesContext(connection) as queries:
        assert len(pieces_of(iro, deadlines)) == 50
    about_work = [q for q in queries if "cohort_cover" not in q["sql"].split("WHERE")[0]]
    assert len(about_work) == 6  # reviews, forms, records, decisions, checks, and disputes


@pytest.mark.parametrize(
    ("who", "address"),
    [
        ("iro", "/my-work/"),
        ("iro", "/reviews/"),
        ("practice_manager", "/reviews/?state=planned&sort=iro"),
        ("practice_manager", "/reviews/download/"),
        ("practice_manager", "/today/"),
        ("iro", "/decisions/"),
        ("practice_manager", "/decisions/?state=all&sort=iro"),
        ("practice_manager", "/decisions/download/"),
        ("iro", "/oversight/?show=all"),
        ("practice_manager", "/oversight/download/?show=all"),
    ],
)
def test_ten_times_the_rows_take_no_more_queries(request, iro, other_iro, client_for, who, address):
    client = client_for(request.getfixturevalue(who))
    CoverFactory(away=other_iro, covered_by=iro)
    work_for(iro, 2)
    work_for(other_iro, 2)
    few = queries_of(client, address)
    work_for(iro, 18)
    work_for(other_iro, 18)
    assert queries_of(client, address) == few


def test_a_child_with_a_long_history_takes_no_more_queries(iro, practice_manager, client_for):
    client = client_for(practice_manager)
    child = child_of(iro)

    def add_review(day: date):
        review = review_held(child, day)
        DecisionFactory(review=review, number=1)
        DecisionFactory(review=review, number=2)
        DecisionSheetFactory(review=review, sent_on=day)
        FootprintFactory(child=child, on=day)
        RecordFactory(review=review, completed_on=TODAY, completed_by=iro)

    add_review(date(2016, 10, 3))
    few = queries_of(client, f"/children/{child.pk}/")
    for month in range(1, 8):
        add_review(date(2017, month, 15))
    assert queries_of(client, f"/children/{child.pk}/") == few
