"""Children's feedback, collated: counted by question, in their words, without their names."""

import csv
import io
from datetime import UTC, date, datetime

import pytest

from reviews.feedback import collate, iros_with_enough, months_with_feedback, year_round
from reviews.models import ChildsPage
from reviews.voice_codes import link_hash
from tests.factories import HeldReviewFactory, UserFactory

FIRST, LAST = date(2017, 6, 1), date(2017, 7, 31)
AT = datetime(2017, 7, 10, 16, tzinfo=UTC)


@pytest.fixture
def said(iro):
    """Keep one child's answers about a review."""

    def say(words="", *, choice="good", chair=iro, held_on=date(2017, 7, 6), finished=True):
        review = HeldReviewFactory(
            period__started_on=date(2017, 5, 1),
            period__child__family_name="Featherstone",
            held_on=held_on,
            chair=chair,
        )
        return ChildsPage.objects.create(
            review=review,
            kind="feedback",
            code_hash=link_hash(str(review.pk)),
            made_at=AT,
            made_by=iro,
            expires_on=date(2017, 8, 10),
            answers={"listened": {"choice": choice, "words": words}},
            saved_at=AT,
            finished_at=AT if finished else None,
        )

    return say


def test_answers_are_counted_by_question(said):
    for choice in ("great", "good", "good"):
        said(choice=choice)
    listened = collate(FIRST, LAST).questions[0]
    assert [number for _, _, number in listened.counts] == [1, 2, 0, 0, 0]


def test_the_response_rate_is_those_finished_of_those_asked(said):
    said()
    said("Not finished", finished=False)
    told = collate(FIRST, LAST)
    assert (told.offered, told.finished) == (2, 1)
    assert "Not finished" not in str(told.said)


def test_a_link_made_anew_counts_as_one_child_asked(said):
    page = said(finished=False)
    ChildsPage.objects.filter(pk=page.pk).update(withdrawn_at=AT)
    page.pk, page.code_hash = None, "another"
    page.save()
    assert collate(FIRST, LAST).offered == 1


def test_a_review_counts_in_the_month_it_was_held(said):
    said(held_on=date(2017, 7, 1))
    said(held_on=date(2017, 6, 30))
    assert collate(date(2017, 7, 1), LAST).finished == 1


def test_of_one_iro_nothing_is_told_below_five(said, iro):
    for _ in range(4):
        said("Told in confidence")
    told = collate(FIRST, LAST, chair=iro)
    assert (told.too_few, told.said, told.finished) == (True, [], 0)
    assert iros_with_enough(FIRST, LAST) == []
    said()
    assert not collate(FIRST, LAST, chair=iro).too_few
    assert iros_with_enough(FIRST, LAST) == [iro]


def test_what_is_left_of_the_whole_without_those_shown_is_not_of_a_few(said, iro, other_iro):
    third = UserFactory()
    for chair, number in ((iro, 6), (other_iro, 5), (third, 4)):
        for _ in range(number):
            said(chair=chair)
    # The third's four would be all that is left: so the one with the fewest is hidden, too.
    assert iros_with_enough(FIRST, LAST) == [iro]
    assert collate(FIRST, LAST, chair=other_iro).too_few
    said(chair=None)
    assert iros_with_enough(FIRST, LAST) == sorted([iro, other_iro], key=lambda one: one.first_name)


def test_one_iro_is_told_of_by_whole_years(said, iro, practice_manager, client_for):
    for day in (5, 6, 7, 10, 11):
        said("In June", held_on=date(2017, 6, day))
    said("In July", held_on=date(2017, 7, 6))
    page = client_for(practice_manager).get(f"/feedback/?from=2017-06&to=2017-06&iro={iro.pk}")
    assert page.context["told"].finished == 6
    assert year_round(date(2017, 3, 31)) == (date(2016, 4, 1), date(2017, 3, 31))
    assert year_round(date(2017, 4, 1)) == (date(2017, 4, 1), date(2018, 3, 31))


def test_months_in_which_few_answered_go_together(said):
    for month, number in ((5, 5), (6, 2), (7, 4)):
        for _ in range(number):
            said(held_on=date(2017, month, 8))
    june_and_july, may = months_with_feedback(LAST)
    assert may == (date(2017, 5, 1), date(2017, 5, 1))
    assert june_and_july == (date(2017, 6, 1), date(2017, 7, 1))


def test_a_last_month_of_few_goes_with_those_before(said):
    for month, number in ((5, 5), (6, 6), (7, 1)):
        for _ in range(number):
            said(held_on=date(2017, month, 8))
    newest, _ = months_with_feedback(LAST)
    assert newest == (date(2017, 6, 1), date(2017, 7, 1))


@pytest.mark.parametrize("address", ["/feedback/", "/feedback/download/"])
def test_an_iro_asked_for_in_the_address_is_hidden_below_five_too(
    address, said, iro, practice_manager, client_for
):
    for _ in range(4):
        said("Told in confidence")
    answer = client_for(practice_manager).get(f"{address}?iro={iro.pk}")
    assert "Told in confidence" not in answer.content.decode()


def test_the_page_gives_age_band_and_month_and_no_name(said, practice_manager, client_for):
    page = said("There were biscuits & <b>juice</b>")
    shown = client_for(practice_manager).get("/feedback/").content.decode()
    assert "There were biscuits &amp; &lt;b&gt;juice&lt;/b&gt;" in shown
    assert "5 to 10 · 2017-07" in shown
    for secret in ("Featherstone", page.review.child.given_name, page.review.child.reference):
        assert secret not in shown


def test_the_file_runs_no_formula_and_names_nobody(said, practice_manager, client_for):
    said('=HYPERLINK("http://example.org")')
    answer = client_for(practice_manager).get("/feedback/download/")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[1][:4] == ["2017-07", "5 to 10", "Did people listen to you?", "Mostly"]
    assert rows[1][4].startswith("'=")
    assert "Featherstone" not in str(rows)


@pytest.mark.parametrize(
    "query", ["?from=x&to=y&iro=z", "?from=2017-07&to=2016-01&iro=99999999999"]
)
def test_odd_addresses_are_taken_calmly(query, said, practice_manager, client_for):
    said()
    assert client_for(practice_manager).get(f"/feedback/{query}").status_code == 200


def test_the_iro_reads_their_own_childrens_and_another_iro_does_not(said, iro):
    page = said("For my IRO")
    assert not ChildsPage.objects.readable_by(UserFactory(), on=LAST).filter(pk=page.pk).exists()
