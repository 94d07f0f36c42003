"""A child's age and age band, worked out by the database."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django.db.models import Case, CharField, DateField, F, Func, IntegerField, Value, When
from django.db.models.expressions import Combinable

from statute.ages import BANDS, age_band


class AgeOn(Func):
    """Whole years from a date of birth to a day, by statute.ages: the same rule in SQL.

    Born on 29 February, the birthday of a common year is 1 March; PostgreSQL's intervals
    would make it 28 February.
    """

    template = (
        "(EXTRACT(YEAR FROM %(day)s)::int - EXTRACT(YEAR FROM %(born)s)::int"
        " - (TO_CHAR(%(born)s, 'MMDD') > TO_CHAR(%(day)s, 'MMDD'))::int)"
    )
    output_field = IntegerField()

    def as_sql(self, compiler, connection, **_):
        """Both expressions stand twice in the template, and so do their parameters."""
        (born, born_params), (day, day_params) = (
            compiler.compile(source) for source in self.get_source_expressions()
        )
        sql = self.template % {"born": born, "day": day}
        return sql, [*day_params, *born_params, *born_params, *day_params]


def age_on(born: str, day: str | date) -> AgeOn:
    """The age in years of a child born on the field `born`, on a field or a fixed day.

    Source: as for statute.ages.birthday.
    """
    when: Combinable = F(day) if isinstance(day, str) else _fixed(day)
    return AgeOn(F(born), when)


def band_on(born: str, day: date) -> Case:
    """The key of the age band (statute.ages.BANDS) on a fixed day.

    By the last day of birth with which an age is reached: the rule of statute.ages too, for
    children born on 29 February as well, and quicker than an age for each child.
    Source: the tables of the 2016/17 annual report.
    """
    youngest = {band: min(a for a in range(18) if age_band(a) == band) for band in BANDS}
    oldest_first = sorted(youngest, key=lambda band: -youngest[band])
    return Case(
        *(
            When(**{f"{born}__lte": day - relativedelta(years=youngest[band])}, then=Value(band))
            for band in oldest_first
        ),
        output_field=CharField(),
    )


def _fixed(day: date) -> Func:
    return Func(
        Value(day.isoformat()), template="(%(expressions)s)::date", output_field=DateField()
    )
