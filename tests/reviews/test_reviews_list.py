"""The list of reviews: what each choice in the address leaves."""

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from reviews.models import OutcomeForm
from tests.factories import CaseHoldingFactory, DistrictFactory, OutcomeFormFactory, TeamFactory
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
def listed(practice_manager, client_for):
    """The references of the children whose reviews the list shows, in its order."""

    def look(user=None, **choices):
        answer = client_for(user or practice_manager).get("/reviews/", choices)
        return [row.review.child.reference for row in answer.context["page"].object_list]

    return look


@pytest.fixture
def of_each_kind(iro):
    """A review in each state, its child's reference naming it."""

    def child(reference):
        return child_of(iro, reference=reference)

    review_due(child("due today"), TODAY)
    review_due(child("due in 4 weeks"), TODAY + timedelta(28))
    review_due(child("due after"), TODAY + timedelta(29))
    review_due(child("overdue"), TODAY - timedelta(1))
    review_due(child("booked"), TODAY + timedelta(40), booked_for=NOW + timedelta(days=9))
    review_due(
        child("cancelled"), TODAY, cancelled_on=TODAY, cancelled_reason="The child went home."
    )
    review_held(child("in time"), date(2017, 7, 3))
    review_held(child("late"), date(2017, 7, 4), due_on=date(2017, 7, 3))
    review_held(child("no code"), date(2017, 7, 5), participation_code="")
    record_owed(child("record"), date(2017, 7, 6))
    record_owed(child("old record"), date(2017, 6, 5))
    form_owed(child("form"), NOW - timedelta(hours=3), due_on=TODAY + timedelta(60))
    form_owed(child("old form"), NOW - timedelta(hours=30), due_on=TODAY + timedelta(60))
    handed_in = review_held(child("form in time"), date(2017, 7, 7))
    OutcomeFormFactory(review=handed_in)
    too_late = review_held(child("form late"), date(2017, 7, 10))
    OutcomeFormFactory(review=too_late, submitted_at=datetime(2017, 7, 14, tzinfo=UTC))


HELD = {
    "in time", "late", "no code", "record", "old record", "form in time", "form late",
}  # fmt: skip
PLANNED = {
    "due today", "due in 4 weeks", "due after", "overdue", "booked", "form", "old form",
}  # fmt: skip


@pytest.mark.parametrize(
    ("state", "references"),
    [
        ("", HELD | PLANNED),
        ("due", {"due today", "due in 4 weeks"}),
        ("overdue", {"overdue"}),
        ("not_booked", {"due today", "due in 4 weeks", "due after", "overdue"}),
        ("planned", PLANNED),
        ("held", HELD),
        ("held_in_time", HELD - {"late"}),
        ("held_late", {"late"}),
        ("not_recorded", {"no code"}),
        ("form_owed", {"form", "old form"}),
        ("form_expected", {"old form", "form in time", "form late"}),
        ("form_in_time", {"form in time"}),
        ("record_outstanding", {"record", "old record"}),
        ("record_overdue", {"old record"}),
        ("cancelled", {"cancelled"}),
    ],
)
def test_a_state_leaves_its_reviews(of_each_kind, listed, state, references):
    found = listed(state=state)
    assert set(found) == references
    assert len(found) == len(references)


@pytest.mark.parametrize(
    ("state", "choices", "references"),
    [
        ("held", {"from": "2017-07-04", "to": "2017-07-06"}, {"late", "no code", "record"}),
        # A record's day is the one it is due by: 6 July and 20 working days is 3 August.
        ("record_outstanding", {"from": "2017-08-03", "to": "2017-08-03"}, {"record"}),
        ("form_owed", {"from": "2017-07-21"}, {"form"}),
        ("cancelled", {"to": "2017-07-19"}, set()),
        ("", {"from": "2017-07-20", "to": "2017-07-20"}, {"due today"}),
    ],
)
def test_the_first_and_last_day_are_those_of_the_state(
    of_each_kind, listed, state, choices, references
):
    assert set(listed(state=state, **choices)) == references


def test_a_forms_timeliness_is_known_from_the_moment_after_its_24_hours(iro):
    form_owed(child_of(iro), NOW - timedelta(hours=24))
    assert not OutcomeForm.objects.expected(at=NOW).exists()
    assert OutcomeForm.objects.expected(at=NOW + timedelta(seconds=1)).exists()


def test_the_form_of_a_cancelled_review_is_not_expected(iro):
    form = form_owed(child_of(iro), NOW - timedelta(hours=30))
    form.review.cancelled_on, form.review.cancelled_reason = TODAY, "Went home."
    form.review.save()
    assert not OutcomeForm.objects.expected(at=NOW).exists()


def test_an_iro_sees_the_reviews_of_their_children_and_no_choice_of_iro(
    iro, other_iro, listed, client_for
):
    review_due(child_of(iro, reference="mine"), TODAY)
    review_due(child_of(other_iro, reference="theirs"), TODAY)
    assert listed(iro) == ["mine"]
    assert listed(iro, iro=other_iro.pk) == ["mine"]
    assert "Every IRO" not in client_for(iro).get("/reviews/").content.decode()


def test_a_review_only_chaired_is_listed_without_a_link_to_the_childs_page(
    iro, other_iro, client_for
):
    client = client_for(iro)
    chaired = review_due(child_of(other_iro), TODAY, chair=iro)
    mine = review_due(child_of(iro), TODAY)
    page = client.get("/reviews/").content.decode()
    assert f'href="/reviews/{chaired.pk}/"' in page
    assert f'href="/children/{chaired.child_id}/"' not in page
    assert f'href="/children/{mine.child_id}/"' in page


def test_a_manager_narrows_to_an_iro_or_to_children_without_one(iro, other_iro, listed):
    review_due(child_of(iro, reference="one"), TODAY)
    review_due(child_of(other_iro, reference="two"), TODAY)
    review_due(child_of(None, reference="nobody's"), TODAY)
    assert listed(iro=iro.pk) == ["one"]
    assert listed(iro="nobody") == ["nobody's"]


def test_a_child_whose_iro_left_has_none(iro, listed):
    child = child_of(iro, reference="left behind")
    review_due(child, TODAY)
    child.allocations.update(ended_on=TODAY)
    assert listed(iro=iro.pk) == []
    assert listed(iro="nobody") == ["left behind"]


def test_a_manager_narrows_to_a_team_and_a_district(iro, listed):
    team, district = TeamFactory(), DistrictFactory()
    one, two, three = (child_of(iro, reference=reference) for reference in ("1", "2", "3"))
    CaseHoldingFactory(child=one, team=team)
    CaseHoldingFactory(child=two, team=team, ended_on=TODAY)  # with another team since today
    three.periods.update(district=district)
    for child in (one, two, three):
        review_due(child, TODAY)
    assert listed(team=team.pk) == ["1"]
    assert listed(district=district.pk) == ["3"]


def test_the_planned_come_first_by_due_day_and_then_the_newest_held(iro, listed):
    review_held(child_of(iro, reference="old"), date(2017, 1, 5))
    review_held(child_of(iro, reference="new"), date(2017, 7, 5))
    review_due(child_of(iro, reference="next"), date(2017, 8, 1))
    review_due(child_of(iro, reference="first"), date(2017, 7, 1))
    assert listed() == ["first", "next", "new", "old"]


@pytest.mark.parametrize(
    ("sort", "references"),
    [
        ("child", ["b", "a", "c"]),
        ("-child", ["c", "a", "b"]),
        ("due", ["a", "b", "c"]),
        ("-due", ["c", "b", "a"]),
        ("held", ["b", "a", "c"]),  # those not held come last, whichever way
        ("-held", ["b", "a", "c"]),
        ("nonsense", ["a", "c", "b"]),
    ],
)
def test_the_whole_list_is_sorted_by_the_column_chosen(iro, listed, sort, references):
    review_due(child_of(iro, reference="a", family_name="Moss"), date(2017, 7, 1))
    review_held(child_of(iro, reference="b", family_name="Lark"), date(2017, 7, 5))
    review_due(child_of(iro, reference="c", family_name="Wren"), date(2017, 8, 1))
    assert listed(sort=sort) == references


def test_fifty_rows_make_a_page_and_the_links_keep_the_choices(iro, practice_manager, client_for):
    for _ in range(51):
        review_due(child_of(iro), TODAY + timedelta(5))
    answer = client_for(practice_manager).get("/reviews/?state=due&sort=child")
    assert len(answer.context["page"].object_list) == 50
    text = answer.content.decode()
    assert "<strong>51 reviews</strong>: due in the next four weeks" in text
    assert "?state=due&amp;sort=child&amp;page=2" in text
    assert "?state=due&amp;sort=-child" in text


@pytest.mark.parametrize("page", ["0", "-4", "x", "9999", ""])
def test_a_page_that_is_not_there_shows_one_that_is(iro, practice_manager, client_for, page):
    review_due(child_of(iro), TODAY)
    answer = client_for(practice_manager).get("/reviews/", {"page": page})
    assert len(answer.context["page"].object_list) == 1


@pytest.mark.parametrize(
    "choices",
    [
        {"from": "2017-02-31"},
        {"to": "yesterday"},
        {"state": "asleep"},
        {"iro": "99999999999999999999"},
        {"team": "x\x00"},
        {"district": "<script>"},
    ],
)
def test_a_choice_that_means_nothing_is_said_and_narrows_nothing(iro, listed, client_for, choices):
    review_due(child_of(iro, reference="here"), TODAY)
    assert listed(**choices) == ["here"]


def test_a_day_that_does_not_exist_is_named(practice_manager, client_for):
    page = client_for(practice_manager).get("/reviews/?from=2017-02-31").content.decode()
    assert "Enter a real day" in page
    assert 'value="2017-02-31"' in page


def test_an_empty_list_says_what_to_do(practice_manager, client_for):
    client = client_for(practice_manager)
    assert "There are no reviews yet." in client.get("/reviews/").content.decode()
    assert "No review matches." in client.get("/reviews/?state=overdue").content.decode()


def test_what_is_still_owed_stands_in_the_row(of_each_kind, practice_manager, client_for):
    answer = client_for(practice_manager).get("/reviews/")
    owed = {row.review.child.reference: row.owed for row in answer.context["page"].object_list}
    assert owed["no code"] == ["Participation not recorded"]
    assert owed["form"] == ["Outcome form owed"]
    assert owed["old form"] == ["Outcome form overdue"]
    assert owed["record"] == ["Record outstanding"]
    assert owed["old record"] == ["Record overdue"]
    assert owed["form in time"] == []


def test_the_download_holds_the_rows_of_the_list_and_no_formula(iro, practice_manager, client_for):
    review_due(child_of(iro, reference="R1", given_name="=1+1", family_name="Łukasz"), TODAY)
    review_held(child_of(iro, reference="R2"), date(2017, 7, 3))
    answer = client_for(practice_manager).get("/reviews/download/?state=planned")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["Reference"], row["Child"], row["Due"]) for row in rows] == [
        ("R1", "'=1+1 Łukasz", "2017-07-20")
    ]


def test_the_download_holds_only_what_the_person_sees(iro, other_iro, client_for):
    review_due(child_of(other_iro, reference="theirs"), TODAY)
    assert b"theirs" not in client_for(iro).get("/reviews/download/").content


@pytest.mark.parametrize("address", ["/reviews/", "/reviews/download/"])
@pytest.mark.parametrize(
    ("name", "status"), [("business_support", 403), ("responding_manager", 404)]
)
def test_those_who_hold_no_cases_have_no_list(request, client_for, name, status, address):
    assert client_for(request.getfixturevalue(name)).get(address).status_code == status
