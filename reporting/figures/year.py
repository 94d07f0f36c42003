"""Reporting years, by the name under which the figures know them."""

from statute.reporting_year import PUBLISHED, RECORDS, ReportingYear, counts_are_known

__all__ = ["PUBLISHED", "RECORDS", "ReportingYear", "counts_are_known"]
