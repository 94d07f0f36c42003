"""The demonstration's reports: one being written, one published."""

from datetime import date

import pytest

from iro_service.demonstration.days import TODAY
from reporting.desk.in_the_way import in_the_way
from reporting.handbook import ITEMS
from reporting.measures import MEASURES
from reporting.models import Edition, Passage, Priority, PublishedYear, Quote, Report, Target
from reporting.outline import WRITTEN
from reporting.prose import faults_in

pytestmark = [pytest.mark.usefixtures("in_demonstration"), pytest.mark.slow]


def test_every_passage_is_of_a_section_and_names_figures_that_exist():
    sections = {heading.id for heading in WRITTEN}
    for passage in Passage.objects.all():
        assert passage.section in sections
        assert faults_in(passage.text) == [], passage
        assert passage.saved_at.date() < TODAY


def test_the_years_report_waits_for_what_the_handbook_asks():
    report = Report.objects.get(period="2016-17")
    assert [one.kind for one in in_the_way(report, on=TODAY)] == [
        "section",
        "section",
        "look_back",
        "section",
    ]
    assert report.priorities.count() == 6
    assert set(report.nothings.values_list("item", flat=True)) <= set(ITEMS)


def test_priorities_and_targets_name_measures_that_exist():
    assert set(Target.objects.values_list("measure", flat=True)) <= set(MEASURES)
    assert set(Priority.objects.exclude(figure="").values_list("figure", flat=True)) <= set(
        MEASURES
    )


def test_no_quote_is_older_than_its_consent_allows():
    assert not Quote.objects.filter(consent_on__gt=TODAY).exists()
    assert Quote.objects.filter(for_public=True).exists()


def test_the_half_year_is_published_for_every_reader():
    edition = Edition.objects.get()
    assert edition.report.period == "2016-17-H2"
    assert edition.report.closed_at == edition.published_at
    assert set(edition.documents) == {"internal", "public", "children"}
    assert edition.published_at.date() == date(2017, 5, 15)


def test_children_looked_after_are_published_where_they_are_known():
    known = dict(PublishedYear.objects.values_list("year", "looked_after"))
    assert known == {"2014-15": None, "2015-16": 694}
