"""A child's page: the facts, the next review, what happened."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from audit.models import Look
from reviews.facts import facts_of
from reviews.timeline import timeline_of
from tests.factories import (
    AllocationFactory,
    CaseHoldingFactory,
    CoverFactory,
    DecisionFactory,
    DistrictFactory,
    EpisodeFactory,
    PeriodFactory,
    RecordFactory,
    UserFactory,
)
from tests.reviews.cases import child_of, form_owed, review_due, review_held

TODAY = date(2017, 7, 20)
NOW = datetime(2017, 7, 20, 12, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def noon():
    """It is 13:00 in London on the business day, whenever the tests run."""
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def page(client_for):
    """The child's page as the person reads it."""

    def read(child, user, query=""):
        return client_for(user).get(f"/children/{child.pk}/{query}").content.decode()

    return read


def moved(period, day: date, reason: str, **fields):
    """A new episode in the period from the day; the one before ends there."""
    before = period.episodes.latest("started_on")
    before.ended_on, before.reason_ended = day, "X1"
    before.save()
    return EpisodeFactory(period=period, started_on=day, reason_new=reason, **fields)


def test_the_facts_that_matter_in_a_review_are_on_the_page(iro, page):
    period = PeriodFactory(
        started_on=date(2016, 9, 5),
        district=DistrictFactory(name="Bromsgrove"),
        status_before="CP",
        child__given_name="Ella",
        child__date_of_birth=date(2010, 5, 14),
        child__disabled=True,
        child__unaccompanied=True,
        child__unaccompanied_until=date(2017, 9, 1),
    )
    EpisodeFactory(period=period)
    AllocationFactory(child=period.child, iro=iro, started_on=date(2016, 9, 7))
    CaseHoldingFactory(child=period.child, team__name="Safeguarding North")
    text = page(period.child, iro)
    for fact in (
        "Ella Brown, 7 years",
        "14 May 2010",
        "Full care order, since 5 September 2016",
        "Foster placement with other carer, not long term, since 5 September 2016",
        "Bromsgrove",
        "Child protection plan",
        "Safeguarding North",
        f"{iro}, since 7 September 2016",
        "Yes, until 1 September 2017",
    ):
        assert fact in text


def test_a_new_legal_status_does_not_restart_the_placement_nor_a_move_the_status(iro):
    period = child_of(iro).periods.get()
    moved(period, date(2016, 12, 1), "L", legal_status="C1")
    moved(period, date(2017, 2, 1), "P", legal_status="C1", placement="K2")
    facts = facts_of(period.child, on=TODAY)
    assert (facts.status_since, facts.placed_since) == (date(2016, 12, 1), date(2017, 2, 1))
    moved(period, date(2017, 3, 1), "L", placement="K2")
    facts = facts_of(period.child, on=TODAY)
    assert (facts.status_since, facts.placed_since) == (date(2017, 3, 1), date(2017, 2, 1))
    moved(period, date(2017, 5, 1), "B")
    facts = facts_of(period.child, on=TODAY)
    assert (facts.status_since, facts.placed_since) == (date(2017, 5, 1), date(2017, 5, 1))


def test_the_title_of_the_page_names_no_child(iro, page):
    child = child_of(iro, given_name="Zephyr", family_name="Quill")
    title = page(child, iro).split("<title>")[1].split("</title>")[0]
    assert "Zephyr" not in title
    assert "Quill" not in title


def test_the_next_review_is_explained_and_has_the_button_that_books_it(iro, page):
    child = child_of(iro)
    review = review_due(child, date(2017, 3, 5))
    text = page(child, iro)
    assert "6 months after 5 September 2016." in text
    assert "overdue by 137 days" in text
    assert f'href="/reviews/{review.pk}/book/"' in text


def test_once_its_time_has_come_the_button_leads_to_the_outcome_form(iro, page):
    child = child_of(iro)
    form = form_owed(child, datetime(2017, 7, 16, 9, tzinfo=UTC), due_on=date(2017, 7, 31))
    text = page(child, iro)
    assert f'href="/reviews/{form.review_id}/outcome-form/"' in text
    assert "24 hours after 10:00 on 16 July 2017." in text
    assert "Monday 17 July 2017" in text


def test_a_child_looked_after_with_no_review_planned_is_a_fault_that_is_said(iro, page):
    assert "No review is planned. Every child looked after needs one" in page(child_of(iro), iro)


def test_what_happened_is_told_newest_first(iro):
    child = child_of(iro)
    moved(child.periods.get(), date(2017, 2, 1), "P", placement="K2")
    held = review_held(child, date(2017, 6, 1))
    DecisionFactory(review=held, number=1, text="Ella sees a dentist.")
    done = date(2017, 6, 20)
    RecordFactory(
        review=held, completed_on=done, completed_by=iro, distributed_on=done, distributed_by=iro
    )
    review_due(child, date(2017, 12, 1))
    assert [(event.day.isoformat(), event.title) for event in timeline_of(child, on=TODAY)] == [
        ("2017-12-01", "Later review due"),
        ("2017-06-20", "Record distributed"),
        ("2017-06-20", "Record completed"),
        ("2017-06-01", "Later review held"),
        ("2017-06-01", "1 decision"),
        ("2017-02-01", "Moved to a new placement and carer"),
        ("2016-09-06", f"{iro} became the IRO"),
        ("2016-09-05", "First placement"),
        ("2016-09-05", "Became looked after"),
    ]


def test_a_period_that_ended_and_a_review_that_was_cancelled_are_told(iro):
    child = child_of(None)
    review_due(
        child, date(2017, 3, 5), cancelled_on=date(2017, 1, 9), cancelled_reason="Went home."
    )
    child.periods.get().episodes.update(ended_on=date(2017, 1, 9), reason_ended="E4a")
    child.periods.update(ended_on=date(2017, 1, 9), reason_ended="E4a")
    told = {event.title: event.text for event in timeline_of(child, on=TODAY)}
    assert told["Stopped being looked after"] == "Returned home, planned."
    assert told["Review cancelled"] == "Later review, due 5 March 2017. Went home."


def test_a_late_review_tells_when_it_was_due_and_why_it_was_late(iro):
    child = child_of(iro)
    review_held(child, date(2017, 6, 5), due_on=date(2017, 6, 1), participation_code="")
    event = timeline_of(child, on=TODAY, show="reviews")[0]
    assert event.tag == "late"
    assert event.text == (
        "Due 1 June 2017. A court hearing or decision was awaited. Participation not recorded."
    )


@pytest.mark.parametrize(
    ("show", "title"),
    [
        ("reviews", "Later review held"),
        ("decisions", "1 decision"),
        ("records", "Record completed"),
        ("moves", "First placement"),
    ],
)
def test_the_timeline_is_narrowed_by_the_address(iro, client_for, show, title):
    child = child_of(iro)
    held = review_held(child, date(2017, 6, 1))
    DecisionFactory(review=held, number=1)
    RecordFactory(review=held, completed_on=date(2017, 6, 20), completed_by=iro)
    events = client_for(iro).get(f"/children/{child.pk}/?show={show}").context["events"]
    assert {event.kind for event in events} == {show}
    assert title in [event.title for event in events]


def test_an_unknown_kind_shows_everything(iro, client_for):
    child = child_of(iro)
    assert client_for(iro).get(f"/children/{child.pk}/?show=%00").context["events"]


def test_participation_is_marked_in_code_and_words(iro, page):
    child = child_of(iro)
    review_held(child, date(2017, 3, 1), participation_code="PN6")
    review_held(child, date(2017, 6, 1), participation_code="")
    marks = page(child, iro).split('class="house-marks"')[1].split("</ol>")[0]
    assert marks.index("PN6") < marks.index("Not recorded")  # oldest first
    assert "Did not come, and sent their views another way" in marks


def test_whoever_opens_the_page_is_kept(iro, client_for):
    child = child_of(iro)
    client_for(iro).get(f"/children/{child.pk}/")
    look = Look.objects.get()
    assert (look.subject, look.subject_id, look.by) == ("child", child.pk, iro)
    assert look.at.date() == TODAY


def test_a_manager_sees_who_opened_the_page_and_an_iro_does_not(iro, practice_manager, page):
    child = child_of(iro)
    assert "Who opened this page lately" not in page(child, iro)
    text = page(child, practice_manager)
    assert str(iro) in text.split("Who opened this page lately")[1]


def test_the_page_of_a_child_of_another_iro_is_not_found_and_not_logged(iro, other_iro, client_for):
    child = child_of(other_iro)
    assert client_for(iro).get(f"/children/{child.pk}/").status_code == 404
    assert not Look.objects.exists()


def test_the_page_of_a_covered_child_opens_and_says_who_covers(iro, other_iro, page):
    CoverFactory(away=other_iro, covered_by=iro)
    assert f"{iro} covers" in page(child_of(other_iro), iro)


def test_a_past_iro_no_longer_opens_the_page(iro, other_iro, client_for):
    child = child_of(None)
    AllocationFactory(child=child, iro=iro, ended_on=TODAY)
    AllocationFactory(child=child, iro=other_iro, started_on=TODAY)
    assert client_for(iro).get(f"/children/{child.pk}/").status_code == 404
    assert client_for(other_iro).get(f"/children/{child.pk}/").status_code == 200


@pytest.mark.parametrize(
    ("name", "status"), [("business_support", 403), ("responding_manager", 404)]
)
def test_those_who_hold_no_cases_do_not_open_the_page(request, iro, client_for, name, status):
    child, client = child_of(iro), client_for(request.getfixturevalue(name))
    assert client.get(f"/children/{child.pk}/").status_code == status


def test_a_stranger_is_asked_to_sign_in(iro, client):
    child = child_of(iro)
    assert client.get(f"/children/{child.pk}/").status_code == 302


def test_a_child_known_only_by_name_still_has_a_page(group_manager, page):
    period = PeriodFactory(child__given_name="Ola")
    text = page(period.child, group_manager)
    assert "Ola Brown" in text
    assert "Nobody" in text


def test_the_first_of_two_iros_became_it_and_the_second_took_over(iro):
    child = child_of(None)
    second = UserFactory(first_name="Joan", last_name="Smith")
    AllocationFactory(child=child, iro=iro, ended_on=date(2017, 1, 1))
    AllocationFactory(child=child, iro=second, started_on=date(2017, 1, 1))
    titles = [event.title for event in timeline_of(child, on=TODAY, show="moves")]
    assert titles[:2] == ["Joan Smith took over as IRO", f"{iro} became the IRO"]
