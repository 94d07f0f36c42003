"""The schedule: every line names a task there is, and a missed time is caught up."""

from copy import copy
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from iro_service.celery import app

LONDON = ZoneInfo("Europe/London")


def is_due(line: str, *, last: datetime, now: datetime) -> bool:
    """Whether beat starts the line's task now, having started it last at `last`."""
    schedule = copy(app.conf.beat_schedule[line]["schedule"])
    schedule.nowfun = lambda: now
    return schedule.is_due(last).is_due


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of July 2017 in London."""
    return datetime(2017, 7, day, hour, minute, tzinfo=LONDON)


def test_every_line_names_a_task_there_is():
    app.loader.import_default_modules()
    names = {line["task"] for line in app.conf.beat_schedule.values()}
    assert names >= {"reviews.tasks.owe_notices", "reviews.tasks.send_notices"}
    assert names <= set(app.tasks)


@pytest.mark.parametrize(
    ("last", "now", "due"),
    [
        (at(19, 22), at(20, 5, 59), False),
        (at(19, 22), at(20, 6), True),
        (at(20, 6), at(20, 6, 59), False),
        (at(20, 6), at(20, 7), True),
        (at(19, 22), at(20, 9, 17), True),  # the machine was off at six
        (at(10, 6), at(20, 3), True),  # ... and for ten days
    ],
)
def test_notices_are_owed_at_six_and_a_missed_hour_is_caught_up(last, now, due):
    assert is_due("owe-notices", last=last, now=now) is due


def test_six_is_six_in_london_in_winter_and_in_summer():
    assert app.conf.timezone == "Europe/London"
    january = datetime(2017, 1, 20, 6, tzinfo=LONDON)
    last = january - timedelta(hours=8)
    assert is_due("owe-notices", last=last, now=january)
    assert not is_due("owe-notices", last=last, now=january - timedelta(minutes=1))


def test_what_is_owed_is_sent_every_ten_minutes():
    assert not is_due("send-notices", last=at(20, 6), now=at(20, 6, 9))
    assert is_due("send-notices", last=at(20, 6), now=at(20, 6, 10))
