"""How timeliness is defined."""

from reporting.figures.definition import Definition

DEFINITIONS = (
    Definition(
        measure="Reviews in timescale",
        numerator="reviews held on or before the day they were due",
        denominator="every review held in the month or year whose due day is known",
        day="the day the review was held, which decides its month and year",
        unit="reviews",
        source="Care Planning, Placement and Case Review (England) Regulations 2010, regulation 33",
    ),
    Definition(
        measure="Due day not known",
        numerator="reviews that came in from another system, where the records do not hold what "
        "was held before them: neither in time nor late",
        denominator="every review held in the month or year",
        day="the day the review was held",
        unit="reviews",
        source="This service",
    ),
    Definition(
        measure="Children with every review in timescale",
        numerator="children each of whose reviews in the year was held in timescale",
        denominator="children with at least one review held in the year, leaving out "
        "those with none late and one or more whose due day is not known",
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
    Definition(
        measure="Adjourned reviews",
        numerator="reviews adjourned in the year that were completed within 20 working days",
        denominator="reviews adjourned in the year, those not completed included",
        day="the day the review was adjourned; as things stood when the figures were taken",
        unit="reviews",
        source="Care Planning, Placement and Case Review (England) Regulations 2010, regulation "
        "36; IRO Handbook",
    ),
)
