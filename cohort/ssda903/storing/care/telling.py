"""What rows and records tell of each child's care, one child after the other."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter

from cohort.ssda903.storing.care.history import ChildsCare, RecordedPeriod, Start, Told

AT_A_TIME = 5_000
DIFFERS = """
    (e.reason_new, e.legal_status, e.need, e.placement) <> (i.rne, i.ls, i.cin, i.place)
    OR (e.ended_on, e.reason_ended) IS DISTINCT FROM (i.dec, i.rec)
    OR e.provider <> COALESCE(i.place_provider, e.provider)
    OR e.reason_place_change <> COALESCE(i.reason_place_change, e.reason_place_change)
    OR e.home_postcode <> COALESCE(i.home_post, e.home_postcode)
    OR e.placement_postcode <> COALESCE(i.pl_post, e.placement_postcode)
    OR e.urn <> COALESCE(i.urn, e.urn)
"""
# What an older return says of an episode that is here counts for nothing, nor that it goes on.
KNOWS_LESS = "f.stale OR (i.dec IS NULL AND e.ended_on IS NOT NULL)"
# Each row beside the record of the same day, and whether it tells nothing new.
TOLD = f"""
    CREATE TEMPORARY TABLE told_of_care ON COMMIT DROP AS
    SELECT c.id AS child_id, i.file, i.line, i.decom, i.dec, i.rec, i.rne,
        e.id AS episode_id, COALESCE({DIFFERS}, false) AS differs, f.stale,
        e.id IS NOT NULL AND ({KNOWS_LESS} OR NOT ({DIFFERS})) AS same
    FROM in_episodes i JOIN in_files f USING (file) JOIN cohort_child c ON c.reference = i.child
    LEFT JOIN (
        SELECT DISTINCT ON (p.child_id, e.started_on) p.child_id, e.*
        FROM cohort_episode e JOIN cohort_periodofcare p ON p.id = e.period_id
        ORDER BY p.child_id, e.started_on, e.ended_on DESC NULLS FIRST
    ) e ON e.child_id = c.id AND e.started_on = i.decom
    WHERE i.reason IS NULL
"""  # noqa: S608  # names of ours only
TO_WALK = """
    CREATE TEMPORARY TABLE care_to_walk ON COMMIT DROP AS
    SELECT DISTINCT child_id FROM (
        SELECT DISTINCT ON (child_id, decom) child_id, same FROM told_of_care
        ORDER BY child_id, decom, file DESC
    ) latest WHERE NOT same
"""
STREAM = """
    DECLARE childs_care NO SCROLL CURSOR FOR
    SELECT child_id, decom, false AS here, file, line, dec, rec, rne, same, episode_id,
        NULL::bigint, NULL::date, NULL::date, NULL, NULL::boolean, NULL::date, NULL::date
    FROM told_of_care JOIN care_to_walk USING (child_id)
    UNION ALL
    SELECT p.child_id, e.started_on, true, NULL, NULL, e.ended_on, e.reason_ended, e.reason_new,
        NULL, e.id, p.id, p.started_on, p.ended_on, p.reason_ended, p.began_before,
        k.first_on, k.last_on
    FROM cohort_periodofcare p JOIN care_to_walk USING (child_id)
    LEFT JOIN cohort_episode e ON e.period_id = p.id LEFT JOIN kept_in_care k ON k.period_id = p.id
    ORDER BY child_id, decom NULLS FIRST, here, file DESC, dec NULLS LAST
"""


def find_what_is_told(cursor) -> None:
    """Set rows beside records, and note the children of whom something new is told."""
    for statement in (TOLD, "ANALYZE told_of_care", TO_WALK, "ANALYZE care_to_walk"):
        cursor.execute(statement)


def children_with_news(cursor) -> Iterator[tuple[int, ChildsCare]]:
    """Each child of whom something new is told, with all that is told."""
    cursor.execute(STREAM)
    for child_id, rows in groupby(_fetched(cursor), itemgetter(0)):
        yield child_id, _care(rows)
    cursor.execute("CLOSE childs_care")


def _fetched(cursor) -> Iterator[tuple]:
    while True:
        cursor.execute(f"FETCH {AT_A_TIME} FROM childs_care")
        rows = cursor.fetchall()
        if not rows:
            return
        yield from rows


def _care(rows) -> ChildsCare:
    care = ChildsCare([])
    waiting: list[Told] = []  # rows of the day at hand
    waiting_on: date | None = None
    for _, began, here, file, line, ended, rec, rne, same, episode_id, *period in rows:
        if waiting and began != waiting_on:
            care.starts.append(Start(waiting_on or date.min, waiting))
            waiting = []
        if not here:
            waiting_on = began
            waiting.append(Told(ended, rec, rne, (file, line), same))
            continue
        recorded = RecordedPeriod(*period)
        care.recorded.setdefault(recorded.id, recorded)
        if began is not None:
            told = Told(ended, rec, rne)
            care.starts.append(Start(began, waiting, told, episode_id, recorded.id))
            waiting = []
    if waiting:
        care.starts.append(Start(waiting_on or date.min, waiting))
    return _closed_by_hand(care)


def _closed_by_hand(care: ChildsCare) -> ChildsCare:
    """Mark the last record of a period that ended though none of its episodes says so."""
    last = {start.period_id: start for start in care.starts if start.here}
    for number, start in last.items():
        recorded = care.recorded[number or 0]
        here = start.here
        if recorded.ended_on and here and not here.ends_care:
            start.here = Told(here.ended_on, here.reason_ended, here.reason_new, closes=True)
    return care
