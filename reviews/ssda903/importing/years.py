"""The years whose reviews are all in the records, as far as anybody can know."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cohort.models import ImportRun
from statute.reporting_year import ReportingYear

# A return tells of a year when this share of its reviews lies in it; fewer are days astray.
LEAST_SHARE = 50  # one in fifty


@dataclass(frozen=True)
class Covered:
    """The reporting years covered, each by the calendar year it begins in."""

    years: frozenset[int]

    def all_of(self, first: date, last: date) -> bool:
        """Whether every year from the first to the last day is covered."""
        begins, ends = ReportingYear.of(first).begins_in, ReportingYear.of(last).begins_in
        return all(year in self.years for year in range(begins, ends + 1))

    def told_from(self, day: date) -> date:
        """The first day of the unbroken run of covered years that a day lies in."""
        year = ReportingYear.of(day).begins_in
        while year - 1 in self.years:
            year -= 1
        return ReportingYear(year).first

    def last_run_before(self, day: date) -> date | None:
        """The first day of the latest unbroken run of covered years that has begun by the day."""
        begun = [year for year in self.years if ReportingYear(year).first <= day]
        return self.told_from(ReportingYear(max(begun)).first) if begun else None


def covered_years(cursor, years: Iterable[str], *, on: date) -> Covered:
    """The years told by imports, these ones included, and those recorded here as they passed."""
    told = set(years)
    runs = ImportRun.objects.filter(finished_at__isnull=False, dry_run=False)
    for earlier in runs.values_list("years", flat=True):
        told.update(earlier)
    begins = {ReportingYear.parse(year).begins_in for year in told}
    if since := _recorded_since(cursor):
        begins.update(range(since.begins_in, ReportingYear.of(on).begins_in + 1))
    return Covered(frozenset(begins))


def _recorded_since(cursor) -> ReportingYear | None:
    """The first year in which the council recorded its reviews here.

    An import moves records_from back, over years nobody recorded here; its latest value tells.
    """
    cursor.execute(
        "SELECT max(records_from) FROM (SELECT records_from FROM cohort_council"
        " UNION ALL SELECT records_from FROM cohort_councilevent) one"
    )
    (since,) = cursor.fetchone()
    if since is None:
        return None
    year = ReportingYear.of(since)
    return year if year.first == since else ReportingYear(year.begins_in + 1)


def years_told(cursor) -> tuple[list[str], list[str]]:
    """The years the accepted reviews tell of, those between them too; and a note on the rest."""
    cursor.execute(
        """
        SELECT extract(year FROM review - interval '3 months')::int AS begins_in, count(*)
        FROM in_reviews WHERE reason IS NULL GROUP BY begins_in ORDER BY begins_in
        """
    )
    found = dict(cursor.fetchall())
    whole = sum(found.values())
    many = [begins for begins, number in found.items() if number * LEAST_SHARE >= whole]
    if not many:
        return [], []
    told = range(min(many), max(many) + 1)
    astray = sum(number for begins, number in found.items() if begins not in told)
    names = [str(ReportingYear(begins)) for begins in told]
    words = names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"
    note = (
        f"{astray:,} {'review lies' if astray == 1 else 'reviews lie'} outside {words}: too few "
        "for other years to count as brought in. Check the days, or import those years' returns."
    )
    return names, [note] if astray else []
