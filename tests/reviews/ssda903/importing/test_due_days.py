"""When a past review was due, by the law, where what was held before it is known."""

from datetime import date

import pytest

from cohort.models import Council, ImportRun
from iro_service import clock
from reviews.models import Review
from tests.factories import CouncilFactory, HeldReviewFactory
from tests.reviews.ssda903.importing.returns import bring_in, child, episode, review

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def new_council():
    """A council whose own records begin when all of these days are past."""
    return CouncilFactory(records_from=date(2017, 4, 1))


def due():
    """Each review held, by its day: the day it was due and the rule, or not known."""
    rows = Review.objects.held().order_by("held_on")
    return {str(one.held_on): (str(one.due_on), one.rule) for one in rows}


def on(day):
    return f"{day:%d/%m/%Y}"


# The rows of care; the days reviews were held; of each, the day it was due and by which rule.
# The years of the reviews are those told: all of them, from the first to the last.
TABLE = {
    "20 working days, 3 months, 6 months, each after the one held": (
        [episode(began="05/12/2016")],
        ["05/01/2017", "05/02/2017", "08/03/2017"],
        # 5 Dec 2016 and 20 working days, past Christmas; 3 months; 6 months.
        [("2017-01-05", "first_review"), ("2017-04-05", "second_review"),
         ("2017-08-05", "later_review")],
    ),
    "a late one moves the next one by as much": (
        [episode(began="05/09/2016")],
        ["10/10/2016", "20/01/2017"],
        [("2016-10-03", "first_review"), ("2017-01-10", "second_review")],
    ),
    "a month's last day where the later month has no such day": (
        [episode(began="03/10/2016")],
        ["30/10/2016", "30/11/2016", "25/03/2017"],
        [("2016-10-31", "first_review"), ("2017-01-30", "second_review"),
         ("2017-05-30", "later_review")],
    ),
    "a new placement or legal status starts no clock": (
        [episode(began="05/09/2016", ended="01/10/2016", rec="X1"),
         episode(began="01/10/2016", rne="P", place="K2")],
        ["03/10/2016", "03/01/2017"],
        [("2016-10-03", "first_review"), ("2017-01-03", "second_review")],
    ),
    "authority to place for adoption: 3 months, then 6": (
        [episode(began="05/04/2016", ended="01/08/2016", rec="X1"),
         episode(began="01/08/2016", rne="L", ls="E1")],
        ["03/05/2016", "01/11/2016", "01/03/2017"],
        [("2016-05-04", "first_review"), ("2016-11-01", "adoption_authorised_first"),
         ("2017-05-01", "adoption_authorised_later")],
    ),
    "authority that comes when the review is overdue rescues nothing": (
        [episode(began="05/04/2016", ended="15/08/2016", rec="X1"),
         episode(began="15/08/2016", rne="L", ls="E1")],
        ["03/05/2016", "01/11/2016"],
        [("2016-05-04", "first_review"), ("2016-08-03", "second_review")],
    ),
    "placed for adoption: 4 weeks, 3 months, 6 months": (
        [episode(began="05/04/2016", ended="01/07/2016", rec="X1"),
         episode(began="01/07/2016", rne="P", ls="E1", place="A5")],
        ["03/05/2016", "29/07/2016", "29/10/2016", "28/02/2017"],
        [("2016-05-04", "first_review"), ("2016-07-29", "adoption_placed_first"),
         ("2016-10-29", "adoption_placed_second"), ("2017-04-29", "adoption_placed_later")],
    ),
    "a review on the day of the placement is the last one before it": (
        [episode(began="05/04/2016", ended="01/07/2016", rec="X1"),
         episode(began="01/07/2016", rne="P", ls="E1", place="A5")],
        ["03/05/2016", "01/07/2016", "29/07/2016"],
        [("2016-05-04", "first_review"), ("2016-08-03", "second_review"),
         ("2016-07-29", "adoption_placed_first")],
    ),
    "short breaks at first, then looked after: the clock starts afresh": (
        [episode(began="05/04/2016", ls="V4", ended="01/08/2016", rec="X1"),
         episode(began="01/08/2016", rne="L")],
        ["05/07/2016", "30/08/2016"],
        # 3 months of short breaks; 20 working days, past the August holiday.
        [("2016-07-05", "short_breaks_first"), ("2016-08-30", "first_review")],
    ),
    "a new period of care starts afresh": (
        [episode(began="05/04/2016", ended="30/06/2016", rec="E4A"),
         episode(began="05/09/2016")],
        ["03/05/2016", "03/10/2016"],
        [("2016-05-04", "first_review"), ("2016-10-03", "first_review")],
    ),
}  # fmt: skip
UNKNOWN = ("None", "not_known")


@pytest.mark.parametrize("case", TABLE)
def test_due_days_follow_the_law(case):
    care, days, expected = TABLE[case]
    bring_in(child(), *care, *(review(held=day) for day in days))
    assert list(due().values()) == expected


def test_a_late_one_has_the_reason_that_none_is_recorded():
    bring_in(child(), episode(began="05/09/2016"), review(held="04/10/2016"))
    one = Review.objects.held().get()
    assert (one.held_in_time, one.late_reason) == (False, "not_recorded")


def test_a_council_that_counts_months_as_days_has_them_counted_so(new_council):
    Council.objects.update(count_months_as="days")
    bring_in(
        child(), episode(began="05/09/2016"), review(held="03/10/2016"), review(held="03/01/2017")
    )
    assert due()["2017-01-03"] == ("2017-01-02", "second_review")


# Care since before the year that is told, 2016-17; the days held; what is known of each.
HISTORY = {
    "the first one seen was not the first one held": (
        episode(began="06/01/2014"), ["01/06/2016", "01/12/2016", "01/03/2017"],
        [UNKNOWN, ("2016-12-01", "later_review"), ("2017-06-01", "later_review")],
    ),
    "in care since a week before: the first one seen may be the first or the second": (
        episode(began="24/03/2016"), ["20/04/2016", "20/07/2016", "20/01/2017"],
        [UNKNOWN, UNKNOWN, ("2017-01-20", "later_review")],
    ),
    "nobody knows since when: no episode starts the care": (
        episode(began="05/09/2016", rne="P"), ["03/10/2016", "03/01/2017", "03/03/2017"],
        [UNKNOWN, UNKNOWN, ("2017-07-03", "later_review")],
    ),
    "placed for adoption in the year: that clock is known": (
        episode(began="06/01/2014", ended="01/07/2016", rec="X1"), ["29/07/2016", "29/10/2016"],
        [("2016-07-29", "adoption_placed_first"), ("2016-10-29", "adoption_placed_second")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", HISTORY)
def test_a_due_day_is_known_only_where_what_came_before_is(case):
    care, days, expected = HISTORY[case]
    also = [episode(began="01/07/2016", rne="P", ls="E1", place="A5")] if "X1" in care else []
    bring_in(child(), care, *also, *(review(held=day) for day in days))
    assert list(due().values()) == expected


def test_a_year_that_is_missing_between_makes_the_due_day_unknown():
    care = episode(began="05/05/2014")
    bring_in(child(), care, review(held="02/06/2014"), review(held="02/09/2014"))
    assert due()["2014-09-02"] == ("2014-09-02", "second_review")
    finished("2014-15")
    bring_in(child(), care, review(held="01/08/2016"), review(held="01/02/2017"))
    assert due()["2016-08-01"] == UNKNOWN
    assert due()["2017-02-01"] == ("2017-02-01", "later_review")
    finished("2016-17")
    outcome = bring_in(child(), care, review(held="01/03/2015"), review(held="10/02/2016"), year="")
    assert outcome.years == ["2014-15", "2015-16"]
    assert due()["2016-08-01"] == ("2016-08-10", "later_review")
    assert any(note.startswith("Due days of reviews brought in before") for note in outcome.notes)


def finished(*years):
    """Keep an import as done, as the command and the page do."""
    at = clock.now()
    ImportRun.objects.create(
        kind="ssda903", asked_at=at, finished_at=at, summary={}, years=list(years)
    )


def test_years_recorded_here_are_known_too(a_day):
    bring_in(
        child(), episode(began="06/03/2017"), review(held="01/04/2017"), on=a_day("2017-07-20")
    )
    assert due()["2017-04-01"] == UNKNOWN
    bring_in(child("102"), episode("102", began="03/04/2017"), review("102", "28/04/2017"))
    assert due()["2017-04-28"] == ("2017-05-04", "first_review")


def test_a_review_recorded_here_keeps_its_due_day_whatever_the_return_tells():
    bring_in(child(), episode(began="05/09/2016"))
    planned = Review.objects.planned().get()
    own = HeldReviewFactory(
        period=planned.period, rule="second_review", base_on=date(2016, 10, 20),
        due_on=date(2017, 1, 20), held_on=date(2017, 1, 20),
    )  # fmt: skip
    bring_in(child(), episode(began="05/09/2016"), review(held="03/10/2016"))
    own.refresh_from_db()
    assert (own.due_on, own.rule) == (date(2017, 1, 20), "second_review")


def test_past_the_known_bank_holidays_a_first_review_has_no_due_day(a_day):
    a_day("2030-03-01")
    Council.objects.update(records_from=date(2029, 4, 1))
    outcome = bring_in(
        child("101", "14/05/2020"), episode(began="07/05/2029"),
        review(held="04/06/2029", born="14/05/2020"), on=date(2030, 3, 1),
    )  # fmt: skip
    assert due()["2029-06-04"] == UNKNOWN
    assert outcome.counts["Reviews"].added == 1
