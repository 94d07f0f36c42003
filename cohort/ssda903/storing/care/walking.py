"""One child's care from the first day on: each row fits what is before it, or is handed back."""

from dataclasses import dataclass, field, replace

from cohort.ssda903.checking.cells import in_words
from cohort.ssda903.storing.care.conflicts import Conflict, why_not_after, why_not_before
from cohort.ssda903.storing.care.finishing import GivesWay, finish
from cohort.ssda903.storing.care.history import ChildsCare, Period, Refused, Start


@dataclass
class Walked:
    """What came of it; in `starts` are the rows that were not refused."""

    starts: list[Start] = field(default_factory=list)
    periods: list[Period] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def walk(care: ChildsCare) -> Walked:
    """Refuse the rows that do not fit, and make periods of care of all that do.

    What is recorded here stays: a row that stands in the way of it goes, and the way begins anew
    without it, since what was refused for its sake may fit now. Each time it is one row fewer.
    """
    gone = [] if _records_fit(care) else _all_news(care)
    while True:
        left_out = {one.at for one in gone}
        starts = [
            replace(start, rows=[row for row in start.rows if row.at not in left_out])
            for start in care.starts
        ]
        walked = Walked(starts, refused=list(gone))
        try:
            walked.periods = finish(care, starts, _pass(starts, walked.refused))
        except GivesWay as way:
            gone.append(_refuse(way.start, way.conflict))
            continue
        return walked


def _pass(starts: list[Start], refused: list[Refused]) -> list[Period]:
    """Periods of care out of what fits; raises GivesWay where a row passed before must go."""
    periods: list[Period] = []
    claimed: set[int | None] = {None}
    before: Start | None = None
    for start in starts:
        now = start.now
        while now and before and (conflict := why_not_after(start, now, before, periods[-1])):
            if now.at is None:
                row = _last_row(periods)
                if row is None:
                    break  # nothing but records, which stay as they are
                raise GivesWay(row, why_not_before(start, row))
            refused.append(_refuse(start, conflict))
            now = start.now
        if now is None:
            continue
        last = before.now if before else None
        if last is None or last.ends_care or now.starts_care:
            periods.append(Period([]))
        periods[-1].starts.append(start)
        if periods[-1].id is None and start.period_id not in claimed:
            periods[-1].id = start.period_id
            claimed.add(start.period_id)
        before = start
    return periods


def _last_row(periods: list[Period]) -> Start | None:
    starts = [start for period in periods for start in period.starts]
    return next((one for one in reversed(starts) if one.now and one.now.at), None)


def _refuse(start: Start, conflict: Conflict) -> Refused:
    """Hand back the row that counts; the next older one counts then, else the record."""
    row = start.rows.pop(0)
    assert row.at is not None  # noqa: S101  # rows have a line
    return Refused(row.at, *conflict)


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


def _all_news(care: ChildsCare) -> list[Refused]:
    """Every row that says something else than the records, which do not fit together."""
    return [
        Refused(
            row.at,
            "DECOM",
            f"DECOM is {in_words(start.started_on)}: what is recorded here of this child's care "
            "does not fit together. Put it right on the child's page first.",
        )
        for start in care.starts
        for row in start.rows
        if row.at and not row.same
    ]
