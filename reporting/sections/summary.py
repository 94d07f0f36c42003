"""The year at a glance: tiles and a few sentences."""

from reporting import sentences
from reporting.sections.shape import Part, Section
from reporting.writing import Writing
from reporting.written import NOT_KNOWN, day, number, rate, year


def section(figures: dict, _writing: Writing) -> Section:
    """The headline measures and the sentences a councillor reads first."""
    cohort, caseload = figures["cohort"], figures["caseload"]
    return Section(
        "summary",
        tiles=_tiles(figures),
        parts=[
            Part(
                words=[
                    sentences.unfinished(figures),
                    sentences.looked_after(cohort),
                    sentences.in_timescale(figures["timeliness"]),
                    sentences.participated(figures["participation"]),
                    sentences.average_caseload(caseload),
                    sentences.records(figures["records"]),
                ]
            )
        ],
    )


def _tiles(figures: dict) -> list[dict]:
    """The headline measures, each with the two years before it."""
    timeliness = figures["timeliness"]["by_year"]
    participation = figures["participation"]["by_year"]
    cohort = figures["cohort"]["by_year"]
    earlier = [year(row["year"]) for row in timeliness[-2::-1]]
    dates = [day(row["as_at"]) for row in cohort[-2::-1]]
    return [
        _tile("Reviews held in timescale", [rate(row["percent"]) for row in timeliness], earlier),
        _tile("Reviews held", [number(row["reviews"]) for row in timeliness], earlier),
        _tile("Children looked after", [number(row["total"]) for row in cohort], dates),
        _tile(
            "Took part, of all reviews",
            [rate(row["participated_percent"]) for row in participation],
            earlier,
        ),
        _tile(
            "Took part, of those recorded",
            [rate(row["participated_percent_of_recorded"]) for row in participation],
            earlier,
        ),
        {
            "label": "Children for each full-time IRO post",
            "value": number(figures["caseload"]["average"]) or NOT_KNOWN,
            "note": "The Handbook recommends "
            f"{figures['caseload']['lowest']} to {figures['caseload']['highest']}",
        },
    ]


def _tile(label: str, values: list[str | None], earlier: list[str]) -> dict:
    before = zip(earlier, values[-2::-1], strict=True)
    note = "; ".join(f"{when}: {value or NOT_KNOWN}" for when, value in before)
    return {"label": label, "value": values[-1] or NOT_KNOWN, "note": note}
