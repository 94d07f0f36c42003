"""How oversight between reviews is counted."""

from reporting.figures.definition import Definition

PRACTICE = "Local practice; the IRO Handbook asks for oversight between reviews"
DEFINITIONS = (
    Definition(
        measure="Midway checks done when due",
        numerator="midway checks done on or before the half-way day",
        denominator=(
            "midway checks whose half-way day lies in the year, leaving out those for reviews "
            "cancelled, recorded in error, or held before a check was due and without one"
        ),
        day="the half-way day; done or not as things stood when the figures were taken",
        unit="checks",
        source=PRACTICE,
    ),
    Definition(
        measure="Contacts between reviews",
        numerator="contacts, visits, talks and looks at the file that IROs logged in the year",
        denominator="children looked after at some time in the year, short breaks only left out",
        day="the day of the contact",
        unit="contacts, and contacts for each child with one decimal",
        source=PRACTICE,
    ),
    Definition(
        measure="Children without oversight for three months",
        numerator=(
            "children with no contact logged, no midway check and no review in the three months "
            "before the day, and in care for longer than that"
        ),
        denominator="children looked after on the day, short breaks only left out",
        day="31 March, or the day the figures were taken while the year runs",
        unit="children",
        source="The service's own rule",
    ),
)
