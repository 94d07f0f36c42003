"""Each section prints what the figures say, for each reader, and says where there is nothing."""

from datetime import date

import pytest

from reporting.audience import Audience
from reporting.figures import figures
from reporting.report import compose
from tests.factories import (
    FootprintFactory,
    IROPostFactory,
    MidwayCheckFactory,
    PeriodFactory,
    QualityAuditFactory,
    StaffFactsFactory,
    StaffingChangeFactory,
    TrainingFactory,
    UnitManagerFactory,
    UserFactory,
)
from tests.reporting.figures_sample import TODAY, sample

pytestmark = pytest.mark.django_db


def tables(figure: dict, section: str, audience: str = Audience.INTERNAL) -> dict:
    (found,) = [one for one in compose(figure, audience=audience).sections if one.id == section]
    return {table.id: table for part in found.parts for table in part.tables}


def words(figure: dict, section: str) -> str:
    (found,) = [one for one in compose(figure).sections if one.id == section]
    return " ".join(one for part in found.parts for one in part.words)


def rows(table) -> list[list]:
    return [list(row) for row in table.rows]


def test_the_team_stands_beside_the_children(council):
    StaffFactsFactory(person=IROPostFactory().iro, sex="F", ethnicity="AIND")
    IROPostFactory()
    PeriodFactory(child__sex="M"), PeriodFactory(child__sex="F"), PeriodFactory(child__sex="M")
    told = tables(figures("2016-17", on=TODAY), "team")
    assert rows(told["team-by-sex"]) == [
        ["Male", "0", "0.0%", "66.7%"],
        ["Female", "1", "50.0%", "33.3%"],
        ["Not said", "1", "50.0%", "0.0%"],
    ]
    groups = {row[0]: row[1:] for row in rows(told["team-by-ethnic-group"])}
    assert groups["Asian or Asian British"] == ["1", "50.0%", "0.0%"]
    assert groups["White"] == ["0", "0.0%", "100.0%"]


def test_where_nobody_said_who_they_are_the_report_says_that(council):
    IROPostFactory()
    figure = figures("2016-17", on=TODAY)
    assert "team-by-sex" not in tables(figure, "team")
    assert "No IRO has said their sex or ethnicity here" in words(figure, "team")


def test_single_iros_stand_only_in_the_internal_edition(council):
    figure = sample()
    assert rows(tables(figure, "team")["caseload-by-iro"])[0][0] == "Zuzanna Hidden"
    public = tables(figure, "team", Audience.PUBLIC)
    assert "caseload-by-iro" not in public
    assert "caseload-spread" in public


def test_managers_changes_and_training_are_printed(council):
    UnitManagerFactory(name="Ida Brook", title="Group manager", started_on=date(2017, 3, 6))
    StaffingChangeFactory(on=date(2016, 7, 15), kind="left", words="An IRO retired.")
    TrainingFactory(title="Care plans", held_on=date(2016, 5, 19), hours="3.5", attended=10)
    figure = figures("2016-17", on=TODAY)
    (manager,) = rows(tables(figure, "management")["managers"])
    assert manager == ["Ida Brook", "Group manager", "The whole unit.", "6 Mar 2017", "In post"]
    (change,) = rows(tables(figure, "team")["staffing-changes"])
    assert change == ["15 Jul 2016", "Left the team", "An IRO retired."]
    (event,) = rows(tables(figure, "development")["training"])
    assert event == ["19 May 2016", "Care plans", "Training", "3.5", "10"]


def test_oversight_prints_its_months_and_kinds(council):
    MidwayCheckFactory(
        due_on=date(2017, 5, 2), done_on=date(2017, 5, 2), done_by=UserFactory(), outcome="on_track"
    )
    FootprintFactory(on=date(2017, 4, 3), kind="visit")
    figure = figures("2017-18-Q1", on=TODAY)
    told = tables(figure, "oversight")
    assert rows(told["midway-checks"])[1] == ["May 2017", "1", "1", "0", "0", "100.0%"]
    assert list(told["midway-checks"].total) == ["Three months", "1", "1", "0", "0", "100.0%"]
    assert ["Visit to the child", "1", "100.0%"] in rows(told["contacts"])
    assert "They are recorded since 3 April 2017." in words(figure, "oversight")
    assert "they are since 3 April 2017." in words(figures("2016-17", on=TODAY), "oversight")


def test_audits_print_grades_and_themes(council):
    QualityAuditFactory(audited_on=date(2017, 1, 9), grade="good", strong=["voice"], weak=[])
    told = tables(figures("2016-17", on=TODAY), "audits")
    assert ["Good", "1", "100.0%"] in rows(told["audit-grades"])
    assert ["The child's voice", "1", "0"] in rows(told["audit-themes"])


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("audits", "No audit was entered for the time of this report."),
        ("development", "No training or other event of development was entered"),
        ("oversight", "were not recorded in the time of this report."),
        ("voice", "No child was offered a page for feedback"),
        ("team", "No IRO post was filled"),
    ],
)
def test_a_section_with_nothing_in_it_says_so(council, section, said):
    assert said in words(figures("2016-17", on=TODAY), section)


def test_a_report_of_three_months_goes_through_every_section(council):
    figure = figures("2016-17-Q2", on=TODAY)
    assert compose(figure).title == "Independent Reviewing Officers' quarterly report"
    assert "not known" in words(figures("2015-16-H1", on=TODAY), "voice")
