"""The line of twelve months beside six of the figures on a manager's first page."""

from collections.abc import Sequence
from datetime import date

from cohort.council import the_council
from reporting.charts import sparkline
from reporting.figures.year import ReportingYear
from reporting.measures import targets_for
from reporting.monthly import Month, Span, Whose
from reporting.monthly.caseloads import caseloads
from reporting.monthly.clocks import forms_owed, midway_checks, records_owed
from reporting.monthly.reviews import held, taking_part
from reporting.percent import percent
from reporting.written import fewest, rate


def lines(*, on: date) -> dict[str, dict]:
    """Each figure's last twelve whole months as a small line, with its last month in words.

    The keys are those the figures of the page have. A figure without two known months has none.
    """
    span, whose, council = Span.whole(on), Whose(), the_council()
    targets = targets_for(ReportingYear.of(span.last))
    asked = (span, whose, council)
    found = {
        "reviews-in-timescale": (held(*asked), "in_timescale", "due_day_known", "{} in {}"),
        "outcome-forms": (forms_owed(*asked), "in_time", "due", "{} in {}"),
        "records": (records_owed(*asked), "in_time", "due", "In 20 days: {} of {}"),
        "not-recorded": (taking_part(*asked), "not_recorded", "everyone", "{} in {}"),
        "midway-checks": (midway_checks(*asked), "in_time", "due", "Checks when due: {} in {}"),
    }
    drawn = {key: _share(*what, targets.get(key)) for key, what in found.items()}
    drawn["over-the-highest"] = _counts(caseloads(span, None, council), "over")
    return {key: line for key, line in drawn.items() if line}


def _share(months: Sequence[Month], part: str, whole: str, words: str, target) -> dict | None:
    # A month still running would hang down without meaning anything.
    shares = [None if m.running else percent(m[part], m[whole]) for m in months]
    aimed = None if target is None else f"target {fewest(target)}%"
    return _line(months, shares, [rate(share) for share in shares], words, target, aimed)


def _counts(months: Sequence[Month], name: str) -> dict | None:
    counts = [month[name] for month in months]
    return _line(months, counts, [str(one) for one in counts], "{} at the end of {}")


def _line(months, values, written, words, target=None, aimed=None) -> dict | None:
    svg = sparkline(values, target=target)
    if not svg:
        return None
    known = [n for n, value in enumerate(values) if value is not None]
    least, most = (choose(known, key=values.__getitem__) for choose in (min, max))
    last = known[-1]
    said = words.format(written[last], f"{months[last].first:%B}")
    return {
        "svg": svg,
        "words": f"{said}, {aimed}" if aimed else said,
        "heard": f"In twelve months between {written[least]} and {written[most]}.",
    }
