"""Start and end of each period of care follow from its episodes, if records leave room."""

from datetime import date

from cohort.ssda903.checking.cells import in_words
from cohort.ssda903.storing.care.conflicts import Conflict
from cohort.ssda903.storing.care.history import ChildsCare, Period, RecordedPeriod, Start


class GivesWay(Exception):
    """A row stands in the way of what is recorded here, and must go."""

    def __init__(self, start: Start, conflict: Conflict):
        super().__init__(conflict)
        self.start = start
        self.conflict = conflict


def finish(care: ChildsCare, starts: list[Start], periods: list[Period]) -> list[Period]:
    """The periods with their days; raises GivesWay for a row that cannot be."""
    used = {start.period_id for start in starts}
    bare = [one for number, one in care.recorded.items() if number not in used]
    for period in periods:
        _set_days(care, period)
        if period.id is None and (found := next((b for b in bare if _meet(period, b)), None)):
            period.id = found.id
            bare.remove(found)
        _leave_room_for_reviews(care, period)
    for period in periods:
        for other in bare:
            if _meet(period, other):
                _refuse_overlap(period, other)
    return periods


def _set_days(care: ChildsCare, period: Period) -> None:
    first, last = period.starts[0], period.starts[-1]
    recorded = care.recorded.get(period.id or 0)
    period.started_on = first.started_on
    if recorded:
        period.started_on = min(first.started_on, recorded.started_on)
    assert first.now is not None  # noqa: S101  # only what counts is in a period
    assert last.now is not None  # noqa: S101
    # Somebody may have entered by hand since when, though the episode is not the first.
    by_hand = recorded and first.period_id == recorded.id and not recorded.began_before
    period.began_before = not first.now.starts_care and not (
        by_hand and first.here and not first.here.starts_care
    )
    if last.now.closes and recorded:
        period.ended_on, period.reason_ended = recorded.ended_on, recorded.reason_ended
    elif last.now.ends_care:
        period.ended_on, period.reason_ended = last.now.ended_on, last.now.reason_ended
    else:
        period.ended_on = period.reason_ended = None


def _leave_room_for_reviews(care: ChildsCare, period: Period) -> None:
    recorded = care.recorded.get(period.id or 0)
    rows = [start for start in period.starts if start.now and start.now.at]
    if not recorded or not recorded.first_kept_on or not recorded.last_kept_on or not rows:
        return
    if (period.started_on, period.ended_on) == (recorded.started_on, recorded.ended_on):
        return
    if period.ended_on and recorded.last_kept_on > period.ended_on:
        days = in_words(period.ended_on), in_words(recorded.last_kept_on)
        raise GivesWay(
            rows[-1],
            ("DEC", "Care would have ended on {}, but a review here was held on {}.".format(*days)),
        )
    if recorded.first_kept_on < period.started_on:
        days = in_words(period.started_on), in_words(recorded.first_kept_on)
        raise GivesWay(
            rows[0],
            (
                "DECOM",
                "Care would have begun on {}, but a review here was held on {}.".format(*days),
            ),
        )


def _refuse_overlap(period: Period, other: RecordedPeriod) -> None:
    until = f"to {in_words(other.ended_on)}" if other.ended_on else "which has not ended"
    for start in period.starts:
        if start.now and start.now.at:
            raise GivesWay(
                start,
                (
                    "DECOM",
                    f"DECOM is {in_words(start.started_on)}: it overlaps a period of care recorded "
                    f"here from {in_words(other.started_on)} {until}.",
                ),
            )


def _meet(period: Period, other: RecordedPeriod) -> bool:
    """Whether they have a day in common, or begin on the same."""
    ends = (period.ended_on or date.max, other.ended_on or date.max)
    return period.started_on == other.started_on or (
        other.started_on < ends[0] and period.started_on < ends[1]
    )
