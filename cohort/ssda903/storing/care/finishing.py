"""Start and end of each period of care follow from its episodes, if records leave room."""

from collections.abc import Callable
from datetime import date

from cohort.ssda903.checking.cells import in_words
from cohort.ssda903.storing.care.conflicts import Conflict
from cohort.ssda903.storing.care.history import ChildsCare, Period, RecordedPeriod, Start

Refuse = Callable[[Start, Conflict], None]


def finish(care: ChildsCare, periods: list[Period], refuse: Refuse) -> list[Period]:
    """The periods with their days; calls `refuse`, which raises, for a row that cannot be."""
    used = {start.period_id for start in care.starts if start.period_id}
    bare = [one for number, one in care.recorded.items() if number not in used]
    for period in periods:
        _set_days(care, period)
        if period.id is None and (found := next((b for b in bare if _meet(period, b)), None)):
            period.id = found.id
            bare.remove(found)
        _leave_room_for_reviews(care, period, refuse)
    for period in periods:
        for other in bare:
            if _meet(period, other):
                _refuse_overlap(period, other, refuse)
    return periods


def _set_days(care: ChildsCare, period: Period) -> None:
    first, last = period.starts[0], period.starts[-1]
    recorded = care.recorded.get(period.id or 0)
    period.started_on = first.started_on
    if recorded:
        period.started_on = min(first.started_on, recorded.started_on)
    assert first.now is not None  # noqa: S101  # only what counts is in a period
    assert last.now is not None  # noqa: S101
    was_first = recorded is not None and first.period_id == recorded.id
    period.began_before = not first.now.starts_care and (
        recorded.began_before if recorded and was_first else True
    )
    if last.now.closes and recorded:
        period.ended_on, period.reason_ended = recorded.ended_on, recorded.reason_ended
    elif last.now.ends_care:
        period.ended_on, period.reason_ended = last.now.ended_on, last.now.reason_ended
    else:
        period.ended_on = period.reason_ended = None


def _leave_room_for_reviews(care: ChildsCare, period: Period, refuse: Refuse) -> None:
    recorded = care.recorded.get(period.id or 0)
    rows = [start for start in period.starts if start.now and start.now.at]
    if not recorded or not recorded.first_kept_on or not recorded.last_kept_on or not rows:
        return
    days = (period.started_on, period.ended_on)
    if days == (recorded.started_on, recorded.ended_on):
        return
    if period.ended_on and recorded.last_kept_on > period.ended_on:
        held = in_words(recorded.last_kept_on)
        refuse(
            rows[-1],
            (
                "DEC",
                f"Care would have ended on {in_words(period.ended_on)}, but a review is recorded "
                f"here on {held}.",
            ),
        )
    if recorded.first_kept_on < period.started_on:
        held = in_words(recorded.first_kept_on)
        refuse(
            rows[0],
            (
                "DECOM",
                f"Care would have begun on {in_words(period.started_on)}, but a review is recorded "
                f"here on {held}.",
            ),
        )


def _refuse_overlap(period: Period, other: RecordedPeriod, refuse: Refuse) -> None:
    until = f"to {in_words(other.ended_on)}" if other.ended_on else "which has not ended"
    for start in period.starts:
        if start.now and start.now.at:
            refuse(
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
