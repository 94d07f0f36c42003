"""The parts of an address that are more than a word or a number."""

from django.urls import register_converter

from statute.reporting_year import ReportingYear


class YearConverter:
    """A reporting year in an address, or a half or quarter; what is none has no page."""

    regex = r"[0-9]{4}-[0-9]{2}(?:-[HQ][1-4])?"
    to_python = staticmethod(ReportingYear.parse)
    to_url = staticmethod(str)


# Once, here: whoever writes <year:year> imports this module.
register_converter(YearConverter, "year")
