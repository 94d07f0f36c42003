"""What the pages of caseloads show: the day, the months behind, the weeks ahead."""

from reporting.caseloads.ahead import foreseen_rows, heat_rows
from reporting.caseloads.months import months_chart, months_known, months_table
from reporting.caseloads.of_day import Day, Line, day_chart, day_strip, look, table_of_day

__all__ = [
    "Day",
    "Line",
    "day_chart",
    "day_strip",
    "foreseen_rows",
    "heat_rows",
    "look",
    "months_chart",
    "months_known",
    "months_table",
    "table_of_day",
]
