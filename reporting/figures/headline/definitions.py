"""How a target is set beside a measure."""

from reporting.figures.definition import Definition

DEFINITIONS = (
    Definition(
        measure="Targets",
        numerator="what the council aims at from a reporting year on, until a later target",
        denominator="",
        day="the year; a half or a quarter of it has the year's",
        unit="the measure's",
        source="The council's own targets",
    ),
)
