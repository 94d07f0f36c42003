"""Periods of care and episodes are written in an order that the database's rules allow.

What gets shorter goes first, then what gets longer, then what is new: no two overlap at any
moment, and an episode always lies within its period of care.
"""

CONTENT = """
    reason_new = i.rne, legal_status = i.ls, need = i.cin, placement = i.place,
    provider = COALESCE(i.place_provider, e.provider), ended_on = i.dec, reason_ended = i.rec,
    reason_place_change = COALESCE(i.reason_place_change, e.reason_place_change),
    home_postcode = COALESCE(i.home_post, e.home_postcode),
    placement_postcode = COALESCE(i.pl_post, e.placement_postcode), urn = COALESCE(i.urn, e.urn)
"""
CHANGED = """
    in_episodes i JOIN told_of_care t USING (file, line)
    JOIN rows_of_care r USING (file, line, child_id)
    JOIN periods_of_care p USING (child_id, number)
"""
STATEMENTS = (
    "UPDATE in_episodes i SET deed = r.deed, at_column = r.at_column, reason = r.reason "
    "FROM rows_of_care r WHERE r.file = i.file AND r.line = i.line",
    "UPDATE in_episodes SET deed = 'unchanged' WHERE reason IS NULL AND deed IS NULL",
    # The periods that end now, while their old ends are still known.
    """
    CREATE TEMPORARY TABLE care_ended ON COMMIT DROP AS
    SELECT n.child_id, n.ended_on FROM periods_of_care n
    JOIN cohort_periodofcare k ON k.id = n.period_id
    WHERE n.ended_on IS NOT NULL AND k.ended_on IS NULL
    """,
    # Episodes that get shorter.
    f"""
    UPDATE cohort_episode e SET {CONTENT} FROM {CHANGED}
    WHERE r.deed = 'changed' AND e.id = t.episode_id AND e.period_id = p.period_id
        AND i.dec < COALESCE(e.ended_on, 'infinity')
    """,  # noqa: S608
    # Periods that get shorter, then those that get longer.
    *(
        f"""
        UPDATE cohort_periodofcare k SET started_on = n.started_on, ended_on = n.ended_on,
            reason_ended = n.reason_ended, began_before = n.began_before
        FROM periods_of_care n WHERE k.id = n.period_id AND {only}
            AND (k.started_on, k.ended_on, k.reason_ended, k.began_before) IS DISTINCT FROM
                (n.started_on, n.ended_on, n.reason_ended, n.began_before)
        """  # noqa: S608
        for only in (
            "n.started_on >= k.started_on "
            "AND COALESCE(n.ended_on, 'infinity') <= COALESCE(k.ended_on, 'infinity')",
            "true",
        )
    ),
    "ALTER TABLE periods_of_care ADD COLUMN is_new boolean NOT NULL DEFAULT false",
    """
    UPDATE periods_of_care SET is_new = true, period_id = nextval(pg_get_serial_sequence(
        'cohort_periodofcare', 'id')) WHERE period_id IS NULL
    """,
    """
    INSERT INTO cohort_periodofcare
        (id, child_id, started_on, began_before, ended_on, reason_ended, status_before)
    SELECT period_id, child_id, started_on, began_before, ended_on, reason_ended, 'NONE'
    FROM periods_of_care WHERE is_new
    """,
    # The trigger that looks the period up for each episode plans by how many there are.
    "ANALYZE cohort_periodofcare",
    # Episodes recorded here that belong to another period now.
    """
    UPDATE cohort_episode e SET period_id = p.period_id
    FROM records_of_care r JOIN periods_of_care p USING (child_id, number)
    WHERE e.id = r.episode_id AND NOT EXISTS (
        SELECT FROM told_of_care t JOIN rows_of_care d USING (file, line)
        WHERE t.episode_id = e.id AND d.deed = 'changed')
    """,
    f"""
    UPDATE cohort_episode e SET {CONTENT}, period_id = p.period_id FROM {CHANGED}
    WHERE r.deed = 'changed' AND e.id = t.episode_id AND (
        e.period_id <> p.period_id OR (e.reason_new, e.legal_status, e.need, e.placement,
            e.provider, e.ended_on, e.reason_ended, e.reason_place_change, e.home_postcode,
            e.placement_postcode, e.urn) IS DISTINCT FROM
        (i.rne, i.ls, i.cin, i.place, COALESCE(i.place_provider, e.provider), i.dec, i.rec,
            COALESCE(i.reason_place_change, e.reason_place_change),
            COALESCE(i.home_post, e.home_postcode), COALESCE(i.pl_post, e.placement_postcode),
            COALESCE(i.urn, e.urn)))
    """,  # noqa: S608
    f"""
    INSERT INTO cohort_episode (period_id, started_on, reason_new, legal_status, need, placement,
        provider, ended_on, reason_ended, reason_place_change, home_postcode, placement_postcode,
        urn)
    SELECT p.period_id, i.decom, i.rne, i.ls, i.cin, i.place, COALESCE(i.place_provider, ''),
        i.dec, i.rec, COALESCE(i.reason_place_change, ''), COALESCE(i.home_post, ''),
        COALESCE(i.pl_post, ''), COALESCE(i.urn, '')
    FROM {CHANGED} WHERE r.deed = 'added'
    """,  # noqa: S608
    "ANALYZE cohort_episode",
)


def store(cursor) -> None:
    """Write what was judged."""
    for statement in STATEMENTS:
        cursor.execute(statement)
