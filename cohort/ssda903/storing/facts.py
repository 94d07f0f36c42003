"""UASC and PrevPerm: what a return tells of some children beside Header."""

from cohort.ssda903.staging import PREV_PERM, UASC, Table
from cohort.ssda903.storing.births import (
    refuse_other_births,
    refuse_other_sex,
    refuse_unknown_children,
)
from cohort.ssda903.storing.doubles import latest, refuse_doubles


def bring_in_unaccompanied(cursor) -> None:
    """Children who sought asylum on their own, and until when they count as such."""
    _refuse(cursor, UASC)
    refuse_other_sex(cursor)
    _mark(
        cursor,
        UASC,
        join="",
        is_new="NOT c.unaccompanied",
        differs="c.unaccompanied_until IS DISTINCT FROM w.duc",
    )
    cursor.execute(
        """
        UPDATE cohort_child c SET unaccompanied = true, unaccompanied_until = u.duc
        FROM in_uasc u WHERE u.deed IN ('added', 'changed') AND c.reference = u.child
        """
    )


def bring_in_previous_permanence(cursor) -> None:
    """How children had last left care for good."""
    _refuse(cursor, PREV_PERM)
    _mark(
        cursor,
        PREV_PERM,
        join="LEFT JOIN cohort_previouspermanence p ON p.child_id = c.id",
        is_new="p.id IS NULL",
        differs="(p.option, p.authority, p.ordered_on) <> "
        "(w.prev_perm, COALESCE(w.la_perm, p.authority), COALESCE(w.date_perm, p.ordered_on))",
    )
    cursor.execute(
        """
        INSERT INTO cohort_previouspermanence (child_id, option, authority, ordered_on)
        SELECT c.id, i.prev_perm, COALESCE(i.la_perm, ''), COALESCE(i.date_perm, '')
        FROM in_prevperm i JOIN cohort_child c ON c.reference = i.child WHERE i.deed = 'added'
        """
    )
    cursor.execute(
        """
        UPDATE cohort_previouspermanence p SET option = i.prev_perm,
            authority = COALESCE(i.la_perm, p.authority),
            ordered_on = COALESCE(i.date_perm, p.ordered_on)
        FROM in_prevperm i JOIN cohort_child c ON c.reference = i.child
        WHERE i.deed = 'changed' AND p.child_id = c.id
        """
    )


def _refuse(cursor, table: Table) -> None:
    words = f"CHILD is %2$s, as on line %1$s: a child is in {table.name} once."
    refuse_unknown_children(cursor, table)
    refuse_other_births(cursor, table)
    refuse_doubles(cursor, table, "child", words=words)


def _mark(cursor, table: Table, *, join: str, is_new: str, differs: str) -> None:
    cursor.execute(
        f"UPDATE {table.waits_in} SET deed = 'unchanged' WHERE reason IS NULL"  # noqa: S608
    )
    cursor.execute(
        f"""
        UPDATE {table.waits_in} t SET deed = CASE WHEN {is_new} THEN 'added' ELSE 'changed' END
        FROM ({latest(table, "child")}) w
        JOIN in_files f USING (file) JOIN cohort_child c ON c.reference = w.child {join}
        WHERE t.file = w.file AND t.line = w.line AND ({is_new} OR NOT f.stale AND {differs})
        """  # noqa: S608  # names of ours only
    )
