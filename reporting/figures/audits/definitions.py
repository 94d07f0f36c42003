"""How quality audits are counted."""

from reporting.figures.definition import Definition

HANDBOOK = "IRO Handbook, 7.11: the outcomes of quality audits"
DEFINITIONS = (
    Definition(
        measure="Quality audits",
        numerator="audits made in the year, by grade, and by what was found strong and weak",
        denominator="",
        day="the day of the audit",
        unit="audits, one a review; those of reviews recorded in error left out",
        source=HANDBOOK,
    ),
    Definition(
        measure="Good or better",
        numerator="audits made in the year with the grade good or outstanding",
        denominator="audits made in the year",
        day="the day of the audit",
        unit="audits",
        source=HANDBOOK,
    ),
    Definition(
        measure="Reviews audited",
        numerator="reviews held in the year and audited since",
        denominator="reviews held in the year",
        day="the day the review was held; audited or not as things stood when taken",
        unit="reviews",
        source="The service's own measure",
    ),
    Definition(
        measure="Actions from audits",
        numerator="actions done, to be done, and overdue: their day past and not done",
        denominator="actions agreed in audits made in the year",
        day="as things stood on the day the figures were taken",
        unit="actions",
        source="The service's own measure",
    ),
)
