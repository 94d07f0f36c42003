"""The report's own period, and its council."""

from reporting.quoting.shape import Quotable, at, sentence
from reporting.sentences import unfinished
from reporting.written import day, year

QUOTABLE = [
    Quotable("the-year", "The year of the report", "summary", at("year"), year),
    Quotable(
        "the-year-before", "The year before", "summary", at("timeliness.by_year.-2.year"), year
    ),
    Quotable("last-day", "The day to which the figures run", "summary", at("as_at"), day),
    Quotable("council", "The council's name", "summary", at("council"), str),
    sentence("year-not-over", "That the year is not over", "summary", unfinished),
]
