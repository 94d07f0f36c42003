"""What PostgreSQL reads to answer the statements a page or a job really asks."""

import json
from collections.abc import Collection
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection, transaction

LARGE = 10_000  # rows; a smaller table is read as fast from end to end
ASKS = ("SELECT", "UPDATE", "DELETE", "WITH")
A_SHARE = 5  # more than a fifth of a table read is as good as all of it, index or not


@dataclass(frozen=True)
class Scan:
    """One node of a plan that reads a table."""

    table: str
    by: str  # "Seq Scan", "Index Scan", ...
    index: str
    rows: int  # read, whether or not they were of use, over all its loops


@dataclass(frozen=True)
class Asked:
    """A statement, and what was read to answer it."""

    sql: str
    scans: list[Scan]


@dataclass
class Watch:
    """Explains each statement the first time it is asked, just before it is executed."""

    asked: list[Asked] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    explaining: bool = False

    def __call__(self, execute, sql, params, many, context):
        is_new = not self.explaining and sql not in self.seen
        if is_new and sql.lstrip("( ").upper().startswith(ASKS):
            self.seen.add(sql)
            self.explaining = True
            try:
                self.asked.append(Asked(sql % tuple(params or ()), _scans(sql, params)))
            finally:
                self.explaining = False
        return execute(sql, params, many, context)


@contextmanager
def watched():
    """All that is asked of the database within, each with its plan as it was carried out."""
    watch = Watch()
    with connection.execute_wrapper(watch):
        yield watch.asked


def large_tables() -> dict[str, int]:
    """The tables that are too large to be read from end to end, with their rows."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname, reltuples FROM pg_class WHERE relkind = 'r' AND reltuples >= %s",
            [LARGE],
        )
        return dict(cursor.fetchall())


def faults(asked: list[Asked], *, but: Collection[str] = ()) -> list[str]:
    """What was read from end to end, or nearly, of the large tables; `but` some by their names.

    A Seq Scan is one; so is an index read from its first row to its last.
    """
    large = large_tables()
    return [
        f"{scan.by} {scan.index} of {scan.table}, {scan.rows} rows: {one.sql}"
        for one in asked
        for scan in one.scans
        if scan.table in large.keys() - set(but)
        and (scan.by == "Seq Scan" or scan.rows * A_SHARE > large[scan.table])
    ]


def _scans(sql: str, params) -> list[Scan]:
    """Carry the statement out and undo it: an estimate may be wrong, what was read is not."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}", params)
        (plan,) = cursor.fetchone()
        transaction.set_rollback(True)
    plan = json.loads(plan) if isinstance(plan, str) else plan
    return list(_nodes(plan[0]["Plan"]))


def _nodes(node: dict):
    if "Relation Name" in node and node["Node Type"] != "ModifyTable":
        useless = ("Rows Removed by Filter", "Rows Removed by Index Recheck")
        rows = node["Actual Rows"] + sum(node.get(name, 0) for name in useless)
        index = node.get("Index Name", "")
        read = round(rows * node["Actual Loops"])
        yield Scan(node["Relation Name"], node["Node Type"], index, read)
    for child in node.get("Plans", ()):
        yield from _nodes(child)
