"""Today in the service: every number is the length of the list it opens."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from reviews.today import year_start
from tests.factories import (
    EpisodeFactory,
    NoticeFactory,
    OutcomeFormFactory,
    PeriodFactory,
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


@pytest.fixture
def busy_service(iro, other_iro):
    """Two IROs with work in every state, and a child without an IRO."""
    for day in (3, 4, 5):
        OutcomeFormFactory(review=review_held(child_of(iro), date(2017, 7, day)))
    late_form = review_held(child_of(iro), date(2017, 7, 6), due_on=date(2017, 7, 5))
    OutcomeFormFactory(review=late_form, submitted_at=datetime(2017, 7, 14, tzinfo=UTC))
    review_held(child_of(iro), date(2017, 6, 30), participation_code="")
    review_held(child_of(iro), date(2017, 3, 31), participation_code="")  # the year before
    form_owed(child_of(iro), NOW - timedelta(hours=2), due_on=date(2017, 9, 1))
    form_owed(child_of(other_iro), NOW - timedelta(hours=50), due_on=date(2017, 9, 1))
    review_due(child_of(iro), TODAY)
    for _ in range(2):
        review_due(child_of(other_iro), date(2017, 7, 19))
    review_due(child_of(None), date(2017, 7, 1))
    record_owed(child_of(iro), date(2017, 6, 20))
    record_owed(child_of(other_iro), date(2017, 6, 21))  # due 19 July
    record_owed(child_of(other_iro), date(2017, 6, 22))  # due today, so not overdue


@pytest.fixture
def figures(practice_manager, client_for):
    """The page's figures by their words."""

    def read():
        strip = client_for(practice_manager).get("/today/").context["strip"]
        return {figure["label"]: figure for figure in strip}

    return read


def test_the_figures_say_how_the_service_stands(busy_service, figures):
    shown = {label: (one["number"], one.get("note")) for label, one in figures().items()}
    assert shown == {
        "Reviews held in time this month": ("75.0%", "3 of 4"),
        # Of four handed in one came too late, and one is past its 24 hours.
        "Outcome forms within 24 hours this month": ("60.0%", "3 of 5"),
        "Reviews overdue": (3, None),
        "Records overdue": (2, None),
        "Participation not recorded since 1 April": (1, None),
        "Decisions overdue": (0, None),
        # Those with no review held since, and the one reviewed on 31 March.
        "Children without a footprint for three months": (7, None),
        "Disputes past their day": (0, None),
        "Disputes with an agreed action overdue": (0, None),
        "Disputes nobody is asked to answer": (0, None),
        # Only those with a review to hold or to write up are planned for in these tests.
        "Looked after without a planned review": (9, None),
        "Children without an IRO": (1, "1 child past 5 working days"),
        "IROs over 70 children per post": (2, None),
        "Notices that failed": (0, None),
    }


def test_every_number_about_reviews_is_the_length_of_the_list_it_opens(
    busy_service, figures, practice_manager, client_for
):
    client = client_for(practice_manager)
    opened = 0
    for figure in figures().values():
        if figure["href"].startswith("/reviews/"):
            number = figure.get("whole", figure["number"])
            assert client.get(figure["href"]).context["number"] == number, figure["label"]
            opened += 1
    assert opened == 5


def test_every_number_of_the_table_is_the_length_of_the_list_it_opens(
    busy_service, practice_manager, client_for
):
    client = client_for(practice_manager)
    numbers = [n for line in client.get("/today/").context["lines"] for n in line.numbers]
    assert [n["number"] for n in numbers if n["number"]]
    for n in numbers:
        assert client.get(n["href"]).context["number"] == n["number"], n


def test_the_table_has_children_without_an_iro_first_then_who_has_most_overdue(
    busy_service, iro, other_iro, practice_manager, client_for
):
    lines = client_for(practice_manager).get("/today/").context["lines"]
    assert [(line.name, [n["number"] for n in line.numbers]) for line in lines] == [
        ("No IRO", [1, 0, 0]),
        (str(other_iro), [2, 1, 1]),
        (str(iro), [0, 1, 1]),
    ]


def test_the_number_of_children_is_the_length_of_the_list_it_opens(
    busy_service, practice_manager, client_for
):
    client = client_for(practice_manager)
    for line in client.get("/today/").context["lines"]:
        page = client.get(line.children_href).context["page"]
        assert page.paginator.count == line.children


def test_the_number_of_children_without_an_iro_is_the_length_of_the_list_it_opens(
    busy_service, figures, practice_manager, client_for
):
    figure = figures()["Children without an IRO"]
    opened = client_for(practice_manager).get(figure["href"]).context["page"]
    assert figure["number"] == opened.paginator.count == 1


def test_children_in_short_breaks_only_or_no_longer_looked_after_are_not_unallocated(iro, figures):
    child_of(None).periods.get().episodes.update(legal_status="V4")
    PeriodFactory(ended_on=date(2017, 7, 1))
    assert figures()["Children without an IRO"]["number"] == 0


def test_a_notice_that_failed_is_counted_until_it_was_sent(
    iro, figures, practice_manager, client_for
):
    notice = NoticeFactory(review=review_held(child_of(iro), date(2017, 6, 1)), error="Refused.")
    NoticeFactory(review=review_held(child_of(iro), date(2017, 6, 2)))  # waiting its turn
    failed = figures()["Notices that failed"]
    opened = client_for(practice_manager).get(failed["href"]).context["page"]
    assert failed["number"] == opened.paginator.count == 1
    notice.sent_at, notice.error = NOW, ""
    notice.save()
    assert figures()["Notices that failed"]["number"] == 0


def test_a_month_without_reviews_has_no_percentage(council, figures):
    assert figures()["Reviews held in time this month"]["number"] == "None"


@pytest.mark.parametrize(
    ("day", "start"),
    [
        (date(2017, 7, 20), date(2017, 4, 1)),
        (date(2017, 4, 1), date(2017, 4, 1)),
        (date(2018, 3, 31), date(2017, 4, 1)),
    ],
)
def test_the_year_begins_in_april(day, start):
    assert year_start(day) == start


@pytest.mark.parametrize(
    ("name", "status"), [("iro", 403), ("business_support", 403), ("responding_manager", 404)]
)
def test_only_managers_see_it(request, client_for, name, status):
    assert client_for(request.getfixturevalue(name)).get("/today/").status_code == status


def test_the_group_manager_sees_it_too(group_manager, client_for):
    assert client_for(group_manager).get("/today/").status_code == 200


@pytest.mark.parametrize(
    ("since", "note"),
    [
        ("2017-07-12", "1 child past 5 working days"),
        ("2017-07-13", None),  # today is the last lawful day
    ],
)
def test_a_child_without_an_iro_for_more_than_five_working_days_is_told_of(
    practice_manager, figures, since, note
):
    EpisodeFactory(period__started_on=date.fromisoformat(since))
    tile = figures()["Children without an IRO"]
    assert (tile["number"], tile.get("note")) == (1, note)


def test_the_list_of_children_without_an_iro_tells_how_long_is_left(practice_manager, client_for):
    EpisodeFactory(period__started_on=date(2017, 7, 11))
    EpisodeFactory(period__started_on=date(2017, 7, 17))
    page = client_for(practice_manager).get("/children/?care=unallocated").content.decode()
    assert "overdue by 2 working days" in page
    assert "2 working days left" in page
