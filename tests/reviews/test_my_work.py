"""My work: what an IRO has to do, the most urgent first."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from reviews.deadlines import deadlines_as_at, hours_left
from reviews.work import by_urgency, counts_of, pieces_of
from tests.factories import CoverFactory, UserFactory
from tests.reviews.cases import child_of, form_owed, record_owed, review_due

TODAY = date(2017, 7, 20)  # a Thursday
NOW = datetime(2017, 7, 20, 12, 0, tzinfo=UTC)  # 13:00 in London

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def noon():
    """It is 13:00 in London on the business day, whenever the tests run."""
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def stretches(iro):
    """The deeds of each stretch of the IRO's list, as (child, deed)."""

    def look(user=iro, at=NOW):
        deadlines = deadlines_as_at(at, on=at.date())
        return {
            urgency.key: [(str(p.child), p.deed) for p in urgency.pieces]
            for urgency in by_urgency(pieces_of(user, deadlines), deadlines)
        }

    return look


@pytest.mark.parametrize(
    ("due_on", "stretch"),
    [
        (date(2017, 7, 19), "overdue"),
        (date(2017, 7, 20), "soon"),  # the last lawful day is not late
        (date(2017, 7, 21), "soon"),
        (date(2017, 7, 22), "next"),
        (date(2017, 8, 3), "next"),  # the tenth working day from 20 July
        (date(2017, 8, 4), "later"),
    ],
)
def test_a_review_stands_in_the_stretch_of_its_due_day(iro, stretches, due_on, stretch):
    review_due(child_of(iro), due_on)
    assert [key for key, pieces in stretches().items() if pieces] == [stretch]


def test_the_review_longest_overdue_comes_first(iro, stretches):
    for name, days in (("Ada", 2), ("Ben", 9), ("Cleo", 5)):
        review_due(child_of(iro, given_name=name), TODAY - timedelta(days))
    assert [child for child, _ in stretches()["overdue"]] == [
        "Ben Brown",
        "Cleo Brown",
        "Ada Brown",
    ]


def test_the_reviews_of_a_day_stand_in_the_order_of_its_hours(iro, client_for):
    for hour, place in ((15, "The school"), (9, "At home")):
        booked_for = datetime(2017, 7, 21, hour, tzinfo=UTC)
        review_due(child_of(iro), date(2017, 9, 1), booked_for=booked_for, place=place)
    page = client_for(iro).get("/my-work/").content.decode()
    assert 0 < page.index("At home") < page.index("The school")


def test_a_booked_review_stands_at_its_booked_day(iro, stretches):
    review_due(child_of(iro), date(2017, 9, 1), booked_for=datetime(2017, 7, 21, 9, tzinfo=UTC))
    assert stretches()["soon"][0][1] == "Hold the review"


def test_a_booked_review_shows_its_booked_time_before_its_last_day(iro, client_for):
    review_due(child_of(iro), date(2017, 9, 1), booked_for=datetime(2017, 7, 21, 9, tzinfo=UTC))
    page = client_for(iro).get("/my-work/").content.decode()
    assert "Fri 21 Jul at 10:00" in page  # summer time
    assert "last day 1 Sep, 43 days left" in page


def test_a_review_still_to_come_today_opens_the_review_and_not_yet_its_form(iro, client_for):
    form = form_owed(child_of(iro), NOW + timedelta(minutes=30), due_on=date(2017, 9, 1))
    page = client_for(iro).get("/my-work/").content.decode()
    assert f'href="/reviews/{form.review_id}/"' in page
    assert f'href="/reviews/{form.review_id}/outcome-form/"' not in page


def test_a_review_booked_after_its_due_day_stands_at_the_due_day_and_says_so(
    iro, client_for, stretches
):
    review_due(child_of(iro), date(2017, 7, 25), booked_for=datetime(2017, 9, 1, 9, tzinfo=UTC))
    assert len(stretches()["next"]) == 1
    page = client_for(iro).get("/my-work/").content.decode()
    assert "Booked for 1 September, after its last lawful day" in page


def test_once_its_booked_time_has_come_a_review_gives_way_to_its_outcome_form(iro, stretches):
    form_owed(child_of(iro), NOW + timedelta(minutes=1))
    assert [deed for _, deed in stretches()["soon"]] == ["Hold the review"]
    later = stretches(at=NOW + timedelta(minutes=1))
    assert [deed for _, deed in later["soon"]] == ["Outcome form"]


def test_an_outcome_form_is_overdue_when_its_24_hours_are_past(iro, stretches):
    form_owed(child_of(iro), NOW - timedelta(hours=24))
    assert stretches()["soon"]
    assert stretches(at=NOW + timedelta(seconds=1))["overdue"]


@pytest.mark.parametrize(
    ("away", "words"),
    [
        (timedelta(hours=6, minutes=59), "6 hours left"),
        (timedelta(hours=1), "1 hour left"),
        (timedelta(minutes=59), "59 minutes left"),
        (timedelta(minutes=-1), "overdue by 1 minute"),
        (timedelta(hours=-5), "overdue by 5 hours"),
        (timedelta(hours=-71), "overdue by 71 hours"),
        (timedelta(hours=-72), "overdue by 3 days"),
    ],
)
def test_an_outcome_form_counts_in_hours(away, words):
    assert hours_left(NOW + away, NOW) == words


def test_a_record_nobody_began_is_to_be_written_and_a_begun_one_completed(iro, stretches):
    record_owed(child_of(iro, given_name="Ada"), date(2017, 7, 13))
    record_owed(child_of(iro, given_name="Ben"), date(2017, 7, 14), version=1)
    assert stretches()["later"] == [
        ("Ada Brown", "Write the record"),
        ("Ben Brown", "Complete the record"),
    ]


def test_another_iros_work_is_not_shown(iro, other_iro, stretches):
    child = child_of(other_iro)
    review_due(child, TODAY)
    record_owed(child, date(2017, 7, 13))
    form_owed(child_of(other_iro), NOW - timedelta(hours=1))
    assert not any(stretches().values())


def test_an_iro_also_sees_the_reviews_they_are_to_chair(iro, other_iro, client_for, stretches):
    review_due(child_of(other_iro), TODAY, chair=iro)
    assert len(stretches()["soon"]) == 1
    page = client_for(iro).get("/my-work/").content.decode()
    assert f"{other_iro} is the IRO" in page
    assert "/children/" not in page.split("<main")[1]  # the child's page is not theirs to open


def test_who_chairs_is_said_where_it_is_neither_me_nor_the_childs_iro(iro, other_iro, client_for):
    third = UserFactory(first_name="Joan", last_name="Smith")
    CoverFactory(away=other_iro, covered_by=iro)
    for whose, chair in ((iro, iro), (other_iro, other_iro), (iro, third)):
        review_due(child_of(whose), TODAY, chair=chair)
    page = client_for(iro).get("/my-work/").content.decode()
    assert page.count(" chairs<") == page.count("Joan Smith chairs<") == 1


def test_the_children_of_a_colleague_i_cover_are_on_my_list_while_i_cover(
    iro, other_iro, client_for, a_day, stretches
):
    CoverFactory(away=other_iro, covered_by=iro, ended_on=date(2017, 7, 24))
    review_due(child_of(other_iro), TODAY)
    assert len(stretches()["soon"]) == 1
    assert f"covering {other_iro}" in client_for(iro).get("/my-work/").content.decode()
    a_day("2017-07-24")  # the day they are back
    assert f"covering {other_iro}" not in client_for(iro).get("/my-work/").content.decode()


def test_the_counts_leave_out_later_reviews_and_no_form_or_record(iro):
    review_due(child_of(iro), date(2017, 7, 18))
    review_due(child_of(iro), date(2017, 8, 3))
    review_due(child_of(iro), date(2017, 8, 4))
    form_owed(child_of(iro), NOW - timedelta(hours=1))
    record_owed(child_of(iro), TODAY)  # due in 20 working days
    deadlines = deadlines_as_at(NOW, on=TODAY)
    counts = counts_of(pieces_of(iro, deadlines), deadlines)
    assert {kind: len(pieces) for kind, pieces in counts.items()} == {
        "reviews": 2,
        "forms": 1,
        "records": 1,
        "decisions": 0,
        "oversight": 0,
        "disputes": 0,
    }


@pytest.mark.parametrize("kind", ["reviews", "forms", "records"])
def test_each_count_opens_as_many_rows_as_it_says(iro, client_for, kind):
    for day in (18, 21, 31):
        review_due(child_of(iro), date(2017, 7, day))
    review_due(child_of(iro), date(2017, 10, 31))
    for hours in (30, 48):
        form_owed(child_of(iro), NOW - timedelta(hours=hours))
    record_owed(child_of(iro), date(2017, 6, 1))
    client = client_for(iro)
    number = {"reviews": 3, "forms": 2, "records": 1}[kind]
    strip = client.get("/my-work/").context["strip"]
    item = next(one for one in strip if f"show={kind}" in one["href"])
    assert item["number"] == number
    opened = client.get(f"/my-work/{item['href']}").context["urgencies"]
    assert sum(len(urgency.pieces) for urgency in opened) == number


def test_a_row_says_who_what_when_why_and_where(iro, client_for):
    child = child_of(
        iro, given_name="Ella", family_name="Brown", date_of_birth=date(2010, 5, 14),
        reference="WS12",
    )  # fmt: skip
    record = record_owed(child, date(2017, 6, 19))
    page = client_for(iro).get("/my-work/").content.decode()
    assert "Ella Brown</a>, 7 years" in page
    assert "WS12" in page
    assert "Write the record" in page
    assert "Monday 17 July 2017" in page
    assert "overdue by 3 working days" in page
    assert "20 working days after 19 June 2017." in page
    assert f'href="/reviews/{record.review_id}/record/"' in page


def test_an_unbooked_review_has_the_button_that_books_it(iro, client_for):
    review = review_due(child_of(iro), TODAY)
    page = client_for(iro).get("/my-work/").content.decode()
    assert f'href="/reviews/{review.pk}/book/"' in page


def test_of_the_later_work_twenty_rows_are_shown_and_the_rest_linked(iro, client_for):
    for _ in range(21):
        review_due(child_of(iro), date(2017, 12, 1))
    page = client_for(iro).get("/my-work/").content.decode()
    assert "Later (21)" in page
    assert page.count("Book the review<") == 20
    assert "/reviews/?state=planned" in page


def test_a_review_due_past_the_known_bank_holidays_is_still_listed(iro, client_for):
    review_due(child_of(iro), date(2032, 1, 5))
    assert "Mon 5 Jan" in client_for(iro).get("/my-work/").content.decode()


def test_an_empty_list_says_where_to_go(iro, client_for):
    assert "You have nothing to do." in client_for(iro).get("/my-work/").content.decode()


def test_a_manager_reads_an_iros_list_without_its_buttons(iro, practice_manager, client_for):
    review = review_due(child_of(iro), TODAY)
    client = client_for(practice_manager)
    page = client.get(f"/my-work/?iro={iro.pk}").content.decode()
    assert "Book the review" in page
    assert f'href="/reviews/{review.pk}/book/"' not in page
    assert client.get("/my-work/").url == "/today/"


@pytest.mark.parametrize("iro_given", ["0", "x", "", "-1", "99999999999999999999", "\x00"])
def test_the_work_of_nobody_is_not_found(practice_manager, client_for, iro_given):
    assert client_for(practice_manager).get("/my-work/", {"iro": iro_given}).status_code == 404


def test_an_iro_cannot_read_another_ones_list(iro, other_iro, client_for):
    review_due(child_of(other_iro, given_name="Zephyr"), TODAY)
    page = client_for(iro).get(f"/my-work/?iro={other_iro.pk}").content.decode()
    assert "Zephyr" not in page


@pytest.mark.parametrize(
    ("name", "status"), [("business_support", 403), ("responding_manager", 404)]
)
def test_those_who_hold_no_cases_have_no_work_list(request, client_for, name, status):
    client = client_for(request.getfixturevalue(name))
    assert client.get("/my-work/").status_code == status


def test_markup_in_a_name_is_shown_as_it_was_typed(iro, client_for):
    review_due(child_of(iro, given_name="<script>alert(1)</script>"), TODAY)
    page = client_for(iro).get("/my-work/").content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_inactive_colleagues_are_still_named_as_the_one_covered(iro, client_for):
    away = UserFactory(first_name="Joan", last_name="Smith", is_active=False)
    CoverFactory(away=away, covered_by=iro)
    review_due(child_of(away), TODAY)
    assert "covering Joan Smith" in client_for(iro).get("/my-work/").content.decode()
