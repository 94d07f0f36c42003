"""What the return of a year tells of children, care and reviews, and what it leaves out."""

from datetime import date

import pytest

from cohort.models import PreviousPermanence
from statute.reporting_year import ReportingYear
from tests.factories import ChildFactory, EpisodeFactory, PeriodFactory
from tests.reviews.ssda903.exporting.returns import YEAR, in_care, reviewed, rows_of

pytestmark = pytest.mark.django_db
FIRST, LAST = YEAR.first, YEAR.last


@pytest.mark.parametrize(
    ("since", "until", "is_told"),
    [
        (date(2015, 1, 5), date(2016, 3, 31), False),  # over the day before
        (date(2015, 1, 5), date(2016, 4, 1), True),  # over on the first day
        (date(2015, 1, 5), None, True),
        (date(2017, 3, 31), None, True),  # begun on the last day
        (date(2017, 4, 1), None, False),
    ],
)
def test_a_child_is_told_of_who_was_looked_after_on_any_day_of_the_year(since, until, is_told):
    in_care(since=since, until=until)
    assert bool(rows_of("Header")) == bool(rows_of("Episodes")) == is_told


def test_an_episode_of_a_child_outside_the_year_is_left_out():
    period = PeriodFactory(started_on=date(2015, 1, 5))
    EpisodeFactory(period=period, ended_on=date(2015, 9, 1), reason_ended="X1")
    EpisodeFactory(period=period, started_on=date(2015, 9, 1), reason_new="P")
    assert [row["DECOM"] for row in rows_of("Episodes")] == ["01/09/2015"]


def test_what_happened_after_31_march_is_not_told():
    child = ChildFactory(is_mother=True, mothers_child_born_on=date(2017, 4, 1))
    child.unaccompanied, child.unaccompanied_until = True, date(2017, 5, 14)
    child.save()
    in_care(child=child, until=date(2017, 4, 1), reason_place_change="CARPL")
    (episode,) = rows_of("Episodes")
    assert (episode["DEC"], episode["REC"], episode["REASON_PLACE_CHANGE"]) == ("", "", "")
    (header,) = rows_of("Header")
    assert (header["MOTHER"], header["MC_DOB"]) == ("0", "")
    assert [row["DUC"] for row in rows_of("UASC")] == [""]


def test_what_happened_on_31_march_is_told():
    child = ChildFactory(is_mother=True, mothers_child_born_on=LAST)
    in_care(child=child, until=LAST, reason_place_change="CARPL")
    (episode,) = rows_of("Episodes")
    end = (episode["DEC"], episode["REC"], episode["REASON_PLACE_CHANGE"])
    assert end == ("31/03/2017", "E4a", "CARPL")
    (header,) = rows_of("Header")
    assert (header["MOTHER"], header["MC_DOB"]) == ("1", "31/03/2017")


def test_facts_go_out_as_they_came_in():
    child = ChildFactory(reference="0007/é", upn="UN4", is_mother=False)
    where = {"home_postcode": "WR1 1AA", "placement_postcode": "WR52BB", "urn": "XXXXXXX"}
    in_care(child=child, **where)
    PreviousPermanence.objects.create(
        child=child, option="P2", authority="885", ordered_on="zz/zz/2012"
    )
    (header,) = rows_of("Header")
    assert list(header.values()) == ["0007/é", "2", "14/05/2008", "WBRI", "UN4", "0", ""]
    (episode,) = rows_of("Episodes")
    assert list(episode.values())[-3:] == list(where.values())
    (before,) = rows_of("PrevPerm")
    assert list(before.values()) == ["0007/é", "14/05/2008", "P2", "885", "zz/zz/2012"]


@pytest.mark.parametrize(
    ("year", "codes"), [(2023, ["1", "2", "U"]), (2024, ["M", "F", "U"]), (2016, ["1", "2", "U"])]
)
def test_sex_is_a_number_until_2023_24_and_a_letter_from_then_on(year, codes):
    for reference, sex in (("A", "M"), ("B", "F"), ("C", "U")):
        in_care(child=ChildFactory(reference=reference, sex=sex, unaccompanied=True))
    of = ReportingYear(year)
    assert [row["SEX"] for row in rows_of("Header", of)] == codes
    assert [row["SEX"] for row in rows_of("UASC", of)] == codes


@pytest.mark.parametrize(
    ("until", "is_told"), [(date(2016, 3, 31), False), (date(2016, 4, 1), True), (None, True)]
)
def test_a_child_is_in_uasc_who_was_unaccompanied_on_any_day_of_the_year(until, is_told):
    in_care(child=ChildFactory(unaccompanied=True, unaccompanied_until=until))
    in_care(child=ChildFactory(unaccompanied=False))
    in_care(child=ChildFactory(unaccompanied=True), since=date(2017, 4, 1))
    assert len(rows_of("UASC")) == is_told


def test_reviews_held_in_the_year_are_told_and_no_others():
    period = in_care(since=date(2016, 1, 4))
    for day in (date(2016, 3, 31), FIRST, LAST, date(2017, 4, 1)):
        reviewed(period, day)
    reviewed(period, date(2016, 8, 1), struck_on=date(2016, 8, 2))  # recorded in error
    told = [(row["REVIEW"], row["REVIEW_CODE"], row["DOB"]) for row in rows_of("Reviews")]
    assert told == [("01/04/2016", "PN1", "14/05/2008"), ("31/03/2017", "PN1", "14/05/2008")]


def test_of_short_breaks_alone_neither_reviews_nor_mothers_are_told():
    mother = ChildFactory(is_mother=True, mothers_child_born_on=date(2016, 5, 1))
    reviewed(in_care(child=mother, legal_status="V4"), date(2016, 9, 26))
    (header,) = rows_of("Header")
    assert (header["MOTHER"], header["MC_DOB"]) == ("", "")
    assert rows_of("Reviews") == []


def test_with_short_breaks_and_more_in_the_year_reviews_are_told():
    period = PeriodFactory()
    EpisodeFactory(period=period, legal_status="V4", ended_on=date(2016, 11, 1), reason_ended="X1")
    EpisodeFactory(period=period, legal_status="C2", reason_new="L", started_on=date(2016, 11, 1))
    reviewed(period, date(2016, 9, 26))
    assert len(rows_of("Reviews")) == 1


def test_what_was_more_than_short_breaks_in_another_year_does_not_count():
    period = PeriodFactory(started_on=date(2014, 5, 1))
    EpisodeFactory(period=period, ended_on=date(2016, 3, 1), reason_ended="X1")
    EpisodeFactory(period=period, legal_status="V3", started_on=date(2016, 3, 1), reason_new="L")
    reviewed(period, date(2016, 9, 26))
    assert rows_of("Reviews") == []


def test_rows_are_in_the_order_of_reference_and_day_whatever_the_letters():
    for reference in ("b1", "A2", "_3", "a1"):
        reviewed(in_care(child=ChildFactory(reference=reference)), date(2016, 12, 1))
    in_order = ["A2", "_3", "a1", "b1"]
    for table in ("Header", "Episodes", "Reviews"):
        assert [row["CHILD"] for row in rows_of(table)] == in_order
