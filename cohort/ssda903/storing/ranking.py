"""Which file is of which year: of two copies of a row the later year's counts."""

from collections import Counter
from collections.abc import Sequence

from cohort.models import ImportRun
from cohort.ssda903.staging import EPISODES, HEADER, PREV_PERM, TABLES, UASC
from cohort.ssda903.storing.copying import Copied, copy_rows
from statute.reporting_year import ReportingYear

# Dates astray lie in any year; a year that a file tells of holds many.
A_YEARS_SHARE = 10


def rank(cursor, files: Sequence[Copied], *, year: str) -> list[str]:
    """Give the files their places by year, then by name; their names in that order."""
    years = {file.place: year or str(_year_of(file.years) or "") for file in files}
    if not year:
        _year_of_header_and_the_like(cursor, files, years)
    order = sorted(files, key=lambda file: (years[file.place], file.place))
    places = {file.place: place for place, file in enumerate(order)}
    _move(cursor, places)
    newest = _newest_before()
    rows = [
        (places[file.place], file.source.given.name, file.table.name, years[file.place],
         bool(years[file.place]) and years[file.place] < newest)
        for file in order
    ]  # fmt: skip
    copy_rows(cursor, "in_files", ("file", "name", "of_table", "year", "stale"), rows)
    return [file.source.given.name for file in order]


def _year_of(years: Counter[ReportingYear]) -> ReportingYear | None:
    """The latest year that holds a fair part of the dates."""
    most = max(years.values(), default=0)
    return max((year for year, n in years.items() if n * A_YEARS_SHARE >= most), default=None)


def _year_of_header_and_the_like(cursor, files: Sequence[Copied], years: dict[int, str]) -> None:
    """A file without dates of its year is of the one whose episodes are of most of its children.

    Of two that fit equally it is the one with fewer episodes: there is less in it that does not.
    """
    if sum(file.table is EPISODES for file in files) == 0:
        return
    for table in (HEADER, UASC, PREV_PERM):
        places = [file.place for file in files if file.table is table]
        for place in places:
            cursor.execute(
                f"""
                SELECT e.file FROM (SELECT DISTINCT child FROM {table.waits_in} WHERE file = %s) c
                JOIN (SELECT DISTINCT file, child FROM in_episodes) e USING (child)
                GROUP BY e.file ORDER BY count(*) DESC, (
                    SELECT count(*) FROM in_episodes i WHERE i.file = e.file) LIMIT 1
                """,  # noqa: S608  # names of ours only
                [place],
            )
            found = cursor.fetchone()
            years[place] = years[found[0]] if found else ""


def _move(cursor, places: dict[int, int]) -> None:
    if all(old == new for old, new in places.items()):
        return
    moves = ", ".join(f"({old}, {new})" for old, new in places.items())
    for table in TABLES:
        cursor.execute(
            f"UPDATE {table.waits_in} t SET file = m.new "  # noqa: S608  # numbers only
            f"FROM (VALUES {moves}) m (old, new) WHERE t.file = m.old AND m.old <> m.new"
        )


def _newest_before() -> str:
    """The latest year of which a return was brought in before; '' where none was."""
    runs = ImportRun.objects.filter(
        kind=ImportRun.Kind.SSDA903, finished_at__isnull=False, dry_run=False
    )
    return max(
        (year for years in runs.values_list("years", flat=True) for year in years), default=""
    )
