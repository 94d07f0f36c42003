"""What the reviews held here ask of a child's birth and care: that they fit, as they do now."""

FILL = """
    INSERT INTO kept_in_care (period_id, child_id, first_on, last_on, under_four_on, four_on)
    SELECT period_id, child_id, min(held_on), max(held_on),
        max(held_on) FILTER (WHERE participation_code = 'PN0'),
        min(held_on) FILTER (WHERE participation_code > 'PN0')
    FROM reviews_review WHERE held_on IS NOT NULL AND struck_on IS NULL
    GROUP BY period_id, child_id
"""


def say_what_is_kept(cursor) -> None:
    """Tell the import of children and care what it has to leave room for."""
    cursor.execute(FILL)
    cursor.execute("ANALYZE kept_in_care")
