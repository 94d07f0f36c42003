"""How long a period of care has lasted, in bands."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from django.db.models import Case, CharField, Value, When

# In order, shortest first: key, words, and the months it stays under.
_BANDS = (
    ("under_6_months", "Under 6 months", 6),
    ("6_to_12_months", "6 months to 1 year", 12),
    ("1_to_2_years", "1 year to 2 years", 24),
    ("2_to_5_years", "2 years to 5 years", 60),
)
_LONGEST = ("5_years_plus", "5 years or longer")
LENGTHS = {**{key: words for key, words, _ in _BANDS}, **dict([_LONGEST])}


def length_on(day: date) -> Case:
    """The key of the band (LENGTHS) of a period on a day; None where its start is not known.

    What began 6 months ago to the day has lasted 6 months.
    """
    shorter = (
        When(started_on__gt=_months_before(day, months), then=Value(key))
        for key, _, months in _BANDS
    )
    return Case(
        # It has lasted that long at least, and any longer band may be the right one.
        When(began_before=True, then=Value(None)),
        *shorter,
        default=Value(_LONGEST[0]),
        output_field=CharField(),
    )


def _months_before(day: date, months: int) -> date:
    """The last day of start from which so many months are over.

    A month is the same day of a later month, or that month's last day: what began on 29, 30 or
    31 August has lasted 6 months on 28 February.
    """
    is_last = (day + timedelta(days=1)).month != day.month
    return day - relativedelta(months=months) + relativedelta(day=31 if is_last else None)
