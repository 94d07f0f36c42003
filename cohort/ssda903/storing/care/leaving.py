"""With a period of care the IRO's and the team's part in it end."""

HOLDINGS = ("cohort_allocation", "cohort_caseholding")


def end_holdings(cursor) -> None:
    """End what lasts on of children whose care ends now, but what began with care begun anew."""
    for table in HOLDINGS:
        cursor.execute(
            f"""
            UPDATE {table} h SET ended_on = GREATEST(h.started_on, e.ended_on)
            FROM (SELECT child_id, max(ended_on) AS ended_on FROM care_ended GROUP BY child_id) e
            WHERE h.child_id = e.child_id AND (h.ended_on IS NULL OR h.ended_on > e.ended_on)
              AND h.ended_on IS DISTINCT FROM h.started_on AND (
                h.started_on < e.ended_on OR NOT EXISTS (
                    SELECT FROM cohort_periodofcare p
                    WHERE p.child_id = e.child_id AND p.ended_on IS NULL))
            """  # noqa: S608  # names of ours only
        )
