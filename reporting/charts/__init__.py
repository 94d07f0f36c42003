"""Charts as SVG text, the same on the page and in the printed report.

Each function gives one <svg> with its own words for a screen reader. A chart never stands
alone: the template prints its figures as a table beside it.
"""

from reporting.charts.bars import bars
from reporting.charts.columns import columns
from reporting.charts.control import control
from reporting.charts.lines import lines
from reporting.charts.sparkline import sparkline
from reporting.charts.stacked import stacked_columns

__all__ = ["bars", "columns", "control", "lines", "sparkline", "stacked_columns"]
