"""One child's care from the first day on: each row fits what is before it, or is handed back."""

from dataclasses import dataclass, field, replace

from cohort.ssda903.checking.cells import in_words
from cohort.ssda903.storing.care.conflicts import Conflict, why_not_after, why_not_before
from cohort.ssda903.storing.care.finishing import finish
from cohort.ssda903.storing.care.history import ChildsCare, Period, Refused, Start


@dataclass
class Walked:
    """What came of it."""

    periods: list[Period] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


class Again(Exception):
    """A row already passed was refused, so that the way begins anew."""


def walk(care: ChildsCare) -> Walked:
    """Refuse the rows that do not fit, and make periods of care of all that do.

    What is recorded here stays: a row gives way to it. Ends, since each new start is for one row
    fewer.
    """
    walked = Walked()
    if not _records_fit(care):
        _refuse_all(care, walked)
    while True:
        try:
            walked.periods = finish(care, _pass(care, walked), _refusing(walked))
        except Again:
            continue
        return walked


def _pass(care: ChildsCare, walked: Walked) -> list[Period]:
    """Periods of care out of what fits; raises Again where a row passed before must go."""
    periods: list[Period] = []
    claimed: set[int] = set()
    before: Start | None = None
    for start in care.starts:
        now = start.now
        while now and before and (conflict := why_not_after(start, now, before, periods[-1])):
            if now.at is None:
                row = _last_row(periods)
                if row is None:
                    break  # nothing but records, which stay as they are
                _refuse(row, why_not_before(start, row), walked)
                raise Again
            _refuse(start, conflict, walked)
            now = start.now
        if now is None:
            continue
        last = before.now if before else None
        if last is None or last.ends_care or now.starts_care:
            periods.append(Period([]))
        periods[-1].starts.append(start)
        if periods[-1].id is None and start.period_id not in claimed:
            periods[-1].id = start.period_id
            claimed.add(start.period_id or 0)
        before = start
    return periods


def _last_row(periods: list[Period]) -> Start | None:
    starts = [start for period in periods for start in period.starts]
    return next((one for one in reversed(starts) if one.now and one.now.at), None)


def _refuse(start: Start, conflict: Conflict, walked: Walked) -> None:
    """Hand back the row that counts; the next older one counts then, else the record."""
    row = start.rows.pop(0)
    assert row.at  # noqa: S101  # rows have a line
    walked.refused.append(Refused(row.at, *conflict))


def _refusing(walked: Walked):
    def refuse(start: Start, conflict: Conflict) -> None:
        _refuse(start, conflict, walked)
        raise Again

    return refuse


def _records_fit(care: ChildsCare) -> bool:
    """Whether what is recorded here of the child fits together by itself."""
    here = [replace(start, rows=[]) for start in care.starts if start.here]
    period: Period | None = None
    for before, start in zip([None, *here], here, strict=False):
        assert start.here is not None  # noqa: S101  # they are records
        assert start.period_id is not None  # noqa: S101
        recorded = care.recorded[start.period_id]
        last_on = start.here.ended_on or start.started_on
        if start.started_on < recorded.started_on or (
            recorded.ended_on and last_on > recorded.ended_on
        ):
            return False
        if before and period and why_not_after(start, start.here, before, period):
            return False
        period = Period([start], id=start.period_id)
    return True


def _refuse_all(care: ChildsCare, walked: Walked) -> None:
    for start in care.starts:
        for row in [row for row in start.rows if not row.same]:
            start.rows.remove(row)
            assert row.at  # noqa: S101
            sentence = (
                f"DECOM is {in_words(start.started_on)}: what is recorded here of this child's "
                "care does not fit together. Put it right on the child's page first."
            )
            walked.refused.append(Refused(row.at, "DECOM", sentence))
