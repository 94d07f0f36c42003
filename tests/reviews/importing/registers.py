"""A register handed in as a file of words, its columns matched by their headings."""

from datetime import UTC, date, datetime

from accounts.models import Role, User
from cohort.importing import Counts, Outcome
from cohort.models import ImportFile, ImportRun
from reviews.importing.columns import guess
from reviews.importing.registers import REGISTERS, bring_in_register
from reviews.importing.tables import open_table
from tests.factories import UserFactory

TODAY = date(2017, 7, 20)
AT = datetime(2017, 7, 20, 9, tzinfo=UTC)


def handed_in(
    kind: str, content: str | bytes, *, name: str = "register.csv", **fields
) -> ImportRun:
    """The run of a file whose columns are matched as their headings suggest."""
    manager = User.objects.filter(role=Role.PRACTICE_MANAGER).first()
    run = ImportRun.objects.create(
        kind=kind,
        asked_by=manager or UserFactory(role=Role.PRACTICE_MANAGER),
        asked_at=AT,
        **fields,
    )
    given = content.encode() if isinstance(content, str) else content
    ImportFile.objects.create(run=run, part=ImportFile.Part.GIVEN, name=name, content=given)
    if not run.columns:
        headings = open_table(given).headings
        run.columns = {"matched": guess(REGISTERS[kind].columns, headings)}
        run.save()
    return run


def imported(kind: str, content: str | bytes, *, on: date = TODAY, **fields) -> Outcome:
    """What came of a register."""
    run = handed_in(kind, content, **fields)
    files = [(one.name, bytes(one.content)) for one in run.files.all()]
    return bring_in_register(run, files, on=on, progress=lambda step, percent: None)


def counts(outcome: Outcome) -> Counts:
    """The one table's counts, which add up."""
    (found,) = outcome.counts.values()
    assert found.read == found.taken + found.rejected
    return found


def reasons(outcome: Outcome) -> list[tuple[int, str, str]]:
    """Line, column and sentence of each row handed back."""
    return [(one.line, one.column, one.reason) for one in outcome.rejects]
