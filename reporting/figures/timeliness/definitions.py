"""How timeliness is defined."""

from reporting.figures.definition import Definition

DEFINITIONS = (
    Definition(
        measure="Reviews in timescale",
        numerator="reviews held on or before the day they were due",
        denominator="every review held in the month or year",
        day="the day the review was held, which decides its month and year",
        unit="reviews",
        source="Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33",
    ),
    Definition(
        measure="Children with every review in timescale",
        numerator="children none of whose reviews in the year was held late",
        denominator="children with at least one review held in the year",
        day="the day each review was held",
        unit="children",
        source="IRO Handbook, 7.11",
    ),
    Definition(
        measure="Days late",
        numerator="calendar days from the day the review was due to the day it was held",
        denominator="reviews held late",
        day="the day the review was held",
        unit="days",
        source="IRO Handbook, 7.11",
    ),
)
