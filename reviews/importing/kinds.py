"""What carries out an import, by its kind."""

from collections.abc import Callable, Iterable
from datetime import date

from cohort.importing import Outcome
from cohort.models import ImportRun
from reviews.importing.registers import REGISTERS, bring_in_register
from reviews.ssda903.importing.run import import_return


def bring_in_return(
    run: ImportRun,
    files: Iterable[tuple[str, bytes]],
    *,
    on: date,
    progress: Callable[[str, int], None],
) -> Outcome:
    """Bring in a return's files as the run was asked to."""
    return import_return(
        files, on=on, year=run.year, dry_run=run.dry_run, by=run.asked_by, progress=progress
    )


# Each takes (run, files, *, on, progress), does all of it or nothing, and after a dry run nothing.
RUNNERS: dict[str, Callable[..., Outcome]] = {
    ImportRun.Kind.SSDA903: bring_in_return,
    **dict.fromkeys(REGISTERS, bring_in_register),
}


def may_start(run: ImportRun) -> bool:
    """Whether all is known that the import needs: of a register, which column is which."""
    return run.kind not in REGISTERS or bool(run.columns)
