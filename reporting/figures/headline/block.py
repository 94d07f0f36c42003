"""The headline measures of a year."""

from reporting.figures.year import ReportingYear
from reporting.measures import MEASURES, Measure, targets_for


def headline(figures: dict, year: ReportingYear) -> list[dict]:
    """Each measure's value in the year and the two before it, its target, and whether it is met.

    Unit: each measure's, "%" or a number. Source: the blocks that the measures are read from, and
    the council's targets. Takes the other figures, so that no measure is counted twice.
    """
    names, targets = [str(one) for one in year.three()], targets_for(year)
    return [_row(one, figures, names, targets.get(one.key)) for one in MEASURES.values()]


def _row(measure: Measure, figures: dict, names: list[str], target) -> dict:
    values = measure.values(figures)
    return {
        "measure": measure.key,
        "words": measure.words,
        "unit": measure.unit,
        "aim": measure.aim,
        "years": names,
        "values": values,
        "target": target,
        "met": measure.is_met(values[-1], target),
    }
