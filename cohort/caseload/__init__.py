"""How many children each IRO holds per full-time post: on a day, month by month, ahead, if."""

from cohort.caseload.foreseen import Fact, Foreseen, foresee
from cohort.caseload.months import Month, by_month, month_ends
from cohort.caseload.of_day import DEFINITION, Caseload, IROCaseload, caseload, per_post
from cohort.caseload.weighing import (
    COMPLEX_MEANS,
    Marked,
    marks,
    the_weights,
    weigh,
    weighted_by_iro,
)
from cohort.caseload.what_if import Reach, WhatIf, reach, what_if

__all__ = [
    "COMPLEX_MEANS",
    "DEFINITION",
    "Caseload",
    "Fact",
    "Foreseen",
    "IROCaseload",
    "Marked",
    "Month",
    "Reach",
    "WhatIf",
    "by_month",
    "caseload",
    "foresee",
    "marks",
    "month_ends",
    "per_post",
    "reach",
    "the_weights",
    "weigh",
    "weighted_by_iro",
    "what_if",
]
