"""The page of patterns: each number by hand, and each opens exactly what it counts."""

import re
from datetime import date
from html import unescape
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from disputes.ladder import DEFAULT, new_ladder
from disputes.models import Dispute, GoodPractice
from statute.timescales import deadline
from tests.factories import (
    CALENDAR,
    CaseHoldingFactory,
    ChildFactory,
    DisputeFactory,
    SocialWorkerFactory,
    TeamFactory,
)

pytestmark = pytest.mark.django_db
NUMBER = re.compile(r'<a class="govuk-link" href="([^"]+)">([\d,]+)<span')
FIGURE = re.compile(r'<a href="([^"]+)">\s*<span class="house-stats__number">([\d,]+)<')
JUNE_12, JULY_3 = date(2017, 6, 12), date(2017, 7, 3)


def dispute(raised_on, *, formal_on=None, stage=0, settled_on=None, outcome="", **more):
    """A dispute as it stands; closed on the day it was settled where it has an outcome."""
    total = deadline("dispute_total", formal_on, CALENDAR).due_on if formal_on else None
    closed = {"state": "closed", "closed_on": settled_on, "outcome": outcome, "what_changed": "So."}
    return DisputeFactory(
        raised_on=raised_on,
        formal_on=formal_on,
        stage=stage or (1 if formal_on else 0),
        total_due_on=total,
        settled_on=settled_on,
        **(closed if outcome else {"state": "accepted"} if settled_on else {}) | more,
    )


@pytest.fixture
def worker():
    return SocialWorkerFactory(name="Wilma Reed", team=TeamFactory(name="North"))


@pytest.fixture
def twelve(iro, other_iro, worker):
    """Twelve disputes over the edges of the twelve months from 21 July 2016 to 20 July 2017."""
    new_ladder(DEFAULT, on=date(2016, 4, 1))
    south = TeamFactory(name="South")
    for _ in range(20):
        CaseHoldingFactory(team=worker.team, worker=worker, started_on=date(2016, 1, 1))
    north = {"team": worker.team, "worker": worker, "iro": iro}
    dispute(date(2016, 7, 20), theme="health")  # the day before
    dispute(date(2016, 7, 21), theme="health", iro=other_iro)  # the first day
    dispute(date(2017, 7, 20), theme="health", team=south)  # the last day
    for _ in range(3):
        dispute(JUNE_12, **north)
    dispute(JUNE_12, theme="placement", **north)
    dispute(JULY_3, theme="placement", **north)
    dispute(  # settled in the window and raised before it; exactly 20 working days
        date(2016, 7, 1), formal_on=date(2016, 7, 4), settled_on=date(2016, 8, 1), outcome="upheld"
    )
    dispute(  # one more than 20
        date(2017, 1, 9),
        formal_on=date(2017, 1, 9),
        settled_on=date(2017, 2, 7),
        outcome="partly",
        theme="education",
        iro=iro,
    )
    dispute(date(2017, 1, 9), settled_on=date(2017, 1, 11), theme="education", iro=iro)
    dispute(
        date(2017, 5, 2), formal_on=date(2017, 5, 3), stage=3, cafcass_on=date(2017, 5, 4),
        theme="permanence", team=south, iro=iro,
    )  # fmt: skip
    good = {"child": ChildFactory(), "text": "Well done.", "raised_by": iro, "iro": iro}
    GoodPractice.objects.create(theme="health", raised_on=JUNE_12, team=worker.team, **good)
    GoodPractice.objects.create(theme="health", raised_on=date(2016, 7, 20), **good)


@pytest.fixture
def page(client_for, practice_manager):
    """The page as the practice manager sees it: `page("?team=1")`."""
    client = client_for(practice_manager)
    return lambda query="": client.get(f"{reverse('dispute_patterns')}{query}")


def table(answer, id):
    """A table's rows as they are read."""
    every = {one.id: one for section in answer.context["sections"] for one in section.tables}
    return [[cell.words for cell in row] for row in every[id].rows]


def test_what_was_raised_in_the_window_is_counted_by_month_theme_and_whom(twelve, page):
    answer = page()
    months = {row[0]: row[1:] for row in table(answer, "by-month")}
    assert len(months) == 13
    assert months["July 2016"] == ["1", "0", "0"]
    assert months["June 2017"] == ["4", "0", "1"]
    assert months["July 2017"] == ["2", "0", "0"]
    assert months["January 2017"] == ["2", "1", "0"]
    assert table(answer, "by-group") == [["Delay", "4", "0"], ["Practice", "6", "1"]]
    assert table(answer, "by-theme") == [
        ["Drift and delay", "3", "0"],
        ["Placement", "2", "0"],
        ["Education", "2", "0"],
        ["Health", "2", "1"],
        ["Permanence", "1", "0"],
    ]
    assert table(answer, "by-team") == [
        ["North", "5", "3", "2", "1", "20.0", "25.0", ""],
        ["South", "2", "1", "1", "0", "–", "–", ""],
        ["No team", "3", "0", "3", "0", "–", "–", ""],
    ]
    assert table(answer, "by-worker")[0] == ["Wilma Reed", "5", "3", "2", "0", "20.0", "25.0", ""]
    assert sorted(row[1] for row in table(answer, "by-iro")) == ["1", "1", "8"]


def test_repeated_issues_are_ranked_and_small_numbers_marked(twelve, page, worker):
    answer = page()
    assert table(answer, "repeated-by-worker") == [
        ["Wilma Reed", "Drift and delay", "3", "20.0", "15.0", ""],
        ["Wilma Reed", "Placement", "2", "20.0", "10.0", "Small number"],
    ]
    assert [row[0] for row in table(answer, "repeated-by-team")] == ["North", "North"]
    assert "The same theme with the same team" in answer.content.decode()


def test_what_was_settled_in_the_window_is_timed_and_shared_out(twelve, page):
    answer = page()
    # From the day raised 21, 21 and 2 working days; from the day they became formal 20 and 21.
    assert table(answer, "times") == [
        ["All, from the day raised", "3", "21", "21"],
        ["Formal, from the day raised", "2", "21", "21"],
        ["Formal, from the day they became formal", "2", "20.5", "21"],
    ]
    assert table(answer, "within-20") == [
        ["Within 20 working days", "1", "50.0%"],
        ["Later", "1", "50.0%"],
    ]
    assert [row[:2] for row in table(answer, "outcomes")] == [
        ["Upheld", "1"], ["Partly upheld", "1"], ["Not upheld", "0"], ["Withdrawn", "0"],
        ["Agreed, and still followed up", "1"],
    ]  # fmt: skip


def test_open_ones_are_counted_today_whenever_they_were_raised(twelve, page):
    answer = page()
    open_now = {row[0]: row[1:] for row in table(answer, "open")}
    # Nine informal ones: seven past their day, one raised today, one settled and followed up.
    assert open_now["Informal"] == ["9", "7", "1"]
    assert open_now["Assistant director"] == ["1", "1", "0"]
    strip = {one["label"]: one["number"] for one in answer.context["strip"]}
    assert strip["Raised in these days"] == 10
    assert strip["Open today"] == 10
    assert strip["Raised and referred to Cafcass"] == 1


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?group=practice",
        "?theme=placement",
        "?since=2017-06-01&until=2017-06-30",
        "?team={team}",
        "?iro={iro}&group=delay",
    ],
)
def test_every_number_opens_exactly_its_disputes(
    twelve, page, client_for, practice_manager, worker, iro, query
):
    words = page(query.format(team=worker.team_id, iro=iro.pk)).content.decode()
    links = [*NUMBER.findall(words), *FIGURE.findall(words)]
    assert len(links) > 15
    client = client_for(practice_manager)
    for href, number in links:
        opened = client.get(unescape(href))
        assert opened.context["page"].paginator.count == int(number), unescape(href)


def test_one_dispute_more_moves_its_numbers(twelve, page, worker):
    before = page()
    dispute(JULY_3, team=worker.team, worker=worker, theme="placement")
    after = page()
    assert table(before, "repeated-by-worker")[1][2:] == ["2", "20.0", "10.0", "Small number"]
    rows = {row[1]: row[2:] for row in table(after, "repeated-by-worker")}
    assert rows["Placement"] == ["3", "20.0", "15.0", ""]
    assert table(after, "by-group")[1][1] == "7"


def test_a_worker_who_came_late_is_measured_by_the_days_they_were_there(twelve, page, worker):
    late = SocialWorkerFactory(name="Ada New", team=worker.team)
    for _ in range(30):
        CaseHoldingFactory(team=worker.team, worker=late, started_on=date(2017, 6, 21))
    for _ in range(3):
        dispute(JULY_3, team=worker.team, worker=late, theme="health")
    rows = {row[0]: row for row in table(page(), "repeated-by-worker")}
    # Thirty children for 30 of 365 days are 2.5: too few to rank.
    assert rows["Ada New"] == ["Ada New", "Health", "3", "2.5", "121.7", "Small number"]
    june_21_on = {row[0]: row for row in table(page("?since=2017-06-21"), "repeated-by-worker")}
    assert june_21_on["Ada New"] == ["Ada New", "Health", "3", "30.0", "10.0", ""]


def test_no_rate_is_given_while_an_iro_is_chosen(twelve, page, iro):
    answer = page(f"?iro={iro.pk}")
    assert table(answer, "repeated-by-worker")[0] == [
        "Wilma Reed", "Drift and delay", "3", "–", "–", "",
    ]  # fmt: skip
    assert "no rate is given while an IRO is chosen" in answer.content.decode()
    assert len(table(answer, "by-team")[0]) == 5


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?since=2017-07-02&until=2017-07-01", "The first day must be on or before the last day"),
        ("?until=2017-07-21", "The last day must be today or earlier"),
        ("?since=2014-07-20", "The days can be at most 3 years apart"),
        ("?since=yesterday", "Enter a real day, like 2017-07-20"),
    ],
)
def test_days_that_make_no_sense_are_said_and_the_usual_ones_shown(twelve, page, query, sentence):
    answer = page(query)
    words = answer.content.decode()
    assert words.count(sentence) == 2  # at the head of the page and at the field
    assert "From 21 July 2016 to 20 July 2017." in words


def test_each_table_is_a_file_under_the_same_choices(twelve, client_for, group_manager):
    client = client_for(group_manager)
    address = reverse("dispute_patterns_download", args=["repeated-by-worker"])
    lines = client.get(address).content.decode("utf-8-sig").splitlines()
    assert lines[0] == "Social worker,Theme,Disputes,Children held,For each 100 children,Note"
    assert lines[1] == "Wilma Reed,Drift and delay,3,20.0,15.0,"
    answer = client.get(address, {"as": "xlsx", "theme": "placement"})
    sheet = load_workbook(BytesIO(answer.content)).active
    assert [cell.value for cell in sheet[2]][:3] == ["Wilma Reed", "Placement", 2]
    assert client.get(reverse("dispute_patterns_download", args=["nothing"])).status_code == 404


def test_the_page_of_a_service_without_a_dispute_says_so(council, page):
    words = page().content.decode()
    assert "No dispute is open." in words
    assert "No theme was raised twice with the same team in these days." in words


def test_more_disputes_cost_no_more_questions(twelve, page, worker):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            page()
        return len(queries)

    page()
    few = asked()
    for _ in range(8):
        dispute(JUNE_12, team=TeamFactory(), worker=SocialWorkerFactory())
    assert asked() == few
    assert Dispute.objects.count() == 20
