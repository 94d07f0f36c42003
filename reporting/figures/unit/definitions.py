"""How training is counted."""

from reporting.figures.definition import Definition

DEFINITIONS = (
    Definition(
        measure="Training and development",
        numerator=("hours of each event times the IROs who came, events without either left out"),
        denominator="IRO posts filled on the day, as full-time equivalents",
        day="31 March, or the day the figures were taken while the year runs",
        unit="hours for each full-time post, for events held in the year",
        source="The service's own register",
    ),
)
