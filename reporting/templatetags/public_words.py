"""What the public pages say of a period."""

from django import template

from reporting.naming import KINDS
from reporting.written import year as written
from statute.reporting_year import ReportingYear

register = template.Library()


@register.filter
def report_title(period: ReportingYear) -> str:
    """Annual report 2016/17; Six-monthly report Apr to Sep 2016."""
    return f"{KINDS[period.part[:1]].capitalize()} report {written(str(period))}"
