"""Medians, percentiles, children held and what counts as repeated, each by hand."""

from datetime import date
from decimal import Decimal

import pytest

from disputes.models import Dispute
from disputes.patterns import (
    Held,
    Window,
    facts,
    held_between,
    kept_from,
    median,
    nearest_rank,
    repeated,
    spread_of,
)
from disputes.patterns.repeated import is_small
from tests.factories import (
    CALENDAR,
    CaseHoldingFactory,
    DisputeFactory,
    SocialWorkerFactory,
    TeamFactory,
)

JUNE = Window(date(2017, 6, 1), date(2017, 6, 30))  # thirty days


@pytest.mark.parametrize(
    ("values", "middle", "ninetieth"),
    [
        ([], None, None),
        ([7], 7, 7),
        ([3, 1], 2, 3),
        ([1, 2], Decimal("1.5"), 2),
        ([5, 1, 3], 3, 5),
        ([0, 0, 0], 0, 0),
        (list(range(1, 10)), 5, 9),  # of nine the 8.1st, so the ninth
        (list(range(1, 11)), Decimal("5.5"), 9),  # of ten exactly the ninth
        (list(range(1, 12)), 6, 10),  # of eleven the 9.9th, so the tenth
        (list(range(1, 101)), Decimal("50.5"), 90),
        ([100, *[1] * 9], 1, 1),  # one slow one of ten is beyond the 90th percentile
        ([100, *[1] * 8], 1, 100),
    ],
)
def test_the_middle_and_the_slow_end(values, middle, ninetieth):
    assert (median(values), nearest_rank(values, 90)) == (middle, ninetieth)


def test_working_days_leave_out_christmas_and_the_day_it_was_raised():
    days = [
        (date(2016, 12, 22), date(2017, 1, 6)),  # 23, 28-30 December, 3-6 January
        (date(2017, 6, 12), date(2017, 6, 12)),
        (date(2017, 6, 12), date(2017, 6, 19)),
    ]
    spread = spread_of(days, CALENDAR)
    assert (spread.disputes, spread.median, spread.ninetieth) == (3, 5, 8)


def test_the_usual_window_is_the_twelve_months_up_to_the_day():
    window = Window.up_to(date(2017, 7, 20))
    assert (window.first, window.last, window.days) == (date(2016, 7, 21), date(2017, 7, 20), 365)
    months = window.months
    assert (len(months), months[0].last, months[-1].first) == (
        13, date(2016, 7, 31), date(2017, 7, 1),
    )  # fmt: skip
    assert sum(month.days for month in months) == window.days
    assert Window.up_to(date(2016, 2, 29)).first == date(2015, 3, 1)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("started_on", "ended_on", "children"),
    [
        (date(2017, 1, 1), None, 1),
        (date(2017, 6, 1), date(2017, 7, 1), 1),
        (date(2017, 6, 16), None, Decimal("0.5")),  # 15 of 30 days
        (date(2017, 1, 1), date(2017, 6, 4), Decimal("0.1")),  # 1, 2 and 3 June
        (date(2017, 6, 30), None, Decimal(1) / 30),
        (date(2017, 7, 1), None, 0),
        (date(2017, 1, 1), date(2017, 6, 1), 0),  # the day of the end is no longer part of it
    ],
)
def test_a_child_counts_for_the_days_it_was_held(started_on, ended_on, children):
    worker = SocialWorkerFactory()
    CaseHoldingFactory(team=worker.team, worker=worker, started_on=started_on, ended_on=ended_on)
    held = held_between(JUNE)
    assert held.of("team", worker.team_id) == children
    assert held.of("worker", worker.pk) == children


@pytest.mark.django_db
def test_children_without_a_worker_are_the_teams_and_a_worker_is_measured_in_each_team():
    worker, other = SocialWorkerFactory(), TeamFactory()
    CaseHoldingFactory(team=worker.team, worker=worker)
    CaseHoldingFactory(team=worker.team)
    CaseHoldingFactory(team=other, worker=worker)
    held = held_between(JUNE)
    assert (held.of("team", worker.team_id), held.of("worker", worker.pk)) == (2, 2)
    assert held_between(JUNE, team=other.pk).of("worker", worker.pk) == 1


@pytest.mark.parametrize(
    ("disputes", "children", "small"),
    [(3, 10, False), (2, 10, True), (3, Decimal("9.9"), True), (40, 0, True)],
)
def test_under_three_disputes_or_ten_children_is_a_small_number(disputes, children, small):
    assert is_small(disputes, Decimal(children)) is small


@pytest.mark.django_db
def test_repeated_issues_are_ranked_by_rate_and_small_numbers_follow_by_name():
    teams = {name: TeamFactory(name=name) for name in ("Ash", "Birch", "Cedar", "Damson", "Elm")}
    for name, number in {"Ash": 3, "Birch": 3, "Cedar": 2, "Damson": 4, "Elm": 1}.items():
        for _ in range(number):
            DisputeFactory(team=teams[name], theme="health")
    DisputeFactory(team=teams["Ash"], theme="placement")
    DisputeFactory(team=None, theme="health")
    DisputeFactory(team=None, theme="health")
    children = {"Ash": 20, "Birch": 15, "Cedar": 50, "Damson": 9, "Elm": 10}
    held = Held({teams[name].pk: Decimal(number) for name, number in children.items()}, {})
    names = {team.pk: name for name, team in teams.items()}
    found = repeated(facts(Dispute.objects.all()), "team", held, name=lambda pk: names[pk])
    # 3 of 15 children before 3 of 20; two disputes, or nine children, are small; once is no issue.
    assert [(names[one.pk], one.disputes, str(one.per_100), one.small) for one in found] == [
        ("Birch", 3, "20.0", False),
        ("Ash", 3, "15.0", False),
        ("Cedar", 2, "4.0", True),
        ("Damson", 4, "44.4", True),
    ]


@pytest.mark.django_db
def test_a_rate_of_no_children_is_not_known():
    worker = SocialWorkerFactory()
    for _ in range(3):
        DisputeFactory(worker=worker, team=worker.team, theme="health")
    one = repeated(facts(Dispute.objects.all()), "worker", Held({}, {}), name=lambda pk: "Ann")
    assert [(row.per_100, row.small) for row in one] == [(None, True)]


@pytest.mark.django_db
def test_disputes_are_kept_from_the_first_ladder():
    assert kept_from() is None
    DisputeFactory(raised_on=date(2017, 6, 12))
    assert kept_from() == date(2017, 6, 12)
