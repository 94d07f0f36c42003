"""Each past review of a return is in, or comes back with a reason that is right."""

from datetime import date

import pytest
from django.apps import apps

from reviews.models import Review, Strike
from tests.factories import HeldReviewFactory, OutcomeFormFactory, UserFactory
from tests.reviews.ssda903.importing.returns import bring_in, child, episode, review

pytestmark = pytest.mark.django_db


def held():
    return list(Review.objects.held().order_by("held_on").values_list("held_on", flat=True))


def test_a_past_review_comes_in_without_chair_form_or_record(council):
    outcome = bring_in(child(), episode(), review(held="30/09/2016", code="pn3"))
    one = Review.objects.held().get()
    assert (one.held_on, one.participation_code, one.imported) == (
        date(2016, 9, 30), "PN3", True,
    )  # fmt: skip
    assert one.chair is None
    assert not hasattr(one, "outcome_form")
    counts = outcome.counts["Reviews"]
    assert (counts.read, counts.added, counts.rejected) == (1, 1, 0)


# The rows beside the child 101, born on 14 May 2008 and looked after since 5 September 2016; the
# column that is at fault and the sentence.
FAULTS = {
    "nobody here": (
        [review("999")], "CHILD",
        "CHILD is 999: no such child is in Header or in the records (DfE rule INT08).",
    ),
    "the row in Header came back": (
        ["102,1,31/02/2008,WBRI,,,", review("102")], "CHILD",
        "CHILD is 102: the row of this child in Header, line 3 of header.csv, was not taken "
        "(DfE rule INT08).",
    ),
    "another birth": (
        [review(born="15/05/2008")], "DOB",
        "DOB is 15 May 2008, and the child was born on 14 May 2008 (DfE rule INT17).",
    ),
    "no birth": (
        [review(born="")], "DOB",
        "DOB is empty, and the child was born on 14 May 2008 (DfE rule INT17).",
    ),
    "no care at all": (
        [child("102"), review("102")], "CHILD",
        "CHILD is 102: this child has no episode of care (DfE rule 1012).",
    ),
    "short breaks only": (
        [child("102"), episode("102", ls="V4"), review("102")], "CHILD",
        "CHILD is 102: this child has short breaks only (V3, V4), whose reviews are left out of "
        "the return (DfE rule 399).",
    ),
    "PN0 the day after the 4th birthday": (
        [
            child("102", "19/09/2012"), episode("102"),
            review("102", "20/09/2016", "PN0", "19/09/2012"),
        ],
        "REVIEW_CODE",
        "REVIEW_CODE is PN0, which is for a child under 4: on 20 September 2016 this child was "
        "past the 4th birthday (DfE rule 440).",
    ),
    "PN1 the day before the 4th birthday": (
        [
            child("102", "21/09/2012"), episode("102"),
            review("102", "20/09/2016", "PN1", "21/09/2012"),
        ],
        "REVIEW_CODE",
        "REVIEW_CODE is PN1, which is for a child of 4 or over: on 20 September 2016 this child "
        "was under 4 (DfE rule 441).",
    ),
    "before birth": (
        [
            child("102", "01/09/2016"), episode("102"),
            review("102", "31/08/2016", "PN0", "01/09/2016"),
        ],
        "REVIEW", "REVIEW is 31 August 2016: the child was not born before 1 September 2016.",
    ),
    "tomorrow": (
        [review(held="21/07/2017")],
        "REVIEW", "REVIEW is 21 July 2017, which is in the future.",
    ),
    "the day before care began": (
        [review(held="04/09/2016")], "REVIEW",
        "REVIEW is 4 September 2016: the child was not looked after on that day.",
    ),
    "the day after care ended": (
        [
            child("102"), episode("102", ended="31/01/2017", rec="E4A"),
            review("102", "01/02/2017"),
        ],
        "REVIEW", "REVIEW is 1 February 2017: the child was not looked after on that day.",
    ),
    "twice on a day": (
        [review(), review(code="PN2")], "REVIEW",
        "REVIEW is the day of the review on line 2: a child has one review a day.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_a_row_that_does_not_hold_comes_back_with_its_column_and_a_sentence(case, council):
    rows, column, sentence = FAULTS[case]
    outcome = bring_in(child(), episode(), *rows)
    (reject,) = [one for one in outcome.rejects if one.file == "reviews.csv"]
    assert (reject.column, reject.reason) == (column, sentence)
    assert outcome.counts["Reviews"].rejected == 1


@pytest.mark.parametrize("code", ["PN0", "PN4"])
def test_on_the_4th_birthday_itself_every_code_is_right(code, council):
    born = "20/09/2012"
    bring_in(child("102", born), episode("102"), review("102", "20/09/2016", code, born))
    assert Review.objects.held().get().participation_code == code


def test_the_first_and_the_last_day_of_care_are_days_in_care(council):
    last = episode(ended="31/01/2017", rec="E4A")
    bring_in(child(), last, review(held="05/09/2016"), review(held="31/01/2017"))
    assert held() == [date(2016, 9, 5), date(2017, 1, 31)]


def test_a_row_of_another_year_than_the_return_is_of_comes_back(council):
    outcome = bring_in(
        child(), episode(), review(held="31/03/2017"), review(held="01/04/2017"), year="2016-17"
    )
    (reject,) = outcome.rejects
    assert reject.reason == (
        "REVIEW is 1 April 2017, which is not in 2016-17: that is from 1 April to 31 March."
    )


def test_a_bad_row_makes_no_double_of_a_good_one(council):
    outcome = bring_in(child(), episode(), review(born="15/05/2008"), review())
    assert outcome.counts["Reviews"].added == 1


def test_running_again_changes_nothing_and_writes_no_history(council):
    rows = child(), episode(), review(held="30/09/2016"), review(held="20/12/2016", code="PN2")
    bring_in(*rows)
    history = apps.get_model("reviews", "ReviewEvent").objects
    before = list(Review.objects.order_by("pk").values()), history.count()
    counts = bring_in(*rows).counts["Reviews"]
    assert (counts.read, counts.unchanged) == (2, 2)
    assert (list(Review.objects.order_by("pk").values()), history.count()) == before


def test_a_corrected_code_of_the_next_return_is_taken(council):
    bring_in(child(), episode(), review(code="PN7"))
    counts = bring_in(child(), episode(), review(code="PN6")).counts["Reviews"]
    assert (counts.changed, Review.objects.held().get().participation_code) == (1, "PN6")


def test_a_review_recorded_here_keeps_its_code_and_the_other_one_is_told(council):
    bring_in(child(), episode())
    planned = Review.objects.planned().get()
    own = HeldReviewFactory(
        period=planned.period, held_on=date(2016, 9, 30), participation_code="PN4"
    )
    OutcomeFormFactory(review=own)
    outcome = bring_in(child(), episode(), review(held="30/09/2016", code="PN1"))
    own.refresh_from_db()
    assert own.participation_code == "PN4"
    assert not own.imported
    assert "101 on 30 September 2016: PN1 in the return, PN4 here." in " ".join(outcome.notes)
    assert outcome.counts["Reviews"].unchanged == 1


def test_what_was_struck_as_recorded_in_error_does_not_come_back(council):
    bring_in(child(), episode(), review())
    Review.objects.held().update(struck_on=date(2017, 7, 1))
    Strike.objects.create(
        review=Review.objects.struck().get(), reason="Never held", asked_on=date(2017, 7, 1),
        asked_by=UserFactory(), confirmed_on=date(2017, 7, 1), confirmed_by=UserFactory(),
    )  # fmt: skip
    outcome = bring_in(child(), episode(), review())
    assert not Review.objects.held().exists()
    assert any("101 on 20 September 2016" in note for note in outcome.notes)
