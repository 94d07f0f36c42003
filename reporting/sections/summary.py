"""The year at a glance: tiles and a few sentences."""

from reporting import sentences
from reporting.measures import MEASURES
from reporting.sections.shape import Part, Section
from reporting.sentences.headline import value_of
from reporting.writing import Writing
from reporting.written import NOT_KNOWN, fewest, year


def section(figures: dict, _writing: Writing) -> Section:
    """The headline measures and the sentences a councillor reads first."""
    return Section(
        "summary",
        tiles=[_tile(row) for row in figures["headline"] if _is_shown(row)],
        parts=[
            Part(
                words=[
                    sentences.unfinished(figures),
                    sentences.looked_after(figures["cohort"]),
                    sentences.in_timescale(figures["timeliness"]),
                    sentences.participated(figures["participation"]),
                    sentences.average_caseload(figures["caseload"]),
                    sentences.records(figures["records"]),
                ]
            )
        ],
    )


def _is_shown(row: dict) -> bool:
    measure = MEASURES.get(row["measure"])
    known = any(value is not None for value in row["values"])
    return known and measure is not None and measure.tile


def _tile(row: dict) -> dict:
    """A measure with the two years before it and the target."""
    *before, now = row["values"]
    notes = [
        f"{year(name)}: {value_of(row, value)}"
        for name, value in zip(row["years"][-2::-1], before[::-1], strict=True)
        if value is not None
    ] or ["Earlier years not known"]
    if row["target"] is not None:
        notes.append(f"Target: {fewest(row['target'])}{row['unit']}{_reached(row)}")
    return {
        "label": row["words"],
        "value": value_of(row, now) or NOT_KNOWN.capitalize(),
        "note": "; ".join(notes),
    }


def _reached(row: dict) -> str:
    return {True: ", met", False: ", not met"}.get(row["met"], "")
