"""After a return came in, each child looked after has the next review planned, by the law."""

from datetime import UTC, date, datetime

import pytest

from cohort.actions.council import set_up_council
from cohort.models import Council, ImportRun
from iro_service import clock
from reviews.actions.booking import book_review
from reviews.models import MidwayCheck, PlanChange, Review
from tests.factories import CouncilFactory, PeriodFactory, ReviewFactory
from tests.reviews.ssda903.importing.returns import bring_in, child, episode, review

pytestmark = pytest.mark.django_db
CARE = (child(), episode(began="05/09/2016"))
FIRST, SECOND = review(held="03/10/2016"), review(held="03/01/2017")


@pytest.fixture(autouse=True)
def council(db):
    return CouncilFactory(records_from=date(2017, 4, 1))


def planned():
    """The due day of the one review planned, and by which rule."""
    one = Review.objects.planned().get()
    return str(one.due_on), one.rule


def test_the_next_review_is_due_by_the_law_from_the_last_one_held():
    outcome = bring_in(*CARE, FIRST, SECOND)
    assert planned() == ("2017-07-03", "later_review")
    assert "Reviews planned: 1." in outcome.notes


def test_with_no_review_yet_the_first_one_is_due():
    bring_in(child(), episode(began="03/07/2017"))
    assert planned() == ("2017-07-31", "first_review")


def test_short_breaks_have_their_next_review_planned_too():
    bring_in(child(), episode(began="05/06/2017", ls="V4"))
    assert planned() == ("2017-09-05", "short_breaks_first")


def test_one_review_seen_of_a_child_long_in_care_is_not_taken_for_the_first():
    bring_in(child(), episode(began="06/01/2014"), review(held="01/03/2017"))
    assert planned() == ("2017-09-01", "later_review")


def test_a_child_long_in_care_with_no_review_seen_is_counted_from_the_eve_of_the_years_told():
    others = child("102"), episode("102"), review("102", "03/10/2016")
    bring_in(child(), episode(began="06/01/2014"), *others)
    one = Review.objects.planned().get(child__reference="101")
    assert (str(one.due_on), one.rule) == ("2016-09-30", "later_review")
    assert one.base_on == date(2016, 3, 31)


def test_a_look_half_way_is_owed_and_not_for_a_day_that_is_past():
    bring_in(child(), episode(began="05/09/2016"), FIRST, review(held="01/05/2017"))
    check = MidwayCheck.objects.get()
    # Half-way from 1 May to 1 November is 1 August.
    assert (check.review.due_on, check.due_on) == (date(2017, 11, 1), date(2017, 8, 1))
    bring_in(child("102"), episode("102"), review("102", "03/10/2016"), review("102", "03/03/2017"))
    check = MidwayCheck.objects.get(review__child__reference="102")
    assert check.due_on == date(2017, 7, 20)  # half-way, on 3 June, nobody could do it here


def test_before_the_first_review_no_look_half_way_is_owed():
    bring_in(child(), episode(began="03/07/2017"))
    assert not MidwayCheck.objects.exists()


def test_a_planned_review_follows_a_review_that_the_next_return_tells_of(practice_manager):
    bring_in(*CARE, FIRST)
    assert planned() == ("2017-01-03", "second_review")
    outcome = bring_in(*CARE, FIRST, SECOND, by=practice_manager)
    assert planned() == ("2017-07-03", "later_review")
    change = PlanChange.objects.get()
    assert (change.kind, change.asked_by, change.by) == ("replanned", "law", practice_manager)
    assert (change.day_before, change.day_after) == (date(2017, 1, 3), date(2017, 7, 3))
    assert "Planned reviews that have another due day now: 1." in outcome.notes


def test_a_review_that_is_booked_is_left_as_it_is(iro):
    bring_in(*CARE, FIRST)
    booked = Review.objects.planned().get()
    book_review(
        booked, booked_for=datetime(2017, 7, 25, 10, tzinfo=UTC), place="School", chair=iro,
        at=clock.now(), by=iro,
    )  # fmt: skip
    bring_in(*CARE, FIRST, SECOND)
    assert planned() == ("2017-01-03", "second_review")


def test_an_overdue_review_is_not_rescued_by_a_new_placement():
    bring_in(*CARE, FIRST)
    before = planned()
    moved = episode(began="05/09/2016", ended="01/03/2017", rec="X1")
    bring_in(child(), moved, episode(began="01/03/2017", rne="L", ls="E1"), FIRST)
    assert planned() == before


def test_a_planned_review_that_is_not_overdue_follows_the_childs_new_rules():
    bring_in(*CARE, FIRST, review(held="01/03/2017"))
    moved = episode(began="05/09/2016", ended="10/07/2017", rec="X1")
    placed = episode(began="10/07/2017", rne="P", ls="E1", place="A5")
    bring_in(child(), moved, placed)
    assert planned() == ("2017-08-07", "adoption_placed_first")


def test_what_is_planned_is_cancelled_when_care_has_ended(practice_manager):
    bring_in(*CARE, FIRST)
    ended = episode(began="05/09/2016", ended="01/03/2017", rec="E4A")
    outcome = bring_in(child(), ended, FIRST, by=practice_manager)
    one = Review.objects.cancelled().get()
    assert (one.cancelled_on, one.cancelled_reason) == (date(2017, 7, 20), "No longer looked after")
    assert PlanChange.objects.get().kind == "cancelled"
    assert not Review.objects.planned().exists()
    assert "Planned reviews cancelled, as care has ended: 1." in outcome.notes


def test_a_child_looked_after_again_has_a_first_review_planned_in_the_new_care():
    bring_in(*CARE, FIRST)
    ended = episode(began="05/09/2016", ended="01/03/2017", rec="E4A")
    bring_in(child(), ended, episode(began="03/07/2017"), FIRST)
    assert planned() == ("2017-07-31", "first_review")


def test_a_child_here_without_a_plan_gets_one_whether_the_return_names_them_or_not():
    PeriodFactory(started_on=date(2017, 7, 3))
    bring_in(*CARE, FIRST)
    assert Review.objects.planned().count() == 2


def test_another_childs_plan_is_not_touched():
    other = ReviewFactory(period__started_on=date(2016, 1, 4))
    bring_in(*CARE, FIRST)
    other.refresh_from_db()
    assert other.due_on == date(2016, 2, 1)


def test_running_again_leaves_every_plan_as_it_is():
    rows = *CARE, FIRST, SECOND, child("102"), episode("102", began="06/01/2014")
    bring_in(*rows)
    before = list(Review.objects.order_by("pk").values())
    outcome = bring_in(*rows)
    assert list(Review.objects.order_by("pk").values()) == before
    assert not [note for note in outcome.notes if "planned" in note]


def test_the_records_begin_with_the_first_year_told_and_never_later():
    outcome = bring_in(*CARE, FIRST)
    assert Council.objects.get().records_from == date(2016, 4, 1)
    assert any(note.startswith("The records begin on 1 April 2016") for note in outcome.notes)
    bring_in(child("102"), episode("102", began="03/04/2017"), review("102", "02/05/2017"))
    assert Council.objects.get().records_from == date(2016, 4, 1)


def test_a_few_reviews_astray_make_no_year():
    reviews = [review(f"{n}", "03/10/2016") for n in range(200, 260)]
    care = [row for n in range(200, 260) for row in (child(f"{n}"), episode(f"{n}"))]
    outcome = bring_in(
        *care, *reviews, child("199"), episode("199", began="04/03/2014"),
        review("199", "01/04/2014"),
    )  # fmt: skip
    assert outcome.years == ["2016-17"]
    assert any(note.startswith("1 review lies outside 2016-17") for note in outcome.notes)


def test_a_council_set_up_after_its_returns_came_in_has_its_records_from_then_on(db):
    Council.objects.all().delete()
    at = clock.now()
    ImportRun.objects.create(
        kind="ssda903", asked_at=at, finished_at=at, summary={}, years=["2014-15", "2015-16"]
    )
    set_up_council(
        name="Westshire", established_posts=10, first_name="A", last_name="B",
        email="a@example.org", password="long-enough-1", on=date(2017, 7, 20),
    )  # fmt: skip
    assert Council.objects.get().records_from == date(2014, 4, 1)


def test_without_a_council_a_return_comes_in_all_the_same():
    Council.objects.all().delete()
    bring_in(*CARE, FIRST)
    assert planned() == ("2017-01-03", "second_review")
