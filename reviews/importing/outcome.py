"""What came of an import, as its page tells it."""

import csv
import io
from itertools import islice

from django.db.models import BinaryField, F, Func, Value

from cohort.importing import Counts
from cohort.models import Child, ImportFile, ImportRun
from cohort.ssda903.staging import TABLES
from reviews.importing.carrying_out import unfinished
from reviews.importing.kinds import may_start

FIRST = 20
HEAD = 40_000  # bytes that hold the first rejects; the file may have many megabytes


def told(run: ImportRun) -> dict:
    """The run with its tables, its first rejects and the children its files leave out."""
    summary = run.summary or {}
    missing = summary.get("missing", [])
    files = run.files.defer("content")
    may_go_on = (run.dry_run and run.finished_at) or run.failed_at
    return {
        "run": run,
        "is_waiting": unfinished().filter(pk=run.pk).exists() and may_start(run),
        "tables": _tables(summary.get("counts", {})),
        "rejected": sum(one["rejected"] for one in summary.get("counts", {}).values()),
        "notes": summary.get("notes", []),
        "missing": Child.objects.filter(reference__in=missing[:FIRST]).order_by("reference"),
        "more_missing": max(len(missing) - FIRST, 0),
        "rejects": _first_rejects(run),
        "has_files": bool(may_go_on) and files.filter(part=ImportFile.Part.GIVEN).exists(),
    }


def _tables(counts: dict[str, dict]) -> list[tuple[str, Counts]]:
    """The tables in the order of the return: the database keeps no order of its own."""
    order = [table.name for table in TABLES]
    names = sorted(counts, key=lambda name: order.index(name) if name in order else len(order))
    return [(name, Counts(**counts[name])) for name in names]


def _first_rejects(run: ImportRun) -> list[dict]:
    head = Func(
        F("content"), Value(1), Value(HEAD), function="substring", output_field=BinaryField()
    )
    found = run.files.filter(part=ImportFile.Part.REJECTS).annotate(head=head)
    content = found.values_list("head", flat=True).first()
    if not content:
        return []
    text = bytes(content).decode("utf-8-sig", errors="ignore")
    return list(islice(csv.DictReader(io.StringIO(text, newline="")), FIRST))
