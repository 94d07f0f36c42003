"""What is wrong with an episode before it is set beside the others."""

from cohort.ssda903.staging import EPISODES
from cohort.ssda903.storing.births import in_words, refuse_unknown_children
from cohort.ssda903.storing.doubles import refuse_doubles


def refuse_what_cannot_be(cursor) -> None:
    """Hand back doubles, episodes of unknown children, and those before birth."""
    refuse_unknown_children(cursor, EPISODES)
    cursor.execute(
        f"""
        UPDATE in_episodes i SET at_column = 'DECOM', reason = format(
            'DECOM is %s: that is before the child was born on %s.',
            {in_words("i.decom")}, {in_words("c.date_of_birth")})
        FROM cohort_child c
        WHERE c.reference = i.child AND i.reason IS NULL AND i.decom < c.date_of_birth
        """  # noqa: S608  # names of ours only
    )
    refuse_doubles(
        cursor,
        EPISODES,
        "child",
        "decom",
        words="CHILD and DECOM are those of line %s: an episode is in a file once.",
    )
