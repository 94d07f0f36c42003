"""Every figure of the annual report, each worked out in one place."""

import json
from dataclasses import asdict
from datetime import date
from decimal import Decimal

from cohort.council import the_council
from reporting.figures import (
    audits,
    caseload,
    cohort,
    decisions,
    disputes,
    headline,
    outcome_forms,
    oversight,
    parents_participation,
    participation,
    permanence,
    records,
    support,
    team_make_up,
    timeliness,
    unit,
    voice,
)
from reporting.figures.year import ReportingYear
from reporting.withheld import Withheld

__all__ = ["ReportingYear", "as_json", "figures"]
BLOCKS = (
    timeliness,
    participation,
    parents_participation,
    permanence,
    outcome_forms,
    decisions,
    records,
    cohort,
    caseload,
    disputes,
    oversight,
    voice,
    support,
    audits,
    team_make_up,
    unit,
    headline,
)


def figures(year: str | ReportingYear, *, on: date) -> dict:
    """Every figure of a reporting year as the records stand, taken on the day `on`.

    While the year runs, counts go up to `on`; `to` stays the year's last day and `as_at`
    says the day. Percentages have one decimal, halves rounded up. What is not known is None,
    never 0. Raises ValueError, with a sentence, for text that is no reporting year and for a
    year that has not begun; Council.DoesNotExist before the council is named. Source: each
    block's DEFINITIONS, given here under `definitions`.
    """
    year = ReportingYear.parse(year) if isinstance(year, str) else year
    if on < year.first:
        raise ValueError(f"The year {year} has not begun: it starts on 1 April {year.begins_in}.")
    council = the_council()
    asked = {"on": on, "council": council}
    found = {
        "year": str(year),
        "from": year.first.isoformat(),
        "to": year.last.isoformat(),
        "as_at": year.as_at(on).isoformat(),
        "taken_on": on.isoformat(),
        "is_complete": on >= year.last,
        "basis": year.basis(council.records_from),
        "records_from": council.records_from.isoformat(),
        "council": council.name,
        "count_months_as": council.count_months_as,
        "timeliness": timeliness.timeliness(year, **asked),
        "participation": participation.participation(year, **asked),
        "parents_participation": parents_participation.parents_participation(year, **asked),
        "permanence": permanence.permanence(year, **asked),
        "outcome_forms": outcome_forms.outcome_forms(year, **asked),
        "decisions": decisions.decisions(year, **asked),
        "records": records.records(year, **asked),
        "cohort": cohort.cohort(year, **asked),
        "caseload": caseload.caseload(year, **asked),
        "disputes": disputes.disputes(year, **asked),
        "oversight": oversight.oversight(year, **asked),
        "voice": voice.voice(year, **asked),
        "support": support.support(year, **asked),
        "audits": audits.audits(year, **asked),
        "team_make_up": team_make_up.team_make_up(year, **asked),
        "unit": unit.unit(year, **asked),
        "earlier": headline.earlier(year, **asked),
        "definitions": [asdict(definition) for block in BLOCKS for definition in block.DEFINITIONS],
    }
    return {**found, "headline": headline.headline(found, year)}


def as_json(figures: dict) -> str:
    """The figures as one JSON object, keys in their own order, decimals as numbers.

    What an edition does not tell is "withheld"; what is not known is null.
    """
    return json.dumps(figures, indent=2, ensure_ascii=False, default=_number)


def _number(value: Decimal | Withheld) -> float | str:
    if isinstance(value, Withheld):
        return "withheld"
    if not isinstance(value, Decimal):
        raise TypeError(f"A figure is a number or text, not {value!r}.")
    return float(value)
