"""How the team is counted."""

from reporting.figures.definition import Definition

ON_THE_DAY = "31 March, or the day the figures were taken while the year runs"
HANDBOOK = "IRO Handbook, 7.11: continuity of employment and the team's make-up"
DEFINITIONS = (
    Definition(
        measure="IROs by contract",
        numerator="IRO posts filled on the day, and their full-time equivalents",
        denominator="",
        day=ON_THE_DAY,
        unit="posts and full-time equivalents",
        source=HANDBOOK,
    ),
    Definition(
        measure="Posts vacant",
        numerator="posts established less those filled on the day; 0 where more are filled",
        denominator="",
        day=ON_THE_DAY,
        unit="full-time equivalents",
        source=HANDBOOK,
    ),
    Definition(
        measure="Length of service",
        numerator="IROs by the time since the first day of an unbroken run of posts",
        denominator="IROs in post on the day",
        day=ON_THE_DAY,
        unit="IROs",
        source=HANDBOOK,
    ),
    Definition(
        measure="IROs who started and left",
        numerator="IROs whose unbroken run of posts began, or ended, in the year",
        denominator="",
        day="the first day in post; the first day no longer in post",
        unit="IROs",
        source=HANDBOOK,
    ),
    Definition(
        measure="The team beside the children",
        numerator="IROs by the sex and ethnicity they chose to say; else not said",
        denominator="IROs in post on the day",
        day=ON_THE_DAY,
        unit="IROs",
        source=HANDBOOK,
    ),
    Definition(
        measure="Children whose IRO stayed the same",
        numerator="children who had one IRO and no other over the whole time",
        denominator=(
            "children looked after on the day who came into care before the year began, short "
            "breaks only left out"
        ),
        day=ON_THE_DAY,
        unit="children",
        source="IRO Handbook: a child should keep their IRO",
    ),
)
