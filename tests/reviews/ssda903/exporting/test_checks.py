"""What a return is looked through for before it goes out, and where each fault is put right."""

from datetime import date

import pytest
from django.urls import reverse

from cohort.models import Child, PeriodOfCare, PreviousPermanence
from reviews.ssda903.exporting.checks import CHECKS, Severity, counted, what_blocks
from statute.reporting_year import ReportingYear
from tests.factories import ChildFactory, EpisodeFactory, PeriodFactory
from tests.reviews.ssda903.exporting.returns import YEAR, in_care, reviewed, rows_of

pytestmark = pytest.mark.django_db


def found(year: ReportingYear = YEAR) -> dict[str, int]:
    """How many records each check found fault with; nothing of those that found none."""
    return {check.name: number for check, number in counted(year)}


def told(name: str, year: ReportingYear = YEAR):
    """The findings of one check."""
    (check,) = (check for check in CHECKS if check.name == name)
    return [check.tell(record) for record in check.at_fault(year)]


@pytest.fixture
def period():
    """A period of care with nothing wrong in it."""
    child = ChildFactory(upn="UN1", is_mother=False)
    PreviousPermanence.objects.create(child=child, option="P0")
    return in_care(child=child, home_postcode="WR1 1AA", placement_postcode="WR5 2BB")


def test_nothing_is_wrong_with_a_return_that_has_everything(period):
    reviewed(period, date(2016, 10, 3))
    assert found() == {}


def test_a_review_without_a_code_waits_outside_the_return(period):
    review = reviewed(period, date(2016, 10, 3), participation_code="")
    assert found() == {"participation": 1}
    assert rows_of("Reviews") == []
    (finding,) = told("participation")
    assert finding.child == period.child
    assert finding.sentence == "The review of 3 October 2016 has no participation code."
    assert finding.href == reverse("review", args=[review.pk])


def test_a_struck_review_without_a_code_is_no_fault(period):
    reviewed(period, date(2016, 10, 3), participation_code="", struck_on=date(2016, 10, 4))
    assert found() == {}


def test_a_review_of_short_breaks_needs_no_code(period):
    period.episodes.update(legal_status="V3")
    reviewed(period, date(2016, 10, 3), participation_code="")
    assert found() == {}


@pytest.mark.parametrize(
    ("code", "born", "is_wrong"),
    [
        ("PN0", date(2012, 10, 2), True),  # four since the day before
        ("PN0", date(2012, 10, 3), False),  # four on the day: either passes
        ("PN4", date(2012, 10, 3), False),
        ("PN4", date(2012, 10, 4), True),
    ],
)
def test_a_code_that_a_corrected_birth_made_wrong_waits_too(period, code, born, is_wrong):
    fits = date(2014, 1, 1) if code == "PN0" else date(2008, 5, 14)
    Child.objects.update(date_of_birth=fits)
    reviewed(period, date(2016, 10, 3), participation_code=code)
    Child.objects.update(date_of_birth=born)
    assert found() == ({"age": 1} if is_wrong else {})
    assert len(rows_of("Reviews")) == (not is_wrong)
    for finding in told("age"):
        assert code in finding.sentence


def test_a_review_of_a_child_without_an_episode_waits_too():
    reviewed(PeriodFactory(), date(2016, 10, 3))
    assert found() == {"no-episode": 1}
    assert rows_of("Reviews") == rows_of("Header") == []


def test_reviews_a_week_apart_are_looked_at_and_told_of(period):
    for day in (date(2016, 10, 3), date(2016, 10, 10), date(2016, 10, 18)):
        reviewed(period, day)
    (finding,) = told("close")
    assert "10 October 2016" in finding.sentence
    assert len(rows_of("Reviews")) == 3


@pytest.mark.parametrize(("year", "blocks"), [(2016, True), (2023, True), (2024, False)])
def test_a_sex_not_known_blocks_the_return_until_2023_24(period, year, blocks):
    Child.objects.update(sex="U")
    of = ReportingYear(year)
    assert bool(what_blocks(counted(of))) == blocks
    for finding in told("sex", of):
        assert finding.href == reverse("facts_correct", args=[period.child_id])


@pytest.mark.parametrize(
    ("placement", "knows"),
    [  # as the validator's lists of codes have it, year by year
        ("H5", {2016, 2023}),
        ("P2", {2016, 2023}),
        ("K3", {2024, 2025}),
        ("Z1", {2016, 2023, 2024}),
        ("Z11", {2025}),
        ("Z14", {2025}),
        ("U4", {2016, 2023, 2024, 2025}),
    ],
)
def test_a_placement_that_the_year_does_not_know_blocks_the_return(period, placement, knows):
    period.episodes.update(placement=placement)
    for begins_in in (2016, 2023, 2024, 2025):
        blocking = what_blocks(counted(ReportingYear(begins_in)))
        assert [check.name for check, _ in blocking] == (
            [] if begins_in in knows else ["placement"]
        )


def test_an_episode_that_says_another_begins_is_looked_at_where_none_does(period):
    period.episodes.update(ended_on=date(2016, 12, 1), reason_ended="X1")
    assert found() == {"goes-on": 1}
    later = EpisodeFactory(
        period=period, started_on=date(2016, 12, 5), reason_new="P", home_postcode="WR1 1AA",
        placement_postcode="WR5 2BB",
    )  # fmt: skip
    assert found() == {"gap": 1}
    later.started_on = date(2016, 12, 1)
    later.save()
    assert found() == {}


def test_an_end_after_the_year_is_not_asked_about(period):
    period.episodes.update(ended_on=date(2017, 4, 1), reason_ended="X1")
    assert found() == {}


def test_a_first_episode_that_starts_nothing_is_looked_at(period):
    period.episodes.update(reason_new="L")
    assert found() == {"start": 1}
    PeriodOfCare.objects.update(started_on=date(2016, 3, 1))
    period.episodes.update(started_on=date(2016, 3, 31))  # what came before is another year's
    assert found() == {}


def test_an_episode_without_provider_is_looked_at_but_for_a_temporary_one(period):
    period.episodes.update(provider="")
    assert found() == {"provider": 1}
    period.episodes.update(placement="T1")
    assert found() == {}
    period.episodes.update(need="")
    assert "category of need" in told("provider")[0].sentence


def test_facts_the_return_asks_for_are_looked_at(period):
    Child.objects.update(upn="", is_mother=None)
    PreviousPermanence.objects.all().delete()
    period.episodes.update(home_postcode="")
    faults = {"upn": 1, "mother": 1, "previous-permanence": 1, "postcode": 1}
    assert found() == faults
    Child.objects.update(sex="M", unaccompanied=True)
    assert found() == {"upn": 1, "previous-permanence": 1}


def test_a_first_child_who_cannot_be_hers_is_looked_at(period):
    Child.objects.update(mothers_child_born_on=date(2016, 6, 1))
    assert found() == {"first-child": 1}
    Child.objects.update(is_mother=True)
    assert found() == {}
    Child.objects.update(mothers_child_born_on=date(2001, 1, 1))
    assert found() == {"first-child": 1}


def test_only_codes_block():
    assert {check.name for check in CHECKS if check.severity is Severity.BLOCKS} == {
        "sex",
        "placement",
    }


def test_checks_ask_as_much_of_many_records_as_of_one(period, django_assert_num_queries):
    for _ in range(3):
        reviewed(in_care(), date(2016, 10, 3), participation_code="")
    with django_assert_num_queries(len(CHECKS)):
        counted(YEAR)
    with django_assert_num_queries(1):
        assert len(told("participation")) == 3
