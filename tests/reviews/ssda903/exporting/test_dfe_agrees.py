"""DfE's own rules, as others have written them, have nothing against the reviews handed out."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from reviews.models import Review
from statute.reporting_year import ReportingYear
from tests.factories import ChildFactory, PeriodFactory
from tests.reviews.ssda903.exporting.returns import YEAR, in_care, reviewed
from tests.ssda903.validator import rules_failing


@pytest.mark.usefixtures("demonstration")
def test_the_demonstration_s_return_passes_and_says_what_it_holds_back(tmp_path):
    aside = StringIO()
    call_command("export_ssda903", "2016-17", str(tmp_path), stdout=StringIO(), stderr=aside)
    said = rules_failing(tmp_path, YEAR)
    assert said["failing"] == {}
    assert said["not_run"] == []
    held = Review.objects.held_between(YEAR.first, YEAR.last)
    assert held.count() == 1875
    assert said["rows"]["Reviews"] == 1875 - 542
    assert "Reviews without a participation code: 542." in aside.getvalue()


@pytest.mark.django_db
@pytest.mark.parametrize("year", [2016, 2023, 2024, 2025])
def test_a_return_with_every_fault_passes_because_they_are_held_back(tmp_path, a_day, year):
    of = ReportingYear(year)
    a_day(of.last)
    since, day = of.first, date(of.begins_in, 9, 14)
    small = ChildFactory(date_of_birth=date(of.begins_in - 2, 9, 1))
    grown = ChildFactory(date_of_birth=date(of.begins_in - 9, 9, 1))
    four = ChildFactory(date_of_birth=date(of.begins_in - 4, 9, 14))
    reviewed(in_care(since=since, child=small), day, participation_code="PN0")
    reviewed(in_care(since=since, child=grown), day, participation_code="PN6")
    reviewed(in_care(since=since, child=four), day, participation_code="PN0")
    wrong = ChildFactory(date_of_birth=date(of.begins_in - 2, 1, 1))
    reviewed(in_care(since=since, child=wrong), day, participation_code="PN0")
    type(wrong).objects.filter(pk=wrong.pk).update(date_of_birth=date(of.begins_in - 8, 1, 1))
    reviewed(in_care(since=since), day, participation_code="")
    reviewed(PeriodFactory(started_on=since), day)
    mother = ChildFactory(is_mother=True, mothers_child_born_on=of.first)
    reviewed(in_care(since=since, child=mother, legal_status="V3"), day)
    call_command("export_ssda903", str(of), str(tmp_path), stdout=StringIO(), stderr=StringIO())
    said = rules_failing(tmp_path, of)
    assert (said["failing"], said["not_run"]) == ({}, [])
    assert said["rows"]["Reviews"] == 3
