"""How disputes are counted."""

from disputes.patterns.held import DEFINITION as CHILDREN_HELD
from reporting.figures.definition import Definition

IN_THE_YEAR = "counted by the day it was raised; as it stood on the day the figures were taken"
SETTLED = "counted by the day it was settled"
SERVICE = "The service's own rule"
HANDBOOK = "IRO Handbook 6.2"

DEFINITIONS = (
    Definition(
        measure="Concerns raised",
        numerator=(
            "concerns about a child's case that IROs raised in the year, informal ones included"
        ),
        denominator="",
        day=IN_THE_YEAR,
        unit="disputes",
        source=f"{SERVICE}; {HANDBOOK}",
    ),
    Definition(
        measure="Formal disputes",
        numerator="concerns of the year that were taken to a formal stage of the council's ladder",
        denominator="concerns raised in the year; the others stayed informal",
        day=IN_THE_YEAR,
        unit="disputes",
        source=HANDBOOK,
    ),
    Definition(
        measure="Stage of disputes",
        numerator="concerns of the year by the latest stage of the ladder that they reached",
        denominator="concerns raised in the year",
        day=IN_THE_YEAR,
        unit="disputes",
        source="The council's ladder",
    ),
    Definition(
        measure="Concerns for each 100 children",
        numerator="concerns raised in the year, by the team that held the child when it was raised",
        denominator=(
            "children looked after on the day of the figures; for a team, the average number of "
            "children it held in the year"
        ),
        day="31 March, or the day the figures were taken while the year runs",
        unit="disputes for each 100 children",
        source=f"{SERVICE}. {CHILDREN_HELD.removesuffix('.')}",
    ),
    Definition(
        measure="Working days to settle a dispute",
        numerator=(
            "working days from the day it was raised to the day the IRO accepted the answer or "
            "closed it: the median (the middle one, or the mean of the two in the middle) and "
            "the 90th percentile (the fewest working days within which nine in ten were settled, "
            "by nearest rank)"
        ),
        denominator="disputes settled in the year, whenever they were raised",
        day=SETTLED,
        unit="working days",
        source=SERVICE,
    ),
    Definition(
        measure="Disputes settled within 20 working days",
        numerator="formal disputes settled within 20 working days of the day they became formal",
        denominator="formal disputes settled in the year",
        day=SETTLED,
        unit="disputes",
        source=HANDBOOK,
    ),
    Definition(
        measure="Outcomes of disputes",
        numerator=(
            "disputes settled in the year by how they ended; those whose agreed actions are still "
            "followed up have no outcome yet"
        ),
        denominator="disputes settled in the year",
        day=f"{SETTLED}; as it stood on the day the figures were taken",
        unit="disputes",
        source=SERVICE,
    ),
    Definition(
        measure="Referrals to Cafcass",
        numerator="disputes referred to Cafcass in the year, whenever they were raised",
        denominator="",
        day="counted by the day of the referral",
        unit="disputes",
        source="Children Act 1989, section 25B(3)",
    ),
    Definition(
        measure="Disputes open at the end of the year",
        numerator=(
            "disputes raised by the end of the year and not closed by it, those settled whose "
            "agreed actions are followed up included"
        ),
        denominator="",
        day="31 March, or the day the figures were taken while the year runs",
        unit="disputes",
        source=SERVICE,
    ),
    Definition(
        measure="Good practice",
        numerator="good practice that IROs recorded in the year, beside the concerns",
        denominator="",
        day="counted by the day it was recorded",
        unit="records of good practice",
        source=SERVICE,
    ),
    Definition(
        measure="What changed for the child",
        numerator="disputes closed in the year of which it is written what changed for the child",
        denominator="disputes closed in the year",
        day="counted by the day it was closed",
        unit="disputes",
        source=SERVICE,
    ),
)
