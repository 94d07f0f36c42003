"""What reporting writes: the reports and what was published before the records began."""

from reporting.models.edition import Edition
from reporting.models.making import Making, ReportFile
from reporting.models.plans import Priority, SaidAndDid
from reporting.models.published import PublishedMonth, PublishedYear
from reporting.models.report import Report
from reporting.models.target import Target
from reporting.models.words import Comment, Nothing, Passage, Quote

__all__ = [
    "Comment",
    "Edition",
    "Making",
    "Nothing",
    "Passage",
    "Priority",
    "PublishedMonth",
    "PublishedYear",
    "Quote",
    "Report",
    "ReportFile",
    "SaidAndDid",
    "Target",
]
