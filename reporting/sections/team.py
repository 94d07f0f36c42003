"""The team: its posts, its people, and its caseloads."""

from reporting import drawings, sentences, tables
from reporting.drawings.team import caseload_months
from reporting.sections.shape import Part, Section
from reporting.sentences import team_make_up as said
from reporting.sentences.team import spread, weighted_caseload
from reporting.tables import team_make_up as told
from reporting.tables.team import caseload_months as month_table
from reporting.tables.team import spread as spread_table
from reporting.tables.unit import staffing_changes
from reporting.writing import Writing


def section(figures: dict, _writing: Writing) -> Section:
    """Who the IROs are, how they came and went, and what they carry."""
    return Section("team", [*_people(figures), *_caseloads(figures)], new_page=True)


def _people(figures: dict) -> list[Part]:
    team = figures["team_make_up"]
    return [
        Part(
            "Posts",
            [sentences.posts(figures["caseload"]), said.vacant(team)],
            tables=[told.contracts(team)],
        ),
        Part(
            "Continuity",
            [said.turnover(team), said.experience(team), said.continuity(team)],
            tables=[told.length_of_service(team), staffing_changes(figures["unit"])],
        ),
        Part(
            "The team beside the children",
            [said.nobody_said(team)],
            tables=[told.sexes(figures), told.ethnic_groups(figures)],
        ),
    ]


def _caseloads(figures: dict) -> list[Part]:
    caseload = figures["caseload"]
    return [
        Part(
            "Caseload",
            [
                sentences.average_caseload(caseload),
                sentences.over_limit(caseload),
                spread(caseload),
                caseload["definition"],
            ],
            [drawings.caseloads(figures)],
            [spread_table(caseload), tables.caseloads(caseload)],
        ),
        Part(
            "Caseload by month",
            [weighted_caseload(caseload)],
            [caseload_months(figures)],
            [month_table(caseload)],
        ),
    ]
