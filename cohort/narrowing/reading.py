"""A narrowing out of an address, which anybody may have typed."""

from collections.abc import Mapping
from datetime import date

from cohort.make_up import FACTS
from cohort.narrowing.addresses import (
    ENDED,
    NOT_KNOWN,
    ON,
    REASON,
    SHORT_BREAKS,
    START,
    STARTED,
    YES,
    Days,
)
from cohort.narrowing.narrowing import Narrowing
from iro_service.forms.sentences import UNSHOWABLE


class _WrongError(ValueError):
    """What the address says is no day, or no text that a database could hold."""


def read(data: Mapping, *, today: date) -> Narrowing:
    """What the address narrows the children to; no child is left where it makes no sense."""
    try:
        return Narrowing(
            today=today,
            on=_day(data, ON, today),
            facts={fact: values for fact in FACTS if (values := _values(data, fact))},
            short_breaks=_values(data, SHORT_BREAKS) == (YES,),
            started=_days(data, STARTED, today),
            ended=_days(data, ENDED, today),
            start_is_not_known=_values(data, START) == (NOT_KNOWN,),
            reasons=_values(data, REASON),
            anybody=_values(data, "care") == ("all",),
        )
    except _WrongError:
        return Narrowing(today=today, is_wrong=True)


def _values(data: Mapping, name: str) -> tuple[str, ...]:
    every = data.getlist(name) if hasattr(data, "getlist") else [data[name]] if name in data else []
    values = tuple(dict.fromkeys(str(one) for one in every if one not in (None, "")))
    if any(UNSHOWABLE.search(one) for one in values):
        raise _WrongError
    return values


def _day(data: Mapping, name: str, today: date) -> date | None:
    values = _values(data, name)
    if not values:
        return None
    try:
        day = date.fromisoformat(values[-1])
    except ValueError:
        raise _WrongError from None
    if day > today or day.year < 1900:
        raise _WrongError
    return day


def _days(data: Mapping, names: tuple[str, str], today: date) -> Days | None:
    first, last = (_day(data, name, today) for name in names)
    if (first is None) != (last is None) or (first and last and first > last):
        raise _WrongError
    return Days(first, last) if first and last else None
